import { fail } from "#core/errors.ts";
import type { TemplateRecord, TemplateText } from "#core/model/template.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { triggersNaming } from "#core/rules/texts/trigger-templates.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { refuseTakenName, withNameKey } from "#core/usecases/unique-name.ts";
import { type JudgedTemplate, judgeTemplate, refuseFaulty } from "./judge-template.ts";

export async function getTemplate(ctx: Context, { id }: { id: string }): Promise<TemplateRecord> {
  return (await ctx.store.templates.find(id)) ?? fail("not_found", `template ${id} does not exist`);
}

/** By name. */
export async function listTemplates(ctx: Context, { page }: { page: PageQuery }): Promise<Page<TemplateRecord>> {
  return ctx.store.templates.list(page);
}

export type NewTemplate = { name: string; texts: TemplateText[] };

/** Names are unique whatever their case and accents. */
export async function createTemplate(ctx: Context, { name, texts }: NewTemplate): Promise<JudgedTemplate> {
  refuseFaulty({ texts });
  return retrying(ctx, async () => {
    const now = ctx.now();
    const template = { id: ctx.newId("tpl"), agentId: ctx.store.agentId, ...withNameKey(name), texts, createdAt: now, updatedAt: now };
    refuseTakenName("template", await ctx.store.templates.byKey(template.nameKey), template.id);
    return commit(ctx, new ChangeSet().insert("templates", template), judgeTemplate(template));
  });
}

type TemplateUpdate = { id: string; name?: string | undefined; texts?: TemplateText[] | undefined };

/** What is not given stays; texts replace all texts. What has been suggested already stays as it was shown. */
export async function updateTemplate(ctx: Context, { id, name, texts }: TemplateUpdate): Promise<JudgedTemplate> {
  if (texts) refuseFaulty({ texts });
  return retrying(ctx, async () => {
    const held = await getTemplate(ctx, { id });
    const template = { ...held, ...(name !== undefined && withNameKey(name)), texts: texts ?? held.texts, updatedAt: ctx.now() };
    refuseTakenName("template", await ctx.store.templates.byKey(template.nameKey), template.id);
    return commit(ctx, new ChangeSet().replace("templates", held, template), judgeTemplate(template));
  });
}

/** A template that a trigger of the current settings names is a conflict: the trigger would say something else without notice. */
export async function deleteTemplate(ctx: Context, { id }: { id: string }): Promise<void> {
  return retrying(ctx, async () => {
    await getTemplate(ctx, { id });
    const { version, document } = await ctx.store.settings.current();
    const triggers = triggersNaming(document.followUps, id);
    if (triggers.length > 0) {
      fail("conflict", `the follow-up triggers ${triggers.join(", ")} name template ${id}: give them another first`, { triggers });
    }
    const changes = new ChangeSet().expectAbsent("settings", { version: version + 1 }, "version");
    return commit(ctx, changes.remove("templates", { agentId: ctx.store.agentId, id }), undefined);
  });
}
