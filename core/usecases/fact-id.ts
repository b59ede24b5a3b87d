import type { Context, IdPrefix } from "#core/ports/context.ts";
import type { Directory } from "#core/ports/store.ts";
import { factId, sequencedId, sequenceOf } from "#core/rules/ids.ts";

/** Arrivals are counted from here, so that their numbers are above those that platforms give. */
const countedFrom = Date.UTC(2020, 0, 1);
const latest = new WeakMap<Directory, number>();

/** A number that is larger than that of everything that has arrived before, also before a restart. */
export function nextArrival({ directory, now }: Pick<Context, "directory" | "now">): number {
  const next = Math.max((latest.get(directory) ?? 0) + 1, now() - countedFrom);
  latest.set(directory, next);
  return next;
}

type FactNaming = {
  prefix: IdPrefix;
  /** When it happened, ms since 1970. */
  at: number;
  /** Where the platform's id is unique, and the platform's id itself last; null: it has none. */
  names: readonly string[] | null;
  /** Of `nextArrival`, taken when it arrived. */
  arrived: number;
};

/**
 * The id of a new fact. Of facts of one instant the later one has the greater id: by the platform's own sequence where its ids
 * are in order, else by arrival.
 */
export function factIdOf(ctx: Context, { prefix, at, names, arrived }: FactNaming): string {
  if (names && sequenceOf(names.at(-1) ?? "") !== null) return factId(prefix, at, ctx.store.agentId, ...names);
  return sequencedId(prefix, at, Math.max(0, arrived), ctx.newUuid());
}

/** The id of a fact that people or a request state now, or for a moment `at`. */
export function newFactId(ctx: Context, prefix: IdPrefix, at: number): string {
  return factIdOf(ctx, { prefix, at, names: null, arrived: nextArrival(ctx) });
}
