import type { MessageFact } from "#core/model/fact.ts";
import type { Reading } from "#core/model/reading.ts";
import type { ContactRecord, MessageRecord, ReadingRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { readMessage } from "#core/rules/analysis/index.ts";
import { type AuthoredText, ownWords } from "#core/rules/analysis/own-words.ts";

/** The rules analyst's reading of a message. Promises are dated in the contact's time zone. */
export function analyse(
  message: AuthoredText & Pick<MessageRecord, "author" | "sentAt">,
  contact: Pick<ContactRecord, "timeZone">,
  settings: Settings,
): Reading {
  const { direction, author, sentAt } = message;
  const text = ownWords(message);
  const { timeZone: businessZone, region, ownIntents } = settings;
  return readMessage({ text, direction, author, sentAt, timeZone: contact.timeZone ?? businessZone, businessZone, region, ownIntents });
}

/** The effective reading of a message as it is stored. */
export function readingRow({ id, agentId, contactId, reading }: MessageWithReading, createdAt: number): ReadingRecord {
  const { analyst, version } = reading;
  return { messageId: id, agentId, contactId, analyst, version, effective: true, reading, inContext: null, createdAt };
}

type FactOfMessage = Omit<MessageFact, "type" | "at"> & Pick<MessageRecord, "sentAt">;

/** The message as a fact for the fold. Its text is the author's own words only, without quoted or forwarded ones. */
export function messageFact(message: FactOfMessage): MessageFact {
  const { id, conversationId, sentAt, direction, author, purpose, source, media, forwarded, placeholder, history, sender, reading, alone } = message;
  const content = { text: ownWords(message), media, forwarded, placeholder };
  return {
    type: "message",
    id,
    conversationId,
    at: sentAt,
    direction,
    author,
    purpose,
    source,
    ...content,
    history,
    sender,
    reading,
    ...(alone ? { alone } : {}),
  };
}

/** The message as it reads in context after a change of its contact. */
export function messageAsRead(changes: ChangeSet, message: MessageWithReading): MessageWithReading {
  const reading = changes.readingOf(message.id);
  return reading ? { ...message, reading, sentiment: reading.sentiment } : message;
}

/** The message's own row, without its reading. */
export function messageRow({ reading: _, ...row }: MessageWithReading): MessageRecord {
  return row;
}
