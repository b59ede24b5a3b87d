import type { Context } from "#core/ports/context.ts";

/** What a key does here goes into the audit log, in the commit that has the effect. */
export function audited(ctx: Context, action: string, subjectId: string | null): Context {
  return { ...ctx, audit: { action, subjectId } };
}
