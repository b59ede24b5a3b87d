import { fail } from "#core/errors.ts";
import type { ImportRecord } from "#core/model/import.ts";
import type { Context } from "#core/ports/context.ts";

export async function getImport(ctx: Context, { id }: { id: string }): Promise<ImportRecord> {
  return (await ctx.store.imports.find(id)) ?? fail("not_found", `import ${id} does not exist`);
}
