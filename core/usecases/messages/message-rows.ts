import type { MessageFact } from "#core/model/fact.ts";
import type { Reading } from "#core/model/reading.ts";
import type { ContactRecord, MessageRecord, ReadingRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { readMessage } from "#core/rules/analysis/index.ts";

/** What the rules analyst finds in a message of this contact: promises are dated in the contact's zone. */
export function analyse(
  message: Pick<MessageRecord, "text" | "direction" | "author" | "sentAt">,
  contact: Pick<ContactRecord, "timeZone">,
  settings: Settings,
): Reading {
  const { text, direction, author, sentAt } = message;
  const { region, ownIntents } = settings;
  return readMessage({ text, direction, author, sentAt, timeZone: contact.timeZone ?? settings.timeZone, region, ownIntents });
}

/** The effective reading of a message as it is stored. */
export function readingRow({ id, agentId, contactId, reading }: MessageWithReading, createdAt: number): ReadingRecord {
  const { analyst, version } = reading;
  return { messageId: id, agentId, contactId, analyst, version, effective: true, reading, createdAt };
}

/** A message as the fact that is folded. */
export function messageFact({ id, sentAt, direction, author, purpose, source, text, sender, reading }: MessageWithReading): MessageFact {
  return { type: "message", id, at: sentAt, direction, author, purpose, source, text, sender, reading };
}

/** The message's own row, without its reading. */
export function messageRow({ reading: _, ...row }: MessageWithReading): MessageRecord {
  return row;
}
