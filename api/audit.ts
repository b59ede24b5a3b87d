import { createMiddleware } from "hono/factory";
import type { AuditRecord } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";
import { recordAuditLine } from "#core/usecases/audit/record-audit-line.ts";
import type { ApiContext, ApiEnv, ApiOperation } from "./types.ts";

/**
 * Every change and every export leaves a line in the audit log, under the name that its operation has, so that no route can
 * forget: a change in the commit that has the effect, what has no commit of its own before the answer leaves.
 */
export const audit = createMiddleware<ApiEnv>(async (c, next) => {
  const { operation, ctx } = c.var;
  if (!operation || operation.auditAction === null) return next();
  let isSaved = false;
  const saved = () => {
    isSaved = true;
  };
  const audited = { ...ctx, audit: { action: operation.auditAction, subjectId: subjectOf(c, operation), saved } };
  const isChange = c.req.method !== "GET" && c.req.method !== "HEAD";
  if (isChange) c.set("ctx", audited);
  await next();
  const isReplay = c.res.headers.has("idempotency-replayed");
  if (c.res.ok && !isSaved && !isReplay) await recordAuditLine(audited);
});

/** The context with more said in its audit line: closed words and numbers, nobody's words. */
export function withAuditDetail(ctx: Context, detail: AuditRecord["detail"]): Context {
  return ctx.audit ? { ...ctx, audit: { ...ctx.audit, detail: { ...ctx.audit.detail, ...detail } } } : ctx;
}

/** `/v1/contacts/con_1/tags/tag_1` is about `con_1`. */
function subjectOf(c: ApiContext, { subjectAt }: ApiOperation): string | null {
  const segment = subjectAt < 0 ? undefined : c.req.path.split("/").slice(1)[subjectAt];
  return segment === undefined ? null : decodeURIComponent(segment).slice(0, 100);
}
