import { type ConversationMemory, type ConversationMessage, noConversationMemory } from "#core/model/conversation.ts";
import { followConversation } from "#core/rules/conversations/memory.ts";
import { heard, said, wednesdayMorning } from "../analysis/read.ts";

const plain = { at: wednesdayMorning, purpose: null, media: [], forwarded: false, placeholder: false } as const;

/** A message of the customer. */
export function theirs(text: string, given: Partial<ConversationMessage> = {}): ConversationMessage {
  return { ...plain, id: text, text, direction: "inbound", author: "customer", reading: heard(text), ...given };
}

/** A message of ours. */
export function ours(text: string, given: Partial<ConversationMessage> = {}): ConversationMessage {
  return { ...plain, id: text, text, direction: "outbound", author: "staff", reading: said(text), ...given };
}

/** What is remembered after a talk, a line each: "C: …" of the customer, "A: …" of ours. */
export function talked(...lines: string[]): ConversationMemory {
  const messages = lines.map((line) => (line.startsWith("A: ") ? ours(line.slice(3)) : theirs(line.replace(/^C: /, ""))));
  return messages.reduce(followConversation, noConversationMemory);
}
