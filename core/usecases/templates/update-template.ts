import type { TemplateText } from "#core/model/template.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { named, refuseTakenName } from "./create-template.ts";
import { getTemplate } from "./get-template.ts";
import { type JudgedTemplate, judgeTemplate, refuseFaulty } from "./judge-template.ts";

type Update = { id: string; name?: string | undefined; texts?: TemplateText[] | undefined };

/** What is not given stays; texts replace all texts. What has been suggested already stays as it was shown. */
export async function updateTemplate(ctx: Context, { id, name, texts }: Update): Promise<JudgedTemplate> {
  if (texts) refuseFaulty({ texts });
  return retrying(ctx, async () => {
    const held = await getTemplate(ctx, { id });
    const template = { ...held, ...(name !== undefined && named(name)), texts: texts ?? held.texts, updatedAt: ctx.now() };
    await refuseTakenName(ctx, template);
    return commit(ctx, new ChangeSet().put("templates", template), judgeTemplate(template));
  });
}
