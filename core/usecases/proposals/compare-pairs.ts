import type { ComparedPerson, ProposalEvidence } from "#core/model/people/merge.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { byAge, mayComeAgain, samenessOf } from "#core/rules/proposals/pairs.ts";
import { effect } from "#core/usecases/effect.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";
import { draftProposal } from "./draft-proposal.ts";

type Pairs = ReadonlyMap<string, readonly [string, string]>;

type Comparing = {
  /** The contact as it will be after the commit. */
  asItWillBe?(person: ComparedPerson): ComparedPerson;
  /** Contacts that the commit creates. */
  fresh?: readonly ComparedPerson[];
  /** The message in which an address was found. */
  messageOf?(evidence: ProposalEvidence): string | null;
  /** False: no cards, because very many proposals come at once; staff find them in their list. */
  isShown?: boolean;
};

/**
 * Compares pairs of contacts (by pair key) and adds merge proposals to the change set, or the effect that links two contacts
 * with the same verified address. A pair that staff have rejected is skipped.
 */
export async function comparePairs(ctx: Context, changes: ChangeSet, pairs: Pairs, comparing: Comparing = {}): Promise<void> {
  if (pairs.size === 0) return;
  const { asItWillBe = (person) => person, fresh = [], messageOf = () => null, isShown = true } = comparing;
  const stored = new Map((await ctx.store.proposals.withKeys([...pairs.keys()])).map((proposal) => [proposal.key, proposal]));
  const ids = [...new Set([...pairs].flatMap(([key, pair]) => (stored.get(key)?.state === "rejected" ? [] : pair)))];
  const compared = await ctx.store.proposals.people(ids);
  // The names are guarded, not the versions: a version changes with every message, but only another name changes the comparison.
  for (const { id, nameKey } of compared) changes.expectRows("contacts", { id, nameKey }, "id", [id]);
  const people = new Map([...fresh, ...compared].map((person) => [person.id, asItWillBe(person)]));
  for (const [key, [one, two]] of pairs) {
    const known = stored.get(key);
    const [a, b] = [people.get(one), people.get(two)];
    const sameness = a && b && known?.state !== "rejected" ? samenessOf(a, b) : null;
    if (!a || !b || !sameness) continue;
    const [older, newer] = byAge(a, b);
    if (sameness.decision === "link") {
      effect(ctx, changes, { type: "contact.link", cause: ctx.newUuid(), payload: { contactId: older.id, otherId: newer.id } });
      continue;
    }
    const evidence = sameness.evidence.map((each) => ({ ...each, messageId: messageOf(each) }));
    const draft = draftProposal(ctx, { kind: "merge", key, contactId: older.id, otherId: newer.id, evidence });
    const proposal = known ? { ...draft, id: known.id } : draft;
    if (!known) changes.insert("proposals", proposal);
    else if (mayComeAgain(known, evidence)) changes.replace("proposals", known, proposal);
    else continue;
    if (isShown) showCard(ctx, changes, "proposal", proposal.id);
  }
}
