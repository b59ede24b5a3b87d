import type { Context } from "#core/ports/context.ts";

/** Lets waiting events be handled before long work goes on. */
export function yieldToEventLoop(ctx: Context): Promise<void> {
  return new Promise((resolve) => ctx.defer(resolve));
}
