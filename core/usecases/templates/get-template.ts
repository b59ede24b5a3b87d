import { fail } from "#core/errors.ts";
import type { TemplateRecord } from "#core/model/template.ts";
import type { Context } from "#core/ports/context.ts";

export async function getTemplate(ctx: Context, { id }: { id: string }): Promise<TemplateRecord> {
  return (await ctx.store.templates.find(id)) ?? fail("not_found", `template ${id} does not exist`);
}
