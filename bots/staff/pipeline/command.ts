import { readPipeline } from "#core/usecases/contacts/read-pipeline.ts";
import type { CommandHandler } from "../slack/feature.ts";
import { pipelineCard } from "./card-blocks.ts";
import { countByStatus } from "./status-counts.ts";

export const pipelineCommand: CommandHandler = {
  word: "pipeline",
  role: "viewer",
  help: "where people stand on their way, and how many go on",
  run: async ({ ctx, respond }) => {
    const [stages, status] = await Promise.all([readPipeline(ctx), countByStatus(ctx)]);
    await respond(pipelineCard({ stages, status }));
  },
};
