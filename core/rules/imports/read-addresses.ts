import { normalizeEmail } from "#core/rules/address/email.ts";
import type { Address } from "#core/rules/address/identity.ts";
import { toE164 } from "#core/rules/address/phone.ts";
import { labelHeaders } from "./headers.ts";

/** An address of a row, and under which name it is kept when it is not the person's first. */
export type NamedAddress = Address & { name: string };

export type AddressCell = { column: string; text: string; label: string };

const between = { email: /\s*(?::::|[;,|\r\n]|\s\/\s)\s*/, phone: /\s*(?::::|[;,|/\r\n])\s*/ };
/** Google's labels: a star marks those of Google itself. */
const fax = /\bfax\b|\bpager\b/i;

/**
 * The addresses of one kind in the cells of a row, in their order; a cell may hold several. `unread`: columns in which
 * something is no address. Phones that a label calls fax or pager are none.
 */
export function addressesIn(
  kind: Address["kind"],
  cells: readonly AddressCell[],
  region: string | null,
): { found: NamedAddress[]; unread: string[] } {
  const read = (text: string) => (kind === "email" ? readEmail(text) : toE164(text, region));
  const found = new Map<string, NamedAddress>();
  const unread = new Set<string>();
  for (const { column, text, label } of cells) {
    if (text === "" || fax.test(label)) continue;
    const parts = read(text) === null ? text.split(between[kind]).filter(Boolean) : [text];
    for (const [at, part] of parts.entries()) {
      const value = read(part);
      if (value === null) unread.add(column);
      else if (!found.has(value)) found.set(value, { kind, value, name: nameOf(column, at + 1) });
    }
  }
  return { found: [...found.values()], unread: [...unread] };
}

/** Beside the bare address what mail programs write: "Ana Reyes <ana@example.com>", "mailto:ana@example.com". */
function readEmail(text: string): string | null {
  return normalizeEmail(/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text.replace(/^mailto:/i, ""));
}

const longestName = 90;

function nameOf(column: string, place: number): string {
  const name = column.replace(/\s*-\s*value$/i, "").slice(0, longestName);
  return place === 1 ? name : `${name} (${place})`;
}

/** What the column beside an address calls it, "" for nothing. */
export function labelOf(column: string, textAt: (column: string) => string): string {
  return labelHeaders(column).map(textAt).find(Boolean) ?? "";
}
