import type { ComparedPerson, ProposalEvidence } from "#core/model/merge.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { byAge, mayComeAgain, samenessOf } from "#core/rules/proposals/pairs.ts";
import { effect } from "#core/usecases/effect.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";
import { draftProposal } from "./draft-proposal.ts";

type Pairs = ReadonlyMap<string, readonly [string, string]>;

type Comparing = {
  /** A contact as it will be after the commit; as it is stored when nothing changes. */
  asItWillBe?(person: ComparedPerson): ComparedPerson;
  /** Contacts that the commit makes. */
  fresh?: readonly ComparedPerson[];
  /** The message that brought an address. */
  messageOf?(evidence: ProposalEvidence): string | null;
  /** False: very many come at once, and staff find them in their queue. */
  isShown?: boolean;
};

/**
 * Compares pairs of contacts, by their key, and puts into the change set what is to be proposed, and the request to link
 * those whom the same verified address makes one. A pair that people have rejected is left alone.
 */
export async function comparePairs(ctx: Context, changes: ChangeSet, pairs: Pairs, comparing: Comparing = {}): Promise<void> {
  if (pairs.size === 0) return;
  const { asItWillBe = (person) => person, fresh = [], messageOf = () => null, isShown = true } = comparing;
  const stored = new Map((await ctx.store.proposals.withKeys([...pairs.keys()])).map((proposal) => [proposal.key, proposal]));
  const ids = [...new Set([...pairs].flatMap(([key, pair]) => (stored.get(key)?.state === "rejected" ? [] : pair)))];
  const compared = await ctx.store.proposals.people(ids);
  // Who is renamed at the same time is another likeness: the version of a contact moves with every message, its name does not.
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
