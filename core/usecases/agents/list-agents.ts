import type { AgentRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";

export async function listAgents(ctx: Context, { page }: { page: PageQuery }): Promise<Page<AgentRecord>> {
  return ctx.directory.agents(page);
}
