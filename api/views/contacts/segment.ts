import { z } from "@hono/zod-openapi";
import type { ContactFilter, SegmentRecord } from "#core/model/contact-filter.ts";
import { iso, Moment } from "../moment.ts";

export const SegmentView = z
  .object({
    id: z.string().meta({ example: "seg_01kaw3v6h0abcdefghjkmnpqrs" }),
    name: z.string().meta({ example: "Hot leads" }),
    filter: z
      .record(z.string(), z.union([z.array(z.string()), z.boolean(), z.string()]))
      .meta({ description: "As it was given, with times in UTC", example: { status: ["qualified"], vip: true } }),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .meta({ id: "Segment", description: "A filter under a name" });

export function toSegmentView({ id, name, filter, createdAt, updatedAt }: SegmentRecord): z.infer<typeof SegmentView> {
  return { id, name, filter: toFilterView(filter), createdAt: iso(createdAt), updatedAt: iso(updatedAt) };
}

/** The numbers in a filter are times; `and` and `ids` come only from within. */
function toFilterView({ and: _, ids: __, ...filter }: ContactFilter): z.infer<typeof SegmentView>["filter"] {
  return Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, typeof value === "number" ? iso(value) : value]));
}
