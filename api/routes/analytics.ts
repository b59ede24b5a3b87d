import { createRoute, z } from "@hono/zod-openapi";
import { channels, grades, sources, stages, statuses } from "#core/model/vocabulary.ts";
import { type Analytics, readAnalytics } from "#core/usecases/analytics/read-analytics.ts";
import { commaList, commaNames } from "../page.ts";
import { problems } from "../problem.ts";
import { newRouter } from "../router.ts";
import { OutcomesView, OutcomeView, toOutcomesView, toOutcomeView } from "../views/outcome.ts";
import { json } from "./answers.ts";

/** How many for each of some words, none left out. */
function countsOf<const W extends readonly [string, ...string[]]>(words: W, description: string) {
  return z.record(z.enum(words), z.int()).meta({ description, example: Object.fromEntries(words.map((word) => [word, 3])) });
}

const DayView = z.object({
  date: z.string().meta({ example: "2026-11-24" }),
  newContacts: z.int().meta({ example: 14 }),
  messagesIn: z.int().meta({ example: 210 }),
  messagesOut: z.int().meta({ example: 180 }),
  conversions: z.int().meta({ description: "Contacts that became converted", example: 4 }),
  sentiment: z
    .object({ mean: z.number().nullable(), messages: z.int() })
    .meta({ description: "Of inbound messages that carry a tone", example: { mean: 0.21, messages: 96 } }),
  statuses: countsOf(statuses, "Transitions into each status, by the time of their evidence"),
  stages: countsOf(stages, "Transitions into each stage, by the time of their evidence"),
  outcome: OutcomeView,
});

const AnalyticsView = z
  .object({
    from: z.string().meta({ example: "2026-11-01" }),
    to: z.string().meta({ example: "2026-11-30" }),
    zone: z.string().meta({ example: "Asia/Manila" }),
    days: z.array(DayView),
    outcomes: OutcomesView,
    now: z
      .object({
        contacts: z.int().meta({ example: 1200 }),
        byStatus: countsOf(statuses, "Contacts by status"),
        byStage: countsOf(stages, "Contacts by stage"),
        byGrade: countsOf(grades, "Contacts by grade"),
        bySource: countsOf(sources, "Contacts by source"),
      })
      .meta({ description: "All contacts as they are now" }),
  })
  .meta({ id: "Analytics" });

/** The date a time is on, as it is written. */
const dateParameter = (description: string, example: string) =>
  z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], { error: "is not a date like 2026-11-24" })
    .transform((text) => text.slice(0, 10))
    .optional()
    .openapi({ type: "string", format: "date", description, example });

const readRoute = createRoute({
  method: "get",
  path: "/analytics",
  operationId: "getAnalytics",
  tags: ["Analytics"],
  summary: "Counts, mean sentiment, waits and alerts by day, and how many contacts there are of each kind",
  description:
    "At most 366 days. The days cost as much as happened on them (about 0.1 s per million messages); `now` reads every contact once, some seconds per million, without holding up others.",
  request: {
    query: z.strictObject({
      from: dateParameter("First day; by default 29 days before `to`", "2026-11-01"),
      to: dateParameter("Last day, counted too; by default today", "2026-11-30"),
      zone: z
        .string()
        .min(1)
        .max(64)
        .optional()
        .meta({ description: "IANA zone whose days they are; by default the agent's", example: "Asia/Manila" }),
      channel: commaList(channels, "Waits and alerts of any of these channels alone"),
      branch: commaNames("Waits and alerts of any of these branches alone, by id; `none`: of none"),
    }),
  },
  responses: { 200: json("Every day, the quiet ones too", AnalyticsView), ...problems(401, 403, 422) },
});

export const analytics = newRouter().openapi(readRoute, async (c) => {
  const { channel, branch, ...period } = c.req.valid("query");
  const filter = { channel, branch: branch?.map((id) => (id === "none" ? null : id)) };
  return c.json(toView(await readAnalytics(c.var.ctx, period, filter)), 200);
});

function toView({ from, to, zone, days, outcomes, now }: Analytics): z.infer<typeof AnalyticsView> {
  return {
    from,
    to,
    zone,
    days: days.map(({ date, contacts, inbound, outbound, toned, toneSum, statuses, stages, outcome }) => ({
      date,
      newContacts: contacts,
      messagesIn: inbound,
      messagesOut: outbound,
      conversions: statuses.converted,
      sentiment: { mean: toned === 0 ? null : Math.round((toneSum / toned) * 1000) / 1000, messages: toned },
      statuses,
      stages,
      outcome: toOutcomeView(outcome),
    })),
    outcomes: toOutcomesView(outcomes),
    now: { contacts: now.total, byStatus: now.status, byStage: now.stage, byGrade: now.grade, bySource: now.source },
  };
}
