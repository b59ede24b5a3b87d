import { stages } from "#core/model/vocabulary.ts";
import type { Context } from "#core/ports/context.ts";
import type { PipelineRow } from "#core/ports/store.ts";

/** `conversion`: share of those who ever entered the stage that went on to a later one; null where nobody entered or nothing follows. */
export type PipelineStage = PipelineRow & { conversion: number | null };

/** Every stage in the order of the journey, those without contacts too. */
export async function readPipeline(ctx: Context): Promise<PipelineStage[]> {
  const rows = new Map((await ctx.store.contacts.pipeline()).map((row) => [row.stage, row]));
  return stages.map((stage) => {
    const row = rows.get(stage) ?? { stage, count: 0, entered: 0, wentOn: 0, medianTimeInStage: null };
    return { ...row, conversion: row.entered === 0 || stage === stages.at(-1) ? null : row.wentOn / row.entered };
  });
}
