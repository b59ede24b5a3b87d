import type { ProposalRecord } from "#core/model/people/merge.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { type Conflict, conflictKey, conflictsOf, mostOpenConflicts } from "#core/rules/proposals/conflicts.ts";
import type { ChangedContact } from "#core/usecases/contact-change/contact-change.ts";
import { draftProposal } from "./draft-proposal.ts";

/** Proposes values that contradict the stored ones and did not replace them, each once. Reads nothing when there is none. */
export async function noticeConflicts(ctx: Context, changes: ChangeSet, touched: readonly ChangedContact[]): Promise<void> {
  const found = new Map<string, { contactId: string; conflict: Conflict }>();
  for (const { after, facts } of touched) {
    for (const conflict of conflictsOf(after.state.details, facts)) {
      found.set(conflictKey(after.id, conflict.field, conflict.value), { contactId: after.id, conflict });
    }
  }
  if (found.size === 0) return;
  const known = new Set((await ctx.store.proposals.withKeys([...found.keys()])).map(({ key }) => key));
  const open = openConflicts(await ctx.store.proposals.openOf([...new Set([...found.values()].map(({ contactId }) => contactId))]));
  for (const [key, { contactId, conflict }] of found) {
    const count = open.get(contactId) ?? 0;
    if (known.has(key) || count >= mostOpenConflicts) continue;
    open.set(contactId, count + 1);
    changes.insert("proposals", draftOf(ctx, key, contactId, conflict));
  }
}

function draftOf(ctx: Context, key: string, contactId: string, { field, value, held, fact, candidate }: Conflict): ProposalRecord {
  const detail = candidate.quote ?? `${value} instead of ${held ?? "nothing"}`;
  const evidence = [{ kind: "conflict" as const, detail, messageId: fact.type === "message" ? fact.id : null }];
  return draftProposal(ctx, { kind: "field", key, contactId, field, value, evidence });
}

function openConflicts(proposals: readonly ProposalRecord[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, contactId } of proposals) if (kind === "field") counts.set(contactId, (counts.get(contactId) ?? 0) + 1);
  return counts;
}
