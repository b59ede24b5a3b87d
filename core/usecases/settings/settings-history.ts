import type { SettingsRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";

/** Who changed the settings when, newest first. */
export async function settingsHistory(ctx: Context, page: PageQuery): Promise<Page<Omit<SettingsRecord, "document">>> {
  return ctx.store.settings.history(page);
}
