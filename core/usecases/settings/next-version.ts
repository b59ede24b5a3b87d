import type { SettingsRecord } from "#core/model/records.ts";
import type { Settings, VersionedSettings } from "#core/model/settings.ts";
import type { Context } from "#core/ports/context.ts";

/**
 * The row of the next version, to be inserted: the commit is stale when another version is committed first. Contacts are folded
 * again at their next change, or by the sweep.
 */
export function nextVersion(ctx: Context, current: VersionedSettings, document: Settings): SettingsRecord {
  return { agentId: ctx.store.agentId, version: current.version + 1, document, createdAt: ctx.now(), createdBy: ctx.actor.id };
}
