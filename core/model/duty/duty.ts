import { z } from "zod";

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is a time of day like 09:00");
const localDate = z.iso.date();

/** Weekly hours in local time, days 1 (Monday) to 7; a span over midnight belongs to the day on which it begins. */
export const weeklyHoursSchema = z.array(z.object({ days: z.array(z.int().min(1).max(7)).min(1).max(7), from: timeOfDay, to: timeOfDay })).max(20);

/** Local days from `from` to `to`, both included. */
export const dayRangeSchema = z
  .object({ from: localDate, to: localDate })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "is before the first day" });
export type DayRange = z.infer<typeof dayRangeSchema>;

/** Who works when, beside the business's opening hours (`greeting.hours`). */
export const dutySettingsSchema = z.object({
  /** Days on which nobody works, whatever the hours; `branchId` null: nowhere. */
  closedDays: z
    .array(dayRangeSchema.safeExtend({ branchId: z.string().max(100).nullable().default(null) }))
    .max(500)
    .default([]),
  /** Branches whose hours are not the business's. */
  branches: z
    .array(z.object({ branchId: z.string().min(1).max(100), hours: weeklyHoursSchema.min(1) }))
    .max(200)
    .default([]),
  /** Staff with hours, days off or branches of their own. Whoever is not named works whenever it is open, everywhere. */
  staff: z
    .array(
      z.object({
        staffId: z.string().min(1).max(100),
        /** Null: the opening hours. */
        hours: weeklyHoursSchema.min(1).nullable().default(null),
        daysOff: z.array(dayRangeSchema).max(100).default([]),
        /** Empty: everywhere. */
        branchIds: z.array(z.string().min(1).max(100)).max(200).default([]),
      }),
    )
    .max(1000)
    .default([]),
  /** Whether customers who write while it is closed are told when it opens, once each time it is closed. */
  tellWhenClosed: z.boolean().default(true),
});
export type DutySettings = z.infer<typeof dutySettingsSchema>;
