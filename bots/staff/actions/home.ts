import { readPipeline } from "#core/usecases/contacts/read-pipeline.ts";
import { listTags } from "#core/usecases/tags/list-tags.ts";
import { followUpQueue } from "../commands/followups.ts";
import { type Action, openModal } from "../context.ts";
import { modal } from "../views/blocks.ts";
import { filterModal } from "../views/filter-modal.ts";
import { pipelineCard } from "../views/pipeline.ts";

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
