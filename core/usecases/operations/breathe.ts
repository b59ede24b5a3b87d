import type { Context } from "#core/ports/context.ts";

/** Lets those who wait be served before the work goes on. */
export function breathe(ctx: Context): Promise<void> {
  return new Promise((resolve) => ctx.soon(resolve));
}
