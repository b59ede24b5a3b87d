import { fail, invalidField } from "#core/errors.ts";
import { foldText } from "#core/rules/text/text.ts";

/** A name with the key by which names are unique, whatever their case and accents. Throws CrmError `invalid` for one that nobody can read. */
export function withNameKey(name: string): { name: string; nameKey: string } {
  const nameKey = foldText(name);
  if (nameKey === "") throw invalidField("/name", "has nothing that can be read");
  return { name, nameKey };
}

/** The first of the records whose name is the same, whatever its case and accents; null: the name is free. */
export function holderOf<T extends { name: string }>(name: string, records: readonly T[]): T | null {
  const nameKey = foldText(name);
  return records.find((record) => foldText(record.name) === nameKey) ?? null;
}

/** Throws a conflict that names the `holder` of the name, unless it is the record `id` itself. */
export function refuseTakenName(
  kind: "branch" | "rule" | "segment" | "signal" | "tag" | "template",
  holder: { id: string } | null,
  id: string,
): void {
  if (!holder || holder.id === id) return;
  const details = { [`${kind}Id`]: holder.id, errors: [{ pointer: "/name", detail: "is taken" }] };
  fail("conflict", `${kind} ${holder.id} has this name already`, details);
}
