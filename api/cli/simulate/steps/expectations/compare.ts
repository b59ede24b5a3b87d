import type { World } from "#api/cli/simulate/world.ts";

/** Says what does not hold. */
export type Differ = (what: string, expected: unknown, was: unknown) => void;

/** Looks whether something holds of somebody; `name` is what the scenario calls them. */
export type Compare<T> = (world: World, name: string, expected: T, differ: Differ) => Promise<void>;

/** Fields of a list's lines, compared in order: what is not named may be anything, and `…` in a text stands for any words. */
export function isLikeAll(expected: readonly Readonly<Record<string, unknown>>[], was: readonly Readonly<Record<string, unknown>>[]): boolean {
  return expected.length === was.length && expected.every((fields, at) => isLikeRow(fields, was[at] ?? {}));
}

/** Texts, compared in order. */
export function areLike(expected: readonly string[], was: readonly string[]): boolean {
  return expected.length === was.length && expected.every((text, at) => isLike(text, was[at] ?? ""));
}

function isLikeRow(expected: Readonly<Record<string, unknown>>, was: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(expected).every(([field, value]) => {
    const found = was[field];
    return typeof value === "string" && typeof found === "string" ? isLike(value, found) : value === found;
  });
}

function isLike(pattern: string, text: string): boolean {
  const parts = pattern.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(text);
}
