import { lifetimeValueIn } from "../contact/lifetime-value.ts";

/** One part of what a contact was worth, as the text of a cell; "" where nothing was said. `sums` in thousandths by currency. */
export function worthText({ sums, part }: { sums: Readonly<Record<string, number>>; part: "amount" | "currency" }): string {
  return String(lifetimeValueIn(sums)?.[part] ?? "");
}
