import type { Fact } from "#core/model/fact.ts";
import type { Cause, ContactRecord } from "#core/model/records.ts";
import type { Actor } from "#core/ports/context.ts";
import type { Refolded } from "./fold-contact.ts";

/** What happens to one contact in a commit. */
export type ContactChange = {
  /** As it was read; null: it is being made. */
  before: ContactRecord | null;
  /** With what people, a platform or a merge set by hand; the columns that the rules decide are not looked at. */
  draft: ContactRecord;
  /** Facts that it gains, or that replace the stored ones of the same ids. */
  facts?: readonly Fact[] | undefined;
  /** Ids of stored facts that no longer hold. */
  withdrawn?: readonly string[] | undefined;
  /** What all of its facts fold to, where the caller has folded them: a merge, or new settings for many contacts. */
  refolded?: Refolded | undefined;
  /** `before` was taken out by a merge and comes back: its row is inserted, and its history goes on. */
  isRestored?: boolean;
  cause: Cause;
  /** Who has brought the facts; the actor of the context where it is not said. */
  actor?: Actor | undefined;
};

/**
 * A contact as it was and as it is after a commit, with the facts it gains, the ids of those that no longer hold as they were, and who
 * brought them.
 */
export type ChangedContact = {
  before: ContactRecord | null;
  after: ContactRecord;
  facts: readonly Fact[];
  withdrawn: readonly string[];
  cause: Cause;
  actor: Actor;
};
