import { settingsSchema, type VersionedSettings } from "#core/model/settings.ts";
import type { SettingsStore } from "#core/ports/store.ts";
import { sql } from "../sql.ts";
import { findOne, type Tenant } from "./tenant.ts";

/** How long another process's new version may go unseen, in ms. A local file has no other process. */
const remoteAge = 1000;

export type CachedSettings = SettingsStore & { forget(): void };

export function settingsStore(tenant: Tenant): CachedSettings {
  let cached: Promise<VersionedSettings> | null = null;
  let readAt = 0;

  async function read(): Promise<VersionedSettings> {
    const newest = await findOne(tenant, "settings", sql`true ORDER BY version DESC LIMIT 1`);
    if (!newest) throw new Error(`agent ${tenant.agentId} has no settings`);
    // An older document lacks what was added since: the schema fills in the defaults.
    return { version: newest.version, document: settingsSchema.parse(newest.document) };
  }

  const forget = () => {
    cached = null;
  };
  return {
    forget,
    current: () => {
      const isOld = tenant.connection.kind === "remote" && Date.now() - readAt > remoteAge;
      if (cached && !isOld) return cached;
      readAt = Date.now();
      const reading = read();
      reading.catch(forget);
      cached = reading;
      return reading;
    },
  };
}
