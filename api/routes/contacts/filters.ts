import { z } from "@hono/zod-openapi";
import { commaList, commaNames, flagParameter, momentParameter } from "#api/page.ts";
import { channels, grades, sentimentLevels, sources, stages, statuses } from "#core/model/vocabulary.ts";
import { type ContactFilter, type ContactSort, contactSorts } from "#core/ports/store.ts";
import { withoutIdleConditions } from "#core/rules/bulk/condition.ts";
import type { ChosenFilter } from "#core/usecases/segments/resolve-filter.ts";

/** The filters of the contact list, its export and whatever else chooses contacts. */
export const contactFilters = {
  status: commaList(statuses, "Any of these statuses"),
  source: commaList(sources, "Any of these sources"),
  stage: commaList(stages, "Any of these stages"),
  channel: commaList(channels, "Writes on any of these channels"),
  tag: commaNames("Any of these tags, by id or name"),
  grade: commaList(grades, "Any of these grades"),
  sentiment: commaList(sentimentLevels, "Any of these levels"),
  branch: commaNames("Any of these branches, by id"),
  owner: commaNames("Any of these owners, by id"),
  email: commaNames("Any of these e-mail addresses, in any spelling of the same one"),
  phone: commaNames("Any of these phone numbers, in any form; without a country as the agent's region writes them"),
  vip: flagParameter("Only VIPs, or only others"),
  atRisk: flagParameter("Only those at risk, or only others"),
  awaitingReply: flagParameter("Only those who wait for an answer of ours, or only others"),
  createdAfter: momentParameter("Made at or after this"),
  createdBefore: momentParameter("Made before this"),
  lastSeenAfter: momentParameter("Last wrote at or after this"),
  lastSeenBefore: momentParameter("Last wrote before this"),
  q: z.string().max(200).optional().meta({
    description:
      "Part of name, e-mail or phone, in any digit grouping; accents and case do not count. All words must be found; one or two characters alone are the beginning of a name",
    example: "ana 0917",
  }),
};

const segment = z.string().min(1).max(100).optional().meta({ description: "Id of a segment: its filter must hold too" });

/** The filters, and a segment beside them. */
export const contactChoice = { ...contactFilters, segment };

type Filters = z.output<z.ZodObject<typeof contactFilters>>;

/** Given filters only; a `q` of which nothing can be read filters nothing. */
export function toFilter(given: Filters): ContactFilter {
  const isGiven = ([name, value]: [string, unknown]) => Object.hasOwn(contactFilters, name) && value !== undefined;
  return withoutIdleConditions(Object.fromEntries(Object.entries(given).filter(isGiven)));
}

export function toChoice({ segment: id, ...given }: Filters & { segment?: string | undefined }): ChosenFilter {
  return { ...toFilter(given), ...(id !== undefined && { segment: id }) };
}

const flag = (description: string) => z.boolean().optional().meta({ description });
const inJson = {
  vip: flag("Only VIPs, or only others"),
  atRisk: flag("Only those at risk, or only others"),
  awaitingReply: flag("Only those who wait for an answer of ours, or only others"),
};

/** The same filters in a body: lists are arrays, flags true or false. */
export const FilterInput = z
  .strictObject({ ...contactFilters, ...inJson })
  .meta({ id: "ContactFilter", description: "The filters of the contact list. All must hold", example: { status: ["qualified"], vip: true } });

export const ChoiceInput = z
  .strictObject({ ...contactChoice, ...inJson })
  .meta({ id: "ContactChoice", description: "The filters of the contact list, and a segment. All must hold", example: { status: ["qualified"] } });

const orders = [...contactSorts, ...contactSorts.map((by) => `-${by}` as const)] as const;

export const sortParameter = z.enum(orders).default("-lastSeenAt").meta({ description: "`-` for descending", example: "-lastSeenAt" });

export function toSort(order: (typeof orders)[number]): ContactSort {
  const by = contactSorts.find((name) => order.endsWith(name)) ?? "lastSeenAt";
  return { by, descending: order.startsWith("-") };
}
