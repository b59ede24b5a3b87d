import type { ConversationRecord } from "./conversation.ts";
import type { Sender } from "./fact.ts";
import type { MediaReference } from "./messages/media.ts";
import type { Reading } from "./reading.ts";
import type { ActionRecord, ContactRecord, MessageRecord } from "./records.ts";
import type { Author, ChannelName, Direction, Source } from "./vocabulary.ts";

/** The customer's side of a message or action, also when the message is ours. `branch` is a branch's id or name. */
export type From = Sender & { externalId: string; branch?: string | undefined };

/** A message as the API or a platform hands it over. `sentAt` in ms since 1970; null means now. */
export type NewMessage = {
  channel: ChannelName;
  account: string;
  source?: Source | undefined;
  /** What brought the customer here, as the platform reports it: the code of a `/start` link, an advertisement's id. */
  sourceDetail?: string | undefined;
  externalId: string | null;
  direction: Direction;
  author: Author;
  from: From;
  text: string;
  media: MediaReference[];
  /** The words are somebody else's, passed on by the author. By default they are the author's own. */
  forwarded?: boolean | undefined;
  /** The text only names a kind of message that has no words, like a story. */
  placeholder?: boolean | undefined;
  /** Words of another message that this one answers. */
  quoted?: string | undefined;
  sentAt: number | null;
  /** Decides what happens to times in the future: refused from the API, clamped from a platform. */
  origin: "api" | "platform";
};

/** The result; `isNew` is false when a message with the platform's id is stored already, and nothing was changed. */
export type Ingested = {
  message: MessageRecord & { reading: Reading };
  contact: ContactRecord;
  conversation: ConversationRecord;
  isNew: boolean;
};

/** Something a contact did, named by the contact or by the identity it happened on. */
export type NewAction = {
  contactId?: string | undefined;
  from?: (From & { channel: ChannelName; account: string }) | undefined;
  action: string;
  at: number | null;
  externalId: string | null;
  properties: Record<string, unknown>;
};

export type RecordedAction = { action: ActionRecord; contact: ContactRecord; isNew: boolean };
