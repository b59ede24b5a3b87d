import type { ConsentRecord } from "#core/model/people/consent.ts";
import type { AddressRecord, IdentityRecord } from "#core/model/records.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { type KnownAs, suppressionTexts } from "#core/rules/address/suppression.ts";
import { consentFact, consentLines } from "#core/usecases/consents/consent-lines.ts";
import { addressRows } from "#core/usecases/contact-change/address-rows.ts";
import type { ContactChange } from "#core/usecases/contact-change/contact-change.ts";

/** What the change set brings for one contact that it had not before. */
type Coming = { change: ContactChange; hashes: string[] };

/**
 * Somebody who was erased while opted out and is met again, by whatever way an identity or address of theirs comes in, is
 * opted out in the commit that brings it. START from the person lifts that for good. Returns the changes with those facts.
 */
export async function applySuppressions(ctx: Context, changes: ChangeSet, list: readonly ContactChange[]): Promise<readonly ContactChange[]> {
  const arrivals = arrivalsOf(changes);
  const coming = list.map((change): Coming => ({ change, hashes: hashesOf(ctx, comingWith(change, arrivals)) }));
  const asked = new Set(coming.flatMap(({ hashes }) => hashes));
  const held = await suppressedAt(ctx, [...asked]);
  // Who is being erased at this moment is not suppressed yet, and would come back without their opt-out.
  for (const hash of asked) if (!held.has(hash)) changes.expectAbsent("suppressions", { hash }, "hash");
  const applied: ContactChange[] = [];
  for (const { change, hashes } of coming) {
    const said = arrivals.consents.get(change.draft.id) ?? [];
    const suppressed =
      held.size === 0
        ? []
        : await notKnownBefore(
            ctx,
            change,
            hashes.filter((hash) => held.has(hash)),
          );
    const start = said.findLast(({ decision, source }) => decision === "opt_in" && source === "keyword");
    if (start) await lift(ctx, changes, change, hashes, start.at);
    applied.push(suppressed.length === 0 ? change : optOut(ctx, changes, change, said, Math.max(...suppressed.map((hash) => held.get(hash) ?? 0))));
  }
  return applied;
}

type Arrivals = {
  identities: Map<string, IdentityRecord[]>;
  addresses: Map<string, AddressRecord[]>;
  consents: Map<string, ConsentRecord[]>;
};

function arrivalsOf({ inserts, puts }: ChangeSet): Arrivals {
  return {
    identities: Map.groupBy(inserts.identities ?? [], ({ contactId }) => contactId),
    addresses: Map.groupBy(puts.addresses ?? [], ({ contactId }) => contactId),
    consents: Map.groupBy(inserts.consents ?? [], ({ contactId }) => contactId),
  };
}

function comingWith({ before, draft, facts = [] }: ContactChange, { identities, addresses }: Arrivals): KnownAs {
  const stated = addressRows(draft, facts, before?.state.details ?? {});
  return { identities: identities.get(draft.id) ?? [], addresses: [...(addresses.get(draft.id) ?? []), ...stated] };
}

const hashesOf = (ctx: Context, knownAs: KnownAs) => suppressionTexts(knownAs).map((text) => ctx.keyedHash(text));

async function suppressedAt(ctx: Context, hashes: readonly string[]): Promise<Map<string, number>> {
  if (hashes.length === 0) return new Map();
  return new Map((await ctx.store.suppressions.find(hashes)).map(({ hash, at }) => [hash, at]));
}

/** What a contact has had before does not opt it out again: it may have opted in since. */
async function notKnownBefore(ctx: Context, { before }: ContactChange, hashes: readonly string[]): Promise<readonly string[]> {
  if (before === null || hashes.length === 0) return hashes;
  const known = new Set(hashesOf(ctx, await storedKnownAs(ctx, before.id)));
  return hashes.filter((hash) => !known.has(hash));
}

async function storedKnownAs(ctx: Context, contactId: string): Promise<KnownAs> {
  const identities = await ctx.store.contacts.identities(contactId);
  return { identities, addresses: (await ctx.store.proposals.people([contactId])).flatMap(({ addresses }) => addresses) };
}

/** As of the deletion, so that a START sent since counts; what an import or a program says in the same commit does not. */
function optOut(ctx: Context, changes: ChangeSet, change: ContactChange, said: readonly ConsentRecord[], suppressedSince: number): ContactChange {
  const others = said.filter(({ decision, source }) => decision === "opt_in" && source !== "keyword").map(({ at }) => at);
  const at = Math.max(suppressedSince, ...others);
  const consent = { decision: "opt_out", source: "suppression", reason: "opted out before an earlier deletion" } as const;
  const lines = consentLines(ctx, change.draft, consent, { at, idOf: () => ctx.newId("cns") });
  changes.insert("consents", ...lines);
  return { ...change, facts: [...(change.facts ?? []), ...lines.map(consentFact)] };
}

async function lift(ctx: Context, changes: ChangeSet, { before }: ContactChange, hashes: readonly string[], saidAt: number): Promise<void> {
  const known = before === null ? [] : hashesOf(ctx, await storedKnownAs(ctx, before.id));
  const { agentId } = ctx.store;
  for (const [hash, at] of await suppressedAt(ctx, [...new Set([...hashes, ...known])])) {
    if (at <= saidAt) changes.remove("suppressions", { agentId, hash });
  }
}
