import type { TagRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import type { ImportedPerson } from "#core/rules/imports/person.ts";
import { foldText } from "#core/rules/text/text.ts";

/** The most tags that one import may create: a column with more of them is not a list of tags. */
export const maxNewTags = 1_000;

/** The agent's tags by folded name, read only when a row has a tag. */
export async function tagsByKey(ctx: Context, persons: readonly (ImportedPerson | null)[]): Promise<Map<string, TagRecord>> {
  if (!persons.some((person) => person !== null && person.tags.length > 0)) return new Map();
  return new Map((await ctx.store.labels.tags()).map((tag) => [tag.nameKey, tag]));
}

/** The tags that exist, and the new ones that `admit` accepts. */
export function tagsAdmitted(names: readonly string[], known: ReadonlyMap<string, unknown>, admit: (key: string) => boolean): string[] {
  return names.filter((name) => known.has(foldText(name)) || admit(foldText(name)));
}
