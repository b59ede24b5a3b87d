import { readPipeline } from "#core/usecases/contacts/read-pipeline.ts";
import { listTags } from "#core/usecases/tags/tags.ts";
import { modal } from "../blocks/blocks.ts";
import { filterModal } from "../contact-lists/filter-modal.ts";
import { followUpQueue } from "../followups/command.ts";
import { pipelineCard } from "../pipeline/card-blocks.ts";
import { type Action, openModal } from "../slack/feature.ts";

/** After every press on it the Home tab is shown anew, so that there is nothing more to do. */
const refresh: Action = { id: "home:refresh", role: "viewer", audit: "home.refresh", run: async () => {} };

const find: Action = {
  id: "home:find",
  role: "viewer",
  audit: "home.find",
  run: async (press) => openModal(press, filterModal({ filter: {}, tags: await listTags(press.ctx) })),
};

const pipeline: Action = {
  id: "home:pipeline",
  role: "viewer",
  audit: "home.pipeline",
  run: async (press) => {
    const { blocks } = pipelineCard({ stages: await readPipeline(press.ctx), status: null });
    await openModal(press, modal({ title: "Pipeline", callback: "pipeline", about: "", blocks }));
  },
};

/** From the morning's overview. */
const followUps: Action = {
  id: "home:followups",
  role: "viewer",
  audit: "home.followups",
  run: async (press) => press.respond(await followUpQueue(press.ctx)),
};

export const homeActions: readonly Action[] = [refresh, find, pipeline, followUps];
