import type { Context } from "#core/ports/context.ts";
import type { AnySignalFinding } from "#core/rules/signals/finding-codes.ts";
import { lintSignals as lint } from "#core/rules/signals/lint.ts";

export async function lintSignals(ctx: Context): Promise<readonly AnySignalFinding[]> {
  return lint((await ctx.store.settings.current()).document);
}
