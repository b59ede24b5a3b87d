import { day } from "#core/rules/time.ts";
import { readOutcomes } from "#core/usecases/analytics/read-outcomes.ts";
import { readPipeline } from "#core/usecases/contacts/read-pipeline.ts";
import type { CommandHandler } from "../slack/feature.ts";
import { pipelineCard } from "./card-blocks.ts";
import { countByStatus } from "./status-counts.ts";

/** Days of which the card tells waits and alerts. */
const days = 30;

export const pipelineCommand: CommandHandler = {
  word: "pipeline",
  role: "viewer",
  help: "where people stand on their way, how many go on, and how long they waited",
  run: async ({ ctx, respond }) => {
    const span = [ctx.now() - days * day, ctx.now()];
    const [stages, status, outcomes] = await Promise.all([readPipeline(ctx), countByStatus(ctx), readOutcomes(ctx, span)]);
    await respond(pipelineCard({ stages, status, outcomes: { ...outcomes, days } }));
  },
};
