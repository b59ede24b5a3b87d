import { z } from "@hono/zod-openapi";
import { channels, grades, sentimentLevels, sources, stages, statuses } from "#core/model/vocabulary.ts";
import { type ContactFilter, type ContactSort, contactSorts } from "#core/ports/store.ts";
import { commaList, commaNames, flagParameter, momentParameter } from "../page.ts";

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
  vip: flagParameter("Only VIPs, or only others"),
  atRisk: flagParameter("Only those at risk, or only others"),
  createdAfter: momentParameter("Made at or after this"),
  createdBefore: momentParameter("Made before this"),
  lastSeenAfter: momentParameter("Last wrote at or after this"),
  lastSeenBefore: momentParameter("Last wrote before this"),
  q: z.string().max(200).optional().meta({
    description: "Part of name, e-mail or phone, in any digit grouping; accents and case do not count. All words must be found",
    example: "ana 0917",
  }),
};

type Filters = z.output<z.ZodObject<typeof contactFilters>>;

/** Given filters only; a `q` of blanks filters nothing. */
export function toFilter(given: Filters): ContactFilter {
  const { q, ...rest } = given;
  const filters = Object.fromEntries(Object.entries(rest).filter(([name, value]) => name in contactFilters && value !== undefined));
  return { ...filters, ...(q !== undefined && q.trim() !== "" && { q }) };
}

const orders = [...contactSorts, ...contactSorts.map((by) => `-${by}` as const)] as const;

export const sortParameter = z.enum(orders).default("-lastSeenAt").meta({ description: "`-` for descending", example: "-lastSeenAt" });

export function toSort(order: (typeof orders)[number]): ContactSort {
  const by = contactSorts.find((name) => order.endsWith(name)) ?? "lastSeenAt";
  return { by, descending: order.startsWith("-") };
}
