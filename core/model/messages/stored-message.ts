import type { Reading } from "../reading.ts";
import type { MessageRecord } from "../records.ts";

type FoldedColumns =
  | "id"
  | "conversationId"
  | "sentAt"
  | "direction"
  | "author"
  | "purpose"
  | "source"
  | "text"
  | "forwarded"
  | "placeholder"
  | "media"
  | "history"
  | "sender";

/** What folding reads of a message, with the reading that counts. */
export type StoredMessage = Pick<MessageRecord, FoldedColumns> & { reading: Reading };
