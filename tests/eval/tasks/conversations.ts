import { type ConversationMemory, type ConversationMessage, noConversationMemory } from "#core/model/conversation.ts";
import { frustrationOf } from "#core/rules/conversations/frustration.ts";
import { askedBefore, followConversation } from "#core/rules/conversations/memory.ts";
import { readText, readTurns } from "../analyst.ts";
import type { EvalRecord } from "../records.ts";
import type { Task } from "../task.ts";

const minute = 60_000;
const begins = Date.UTC(2026, 2, 4);

function messagesOf(record: EvalRecord): ConversationMessage[] {
  return readTurns(record).map(({ role, text, reading }, index) => ({
    at: begins + index * minute,
    id: `turn_${String(index).padStart(3, "0")}`,
    direction: role === "agent" ? "outbound" : "inbound",
    author: role === "agent" ? "bot" : "customer",
    purpose: null,
    text,
    reading,
    media: [],
    forwarded: false,
    placeholder: false,
  }));
}

/** Why a person is needed after one more message of a conversation; null: none is. */
function needOf(before: ConversationMemory, message: ConversationMessage, after: ConversationMemory): string | null {
  if (message.direction === "outbound") return message.reading.cannotResolve ? `cannot: ${message.reading.cannotResolve.quote}` : null;
  const asks = message.reading.intents.find(({ intent }) => intent === "human_request");
  if (asks) return `asks for a person: ${asks.quote}`;
  const frustration = frustrationOf(after.moods);
  if (frustration) return `${frustration.because}: ${frustration.quotes.at(-1)?.quote}`;
  const asked = askedBefore(before, message);
  return asked ? `asked twice: ${asked.quote}` : null;
}

/** What is remembered at the end of a dialogue, and why a person was needed on the way. */
export function readConversation(record: EvalRecord): { memory: ConversationMemory; needs: string[] } {
  const needs: string[] = [];
  let memory = noConversationMemory;
  for (const message of messagesOf(record)) {
    const after = followConversation(memory, message);
    const need = needOf(memory, message, after);
    if (need) needs.push(need);
    memory = after;
  }
  return { memory, needs };
}

const textOf = ({ turns = [] }: EvalRecord) => turns.map(({ text }) => text).join(" / ");
const yesNo = (value: boolean) => (value ? "yes" : "no");
/** A label that is a list takes any of its answers. */
const golds = (label: unknown): boolean[] => [label].flat().filter((each) => typeof each === "boolean");
const goldFor = (label: unknown, predicted: boolean) => yesNo(golds(label).includes(predicted) ? predicted : !predicted);
const hasTurns = (record: EvalRecord, field: string) => record.turns !== undefined && golds(record.labels?.[field]).length > 0;

export const conversationTasks: readonly Task[] = [
  {
    name: "awaiting reply",
    positive: "yes",
    fits: (record) => hasTurns(record, "awaiting_reply"),
    predict: (record) => {
      const { waiting } = readConversation(record).memory;
      const gold = goldFor(record.labels?.awaiting_reply, waiting !== null);
      return [{ id: record.id, gold, predicted: yesNo(waiting !== null), text: `[${waiting?.because}] ${textOf(record)}` }];
    },
  },
  {
    name: "needs a person",
    positive: "yes",
    fits: (record) => hasTurns(record, "needs_human"),
    predict: (record) => {
      const { needs } = readConversation(record);
      const gold = goldFor(record.labels?.needs_human, needs.length > 0);
      return [{ id: record.id, gold, predicted: yesNo(needs.length > 0), text: `[${needs}] ${textOf(record)}` }];
    },
  },
  {
    name: "asks for a person",
    positive: "yes",
    fits: ({ text, labels }) => text !== undefined && golds(labels?.human_request).length > 0,
    predict: ({ id, text = "", labels }) => {
      const found = readText(text).intents.some(({ intent }) => intent === "human_request");
      return [{ id, gold: goldFor(labels?.human_request, found), predicted: yesNo(found), text }];
    },
  },
  {
    name: "says it cannot",
    positive: "yes",
    fits: ({ text, labels }) => text !== undefined && golds(labels?.cannot).length > 0,
    predict: ({ id, text = "", labels }) => {
      const found = readText(text, { direction: "outbound" }).cannotResolve !== null;
      return [{ id, gold: goldFor(labels?.cannot, found), predicted: yesNo(found), text }];
    },
  },
];
