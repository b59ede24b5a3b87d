import { z } from "@hono/zod-openapi";
import { alertStates } from "#core/model/alert.ts";
import { waitEnds } from "#core/model/conversation.ts";
import { channels } from "#core/model/vocabulary.ts";
import type { AlertOutcome, Spread, WaitOutcome } from "#core/rules/conversations/outcomes.ts";
import type { Outcome, Outcomes } from "#core/usecases/analytics/read-outcomes.ts";

const SpreadView = z
  .object({
    count: z.int(),
    medianSeconds: z.int().nullable(),
    p90Seconds: z.int().nullable().meta({ description: "Nine of ten took at most this" }),
  })
  .meta({ id: "Spread", example: { count: 42, medianSeconds: 310, p90Seconds: 2400 } });

const counts = <const W extends readonly [string, ...string[]]>(words: W) => z.record(z.enum(words), z.int());

const WaitsView = z
  .object({
    firstAnswer: SpreadView.meta({ description: "From a customer's first words until somebody of the business, or its bot, first answered them" }),
    waited: SpreadView.meta({ description: "Every wait for an answer, however it ended" }),
    endedBy: counts(waitEnds).meta({
      description: "By an answer of the bot or of staff, by the customer's own words, or because staff called it done",
    }),
  })
  .meta({ id: "WaitOutcome", description: "Waits that ended in this time" });

const AlertsView = z
  .object({ raised: z.int(), states: counts(alertStates).meta({ description: "By what has become of them since" }) })
  .meta({ id: "AlertOutcome", description: "Alerts that were raised in this time" });

const outcome = { waits: WaitsView, alerts: AlertsView };
export const OutcomeView = z.object(outcome).meta({ id: "Outcome" });

export const OutcomesView = z
  .object({
    ...outcome,
    byChannel: z.array(z.object({ channel: z.enum(channels), ...outcome })),
    byBranch: z.array(z.object({ branchId: z.string().nullable().meta({ description: "Null: of no branch" }), ...outcome })),
    byRule: z.array(z.object({ rule: z.string(), name: z.string(), alerts: AlertsView })),
  })
  .meta({ id: "Outcomes", description: "Of all these days together. Seconds have three significant digits" });

export function toOutcomeView({ waits, alerts }: Outcome): z.infer<typeof OutcomeView> {
  return { waits: toWaitsView(waits), alerts: toAlertsView(alerts) };
}

export function toOutcomesView({ byChannel, byBranch, byRule, ...all }: Omit<Outcomes, "days">): z.infer<typeof OutcomesView> {
  return {
    ...toOutcomeView(all),
    byChannel: byChannel.map(({ channel, ...of }) => ({ channel, ...toOutcomeView(of) })),
    byBranch: byBranch.map(({ branchId, ...of }) => ({ branchId, ...toOutcomeView(of) })),
    byRule: byRule.map(({ rule, name, alerts }) => ({ rule, name, alerts: toAlertsView(alerts) })),
  };
}

const toSpreadView = ({ count, median, p90 }: Spread) => ({ count, medianSeconds: median, p90Seconds: p90 });

function toWaitsView({ firstAnswer, waited, endedBy }: WaitOutcome): z.infer<typeof WaitsView> {
  return { firstAnswer: toSpreadView(firstAnswer), waited: toSpreadView(waited), endedBy };
}

const toAlertsView = ({ raised, states }: AlertOutcome): z.infer<typeof AlertsView> => ({ raised, states });
