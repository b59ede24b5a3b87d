import type { DetailFact, Fact } from "#core/model/fact.ts";
import type { Reading } from "#core/model/reading.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { analyse, messageFact, messageRow, readingRow } from "#core/usecases/messages/message-rows.ts";
import { personOf } from "./words.ts";

const hour = 3_600_000;

/** What comes and goes in made conversations: the first is the first word of every contact that writes. */
const lines = [
  ["inbound", "Hi! Good afternoon"],
  ["inbound", "How much is a cleaning for two people?"],
  ["outbound", "A cleaning is 900 each. Would you like to book it?"],
  ["inbound", "Is whitening better than bleaching at home, what is the difference?"],
  ["inbound", "I'd like to book for Friday at 3 please"],
  ["outbound", "I will get back to you tomorrow. Which day suits you?"],
  ["inbound", "Still waiting for your answer since yesterday, this is so slow"],
  ["inbound", "Great service last time, I loved it"],
] as const;

/** Each line is read once, whoever says it. */
const readings = new Map<string, Reading>();

/** Name, e-mail and phone for all; every third has tried to book, every tenth has booked. */
export function factsOf(i: number, at: number): Fact[] {
  const person = personOf(i);
  const facts: Fact[] = (["name", "email", "phone"] as const).map((field) => ({
    type: "detail",
    id: `edt_${i}_${field}`,
    at,
    field,
    value: person[field],
    provenance: "integration",
  }));
  if (i % 3 === 0)
    facts.push({ type: "action", id: `act_${i}_1`, at: at + 1, action: "booking_attempted", reference: null, amount: null, sender: null });
  if (i % 10 === 0)
    facts.push({ type: "action", id: `act_${i}_2`, at: at + 2, action: "booking_confirmed", reference: null, amount: null, sender: null });
  return facts;
}

/** So many messages of the i-th contact, a few hours apart. */
export function messagesFrom(i: number, { id: contactId, agentId, createdAt }: ContactRecord, count: number) {
  return Array.from({ length: count }, (_, n) => {
    const [direction, text] = lines[n === 0 ? 0 : (i + n * 3) % lines.length] ?? lines[0];
    const sentAt = createdAt + 1_000 + n * (3 + (i % 5)) * hour;
    const said = { direction, text, sentAt, author: direction === "inbound" ? ("customer" as const) : ("bot" as const) };
    const reading = readings.get(text) ?? analyse(said, { timeZone: null }, defaultSettings());
    readings.set(text, reading);
    return {
      ...said,
      reading,
      id: `msg_${String(i).padStart(8, "0")}_${n}`,
      agentId,
      contactId,
      conversationId: `cnv_${i}`,
      channel: "telegram" as const,
      account: "bench",
      source: "telegram" as const,
      externalId: null,
      purpose: null,
      media: [],
      sender: null,
      receivedAt: sentAt,
      history: false,
      sentiment: direction === "inbound" ? reading.sentiment : null,
      editedAt: null,
      forwarded: false,
      placeholder: false,
      quoted: null,
    };
  });
}

/** Puts the facts of a contact and its messages into the change set; returns them as they are folded. */
export function keepFacts(changes: ChangeSet, { id: contactId, agentId }: ContactRecord, facts: Fact[], messages: ReturnType<typeof messagesFrom>) {
  for (const fact of facts) {
    if (fact.type === "action") {
      const { id, at, action, reference, sender } = fact;
      changes.insert("actions", { id, agentId, contactId, action, externalId: null, reference, sender, properties: {}, at, receivedAt: at });
    }
  }
  for (const { id, field, value, provenance, at } of facts.filter((fact): fact is DetailFact => fact.type === "detail")) {
    changes.insert("edits", { id, agentId, contactId, field, value, provenance, by: "bench", at });
  }
  for (const message of messages) {
    changes.insert("messages", messageRow(message)).insert("readings", readingRow(message, message.sentAt));
  }
  return [...facts, ...messages.map(messageFact)];
}
