import { z } from "zod";
import { fail } from "#core/errors.ts";
import type { ContactFilter } from "#core/model/contact-filter.ts";
import { gradeLabels, sourceLabels, stageLabels, statusLabels } from "#core/model/labels.ts";
import type { TagRecord } from "#core/model/records.ts";
import { grades, sources, stages, statuses } from "#core/model/vocabulary.ts";
import { limits } from "../blocks/text.ts";
import type { InputValues } from "../slack/feature.ts";

const filterSchema = z
  .strictObject({
    q: z.string().min(1).max(200),
    status: z.array(z.enum(statuses)),
    stage: z.array(z.enum(stages)),
    grade: z.array(z.enum(grades)),
    source: z.array(z.enum(sources)),
    tag: z.array(z.string().max(100)),
  })
  .partial();
const searchSchema = z.strictObject({ filter: filterSchema, pages: z.array(z.string().max(1000)) });

type FilterFields = z.infer<typeof filterSchema>;
/** The fields of a contact filter that the search offers. */
export type SearchFilter = { [F in keyof FilterFields]: Exclude<FilterFields[F], undefined> };

/** A search: its filter, and the cursors of the pages so far. The last cursor is that of the page that is shown. */
export type Search = { filter: SearchFilter; pages: string[] };

/** The search as the value of a button. When there is no room for all cursors, the first are dropped, and Back goes to the first page sooner. */
export function writeSearch({ filter, pages }: Search): string {
  for (let kept = pages; ; kept = kept.slice(1)) {
    const text = JSON.stringify({ filter, pages: kept });
    if (text.length <= limits.value || kept.length <= 1) return text;
  }
}

export function readSearch(value: string): Search {
  try {
    const { filter, pages } = searchSchema.parse(JSON.parse(value));
    return { filter: withoutGaps(filter), pages };
  } catch {
    return fail("conflict", "this list is too old: search again");
  }
}

/** What the filter modal holds. */
export function filterIn(values: InputValues): SearchFilter {
  const given: Record<string, unknown> = {};
  for (const name of Object.keys(filterSchema.shape)) {
    const value = values[name]?.[name];
    const chosen = typeof value === "string" ? value.trim() : value;
    if (chosen && chosen.length > 0) given[name] = chosen;
  }
  const parsed = filterSchema.safeParse(given);
  return parsed.success ? withoutGaps(parsed.data) : fail("invalid", "the filter cannot be read: use fewer or other words");
}

function withoutGaps({ q, status, stage, grade, source, tag }: FilterFields): SearchFilter {
  return {
    ...(q && { q }),
    ...(status && { status }),
    ...(stage && { stage }),
    ...(grade && { grade }),
    ...(source && { source }),
    ...(tag && { tag }),
  };
}

/** "“reyes” · status New, Active · tagged VIP"; null: everybody. */
export function inWords({ q, status, stage, grade, source, tag }: ContactFilter, tags: readonly TagRecord[]): string | null {
  const named = tag?.map((id) => tags.find((one) => one.id === id)?.name ?? "a tag that is gone");
  const parts = [
    q && `“${q}”`,
    status?.length && `status ${status.map((one) => statusLabels[one].label).join(", ")}`,
    stage?.length && `stage ${stage.map((one) => stageLabels[one].label).join(", ")}`,
    grade?.length && `grade ${grade.map((one) => gradeLabels[one].label).join(", ")}`,
    source?.length && `from ${source.map((one) => sourceLabels[one].label).join(", ")}`,
    named?.length && `tagged ${named.join(", ")}`,
  ].filter(Boolean);
  return parts.length === 0 ? null : parts.join(" · ");
}
