import type { SettingsRecord } from "#core/model/records.ts";
import type { Settings, VersionedSettings } from "#core/model/settings.ts";
import type { Context } from "#core/ports/context.ts";

/**
 * The row that follows the current version, to be inserted: whoever commits another one first makes the commit stale.
 * Contacts are folded again when they are touched next, or by the sweep.
 */
export function nextVersion(ctx: Context, current: VersionedSettings, document: Settings): SettingsRecord {
  return { agentId: ctx.store.agentId, version: current.version + 1, document, createdAt: ctx.now(), createdBy: ctx.actor.id };
}
