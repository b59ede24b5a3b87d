import { compareFacts, type Fact } from "#core/model/fact.ts";
import type { AddressRecord, ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import { addressRows } from "#core/usecases/contact-change/address-rows.ts";

type Sides = { into: ContactRecord; from: ContactRecord; rest: readonly Fact[]; back: readonly Fact[] };

/**
 * Divides e-mails and phones when a merge is undone: each contact keeps those that its own facts contain, verified as far as
 * these verify them. The restored contact also gets back those that staff had confirmed for it.
 */
export async function partAddresses(ctx: Context, { into, from, rest, back }: Sides): Promise<AddressRecord[]> {
  const [person] = await ctx.store.proposals.people([into.id]);
  const held = new Map((person?.addresses ?? []).map((row) => [keyOf(row), row]));
  const given = (contact: ContactRecord, facts: readonly Fact[]) =>
    addressRows(contact, facts, {}).flatMap((row) => {
      const known = held.get(keyOf(row));
      return known ? [{ ...row, verified: row.verified && known.verified }] : [];
    });
  return [...given(into, rest), ...given(from, back), ...addressRows(from, standing(back), {})];
}

function keyOf({ kind, value }: Pick<AddressRecord, "kind" | "value">): string {
  return `${kind}:${value}`;
}

/** The facts without staff edits that a later edit of the same field has replaced. */
function standing(facts: readonly Fact[]): Fact[] {
  const last = new Map<string, string>();
  for (const fact of [...facts].sort(compareFacts)) if (fact.type === "detail" && fact.provenance === "human") last.set(fact.field, fact.id);
  return facts.filter((fact) => fact.type !== "detail" || fact.provenance !== "human" || last.get(fact.field) === fact.id);
}
