import type { ContactFilter } from "../contact-filter.ts";
import type { Stage } from "../vocabulary.ts";

/** The state of an operation. The last three are final. */
export const operationStates = ["queued", "running", "completed", "failed", "cancelled"] as const;
export type OperationState = (typeof operationStates)[number];

/** What can be done to many contacts at once. An action that is left out of one of its places does not compile. */
export const bulkActions = ["delete", "tag", "untag", "stage", "branch", "owner"] as const satisfies readonly BulkWork["action"][];
export type BulkAction = (typeof bulkActions)[number];

export const operationKinds = [
  "contacts.delete",
  "contacts.tag",
  "contacts.untag",
  "contacts.stage",
  "contacts.branch",
  "contacts.owner",
  "contacts.find_duplicates",
  "settings.plan",
  "settings.apply",
  "import.plan",
  "import.apply",
  "followups.backfill",
] as const;
export type OperationKind = (typeof operationKinds)[number];

/** The input of each action: null clears the value. */
export type BulkWork =
  | { action: "delete" }
  | { action: "tag" | "untag"; tagId: string }
  | { action: "stage"; stage: Stage }
  | { action: "branch"; branchId: string | null }
  | { action: "owner"; ownerId: string | null };

/** Operations that choose their contacts themselves. Each has its own kind of cursor. */
export type OwnWork =
  | { action: "find_duplicates" }
  | { action: "backfill_followups"; trigger: string }
  | { action: "plan_settings" | "apply_settings"; planId: string }
  | { action: "plan_import" | "apply_import"; importId: string };

/** Which contacts: ids in ascending order, without repeats, or all that a filter holds for. */
export type ContactChoice = { ids: string[] } | { filter: ContactFilter };

/** `choice` null: the operation has ended and its filter, which may name a person, was deleted; or it chooses its contacts itself. */
export type OperationInput = { work: BulkWork; choice: ContactChoice | null } | { work: OwnWork; choice: null };

/** Work in the background, with its progress. Times are ms since 1970. */
export type OperationRecord = {
  id: string;
  agentId: string;
  kind: OperationKind;
  input: OperationInput;
  state: OperationState;
  /** Contacts chosen, as counted when it began; null before that. */
  total: number | null;
  done: number;
  /** Of those, how many could not be done: ids that are no contact's, rows that were skipped. */
  failed: number;
  /** The last contact or row that was processed: those after it are still to be done. */
  cursor: string | null;
  /** Why it failed: an error code. */
  error: string | null;
  createdBy: string;
  createdAt: number;
  updatedAt: number;
  finishedAt: number | null;
};
