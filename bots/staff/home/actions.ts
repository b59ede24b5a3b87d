import { readPipeline } from "#core/usecases/contacts/read-pipeline.ts";
import { everyTag } from "#core/usecases/tags/tags.ts";
import { modal } from "../blocks/blocks.ts";
import { filterModal } from "../contact-lists/filter-modal.ts";
import { followUpQueue } from "../followups/command.ts";
import { pipelineCard } from "../pipeline/card-blocks.ts";
import { type ActionHandler, openModal } from "../slack/feature.ts";

/** Does nothing by itself, since the Home tab is published again after every button on it. */
const refresh: ActionHandler = { id: "home:refresh", role: "viewer", audit: "home.refresh", run: async () => {} };

const find: ActionHandler = {
  id: "home:find",
  role: "viewer",
  audit: "home.find",
  run: async (request) => openModal(request, filterModal({ filter: {}, tags: await everyTag(request.ctx) })),
};

const pipeline: ActionHandler = {
  id: "home:pipeline",
  role: "viewer",
  audit: "home.pipeline",
  run: async (request) => {
    const { blocks } = pipelineCard({ stages: await readPipeline(request.ctx), status: null, outcomes: null });
    await openModal(request, modal({ title: "Pipeline", callback: "pipeline", about: "", blocks }));
  },
};

/** From the morning's overview. */
const followUps: ActionHandler = {
  id: "home:followups",
  role: "viewer",
  audit: "home.followups",
  run: async (request) => request.respond(await followUpQueue(request.ctx)),
};

export const homeActions: readonly ActionHandler[] = [refresh, find, pipeline, followUps];
