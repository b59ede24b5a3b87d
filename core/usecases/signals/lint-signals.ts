import type { Context } from "#core/ports/context.ts";
import type { Finding } from "#core/rules/signals/finding.ts";
import { lintSignals as lint } from "#core/rules/signals/lint.ts";

export async function lintSignals(ctx: Context): Promise<readonly Finding[]> {
  return lint((await ctx.store.settings.current()).document);
}
