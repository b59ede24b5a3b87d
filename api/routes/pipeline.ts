import { createRoute, z } from "@hono/zod-openapi";
import { stages } from "#core/model/vocabulary.ts";
import { type PipelineStage, readPipeline } from "#core/usecases/contacts/read-pipeline.ts";
import { problems } from "../problem.ts";
import { newRouter } from "../router.ts";
import { json } from "./answers.ts";

const PipelineView = z
  .object({
    stages: z.array(
      z.object({
        stage: z.enum(stages).meta({ example: "comparing" }),
        count: z.int().meta({ description: "Contacts in it now", example: 12 }),
        entered: z.int().meta({ description: "Contacts that ever reached it", example: 30 }),
        wentOn: z.int().meta({ description: "Those of them that later reached a later stage", example: 12 }),
        conversion: z.number().nullable().meta({ description: "Share of those that went on to a later stage", example: 0.4 }),
        medianSecondsInStage: z.number().nullable().meta({ description: "Of those who left it", example: 86400 }),
      }),
    ),
  })
  .meta({ id: "Pipeline" });

const readRoute = createRoute({
  method: "get",
  path: "/pipeline",
  operationId: "getPipeline",
  tags: ["Pipeline"],
  summary: "Counts, conversion and median time by stage",
  description: "In the order of the journey.",
  responses: { 200: json("Every stage", PipelineView), ...problems(401, 403) },
});

export const pipeline = newRouter().openapi(readRoute, async (c) => {
  const rows = await readPipeline(c.var.ctx);
  const toView = ({ medianTimeInStage: median, ...row }: PipelineStage) => ({ ...row, medianSecondsInStage: median === null ? null : median / 1000 });
  return c.json({ stages: rows.map(toView) }, 200);
});
