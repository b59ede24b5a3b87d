import type { TemplateRecord } from "#core/model/template.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";

/** By name. */
export async function listTemplates(ctx: Context, { page }: { page: PageQuery }): Promise<Page<TemplateRecord>> {
  return ctx.store.templates.list(page);
}
