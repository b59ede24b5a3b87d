import { fail, invalidField } from "#core/errors.ts";
import type { TemplateRecord, TemplateText } from "#core/model/template.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { foldText } from "#core/rules/text.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { type JudgedTemplate, judgeTemplate, refuseFaulty } from "./judge-template.ts";

export type NewTemplate = { name: string; texts: TemplateText[] };

/** Names are unique whatever their case and accents. */
export async function createTemplate(ctx: Context, { name, texts }: NewTemplate): Promise<JudgedTemplate> {
  refuseFaulty({ texts });
  return retrying(ctx, async () => {
    const now = ctx.now();
    const template = { id: ctx.newId("tpl"), agentId: ctx.store.agentId, ...named(name), texts, createdAt: now, updatedAt: now };
    await refuseTakenName(ctx, template);
    return commit(ctx, new ChangeSet().insert("templates", template), judgeTemplate(template));
  });
}

export function named(name: string): { name: string; nameKey: string } {
  const nameKey = foldText(name);
  if (nameKey === "") throw invalidField("/name", "has nothing that can be read");
  return { name, nameKey };
}

export async function refuseTakenName(ctx: Context, { id, nameKey }: TemplateRecord): Promise<void> {
  const holder = await ctx.store.templates.byKey(nameKey);
  if (!holder || holder.id === id) return;
  fail("conflict", `template ${holder.id} has this name already`, { templateId: holder.id, errors: [{ pointer: "/name", detail: "is taken" }] });
}
