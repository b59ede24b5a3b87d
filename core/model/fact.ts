import type { Amount } from "./agreed.ts";
import type { Purpose } from "./delivery.ts";
import type { MediaReference } from "./messages/media.ts";
import type { ConsentDecision } from "./people/consent.ts";
import type { Reading } from "./reading.ts";
import type { Author, ConversationDecision, DetailField, Direction, Provenance, Source, Stage } from "./vocabulary.ts";

/** Facts are ordered by (at, id), `at` in ms since 1970; the ids of one instant hold the sequence (core/rules/ids.ts). */
export type FactKey = { readonly at: number; readonly id: string };

/** What the platform or the caller says about the sender beside the words; `verified` names what they attest. */
export type Sender = {
  name?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  username?: string | undefined;
  verified?: readonly ("email" | "phone")[] | undefined;
};

export type MessageFact = FactKey & {
  readonly type: "message";
  readonly conversationId: string;
  readonly direction: Direction;
  readonly author: Author;
  /** Of what we have sent: a nudge or an advertisement is no answer. */
  readonly purpose: Purpose | null;
  readonly source: Source;
  /** The author's own words: without quoted and forwarded ones. */
  readonly text: string;
  /** Files that came with it. */
  readonly media: readonly MediaReference[];
  /** The words are somebody else's, passed on by the author. */
  readonly forwarded: boolean;
  /** The text only names a kind of message that has no words. */
  readonly placeholder: boolean;
  /** Arrived long after it was sent: nobody is alarmed because of it. */
  readonly history: boolean;
  readonly sender: Sender | null;
  /** The effective one, read as an answer to the turns before where it has been. */
  readonly reading: Reading;
  /** The analyst's own reading, of the message alone, where `reading` is that in context. */
  readonly alone?: Reading;
};

/** Something the contact did or a system reports about them; `reference` names the thing bought or booked, `amount` what it costs, `bookedFor` when it is for. */
export type ActionFact = FactKey & {
  readonly type: "action";
  readonly action: string;
  readonly reference: string | null;
  readonly amount: Amount | null;
  /** ISO dates, or date and time with or without an offset; `to`: the last day, or the end. */
  readonly bookedFor?: { readonly from: string; readonly to: string | null };
  readonly sender: Sender | null;
  /** Of `promise_made`: the words and when they fall due (ms since 1970), with the message that says them. */
  readonly promise?: { readonly messageId: string; readonly quote: string; readonly dueAt: number };
};

export type AdjustmentFact = FactKey & { readonly type: "adjustment"; readonly points: number; readonly reason: string };

export type StageFact = FactKey & { readonly type: "stage"; readonly stage: Stage };

/** A value for one detail that did not come with a message: an edit by staff, an import. Null clears it. */
export type DetailFact = FactKey & {
  readonly type: "detail";
  readonly field: DetailField;
  readonly value: string | null;
  readonly provenance: Provenance;
};

/** A line of the consent ledger; `node` is the contact it was said to, before any merge. */
export type ConsentFact = FactKey & { readonly type: "consent"; readonly node: string; readonly decision: ConsentDecision };

/** What staff have decided about a conversation. */
export type ConversationDecisionFact = FactKey & {
  readonly type: "conversation";
  readonly conversationId: string;
  readonly decision: ConversationDecision;
};

export type Fact = MessageFact | ActionFact | AdjustmentFact | StageFact | DetailFact | ConsentFact | ConversationDecisionFact;

/** Negative when a comes before b. Ids are compared by code unit, as SQLite does. */
export function compareFacts(a: FactKey, b: FactKey): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
