import type { AuditRecord } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";

export type AuditFilter = { actorId?: string | undefined; action?: string | undefined; subjectId?: string | undefined };

/** What was done, by whom and to what, newest first. */
export async function listAudit(ctx: Context, { actorId, action, subjectId }: AuditFilter, page: PageQuery): Promise<Page<AuditRecord>> {
  return ctx.store.audit.list({ ...(actorId && { actorId }), ...(action && { action }), ...(subjectId && { subjectId }) }, page);
}
