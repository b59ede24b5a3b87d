import type { PostKind } from "#core/model/staff.ts";

/**
 * What happens to the rows of a table, declared beside its columns in db/schema as `NAMEPolicy`. Merging, unmerging, erasing,
 * receipts and the removal of posts from the staff chat read it; a table without one does not compile.
 */
export type DataPolicy = {
  /** Whose rows they are. Those of a conversation or its identity change their contact with it. */
  owner: "contact" | "conversation" | "agent" | "nobody";
  /** Columns that hold the id of a contact. */
  contactColumns: readonly string[];
  /** When the contact is merged into another. */
  merge: OnMerge;
  /** When that merge is undone. */
  unmerge: OnUnmerge;
  /** The column by which rows go along when an identity, with its conversation and messages, becomes another contact's. */
  move: MoveColumn | null;
  erase: OnErase;
  /** Kinds of posts in the staff chat that show a record of this table; their subject is its id, or its id, a colon and a part. */
  posts: readonly PostKind[];
};

/**
 * `move`: all rows become the remaining contact's, and the merge remembers their ids. `follow`: they go with their identity.
 * `unite`: the use case adds those that the remaining contact lacks. `rewrite`: the use case writes them anew. `keep`: they go
 * on naming the contact that they were written for.
 */
export type OnMerge = "move" | "follow" | "unite" | "rewrite" | "keep";
/** `return`: rows that the merge moved go back. The others as in OnMerge. */
export type OnUnmerge = "return" | "follow" | "rewrite" | "keep";
export type MoveColumn = "identityId" | "conversationId" | "messageId";

/**
 * `delete`: rows that name the contact. Those below are special cases, each with its own statement in db/erasure.ts.
 * `delete_with_message`, `delete_with_sender`: rows of its messages, or that its identities sent. `delete_if_written`: also rows
 * in which one of its addresses is written. `delete_posts`: posts that show it or one of its records. `delete_effects`:
 * effects about it. `record`: a row for each contact is added. `answer_gone`: the key goes on answering `gone`.
 */
export type OnErase =
  | "delete"
  | "delete_with_message"
  | "delete_with_sender"
  | "delete_if_written"
  | "delete_effects"
  | "delete_posts"
  | "answer_gone"
  | "delete_merges"
  | "delete_contact"
  | "record"
  | "keep";

/** The policies that fit the columns of a table: whatever names a contact must say what happens to it. */
export type PolicyFor<Row> = DataPolicy & {
  contactColumns: readonly (keyof Row & string)[];
  move: Extract<keyof Row, MoveColumn> | null;
} & ("contactId" extends keyof Row ? { owner: "contact" | "conversation"; erase: Exclude<OnErase, "keep"> } : unknown) &
  ("id" extends keyof Row ? unknown : { merge: Exclude<OnMerge, "move">; posts: readonly [] });

/** Of tables that hold nothing about contacts. */
export const agentData = { owner: "agent", contactColumns: [], merge: "keep", unmerge: "keep", move: null, erase: "keep", posts: [] } as const;

/** Of the usual rows of a contact: they become the remaining contact's in a merge, go back when it is undone, and go with the contact. */
export const contactData = {
  owner: "contact",
  contactColumns: ["contactId"],
  merge: "move",
  unmerge: "return",
  move: null,
  erase: "delete",
  posts: [],
} as const;
