import { LruCache } from "#core/lru-cache.ts";
import { settingsSchema, type VersionedSettings } from "#core/model/settings.ts";
import type { SettingsStore } from "#core/ports/store.ts";
import { readPage } from "../lists/cursor.ts";
import { sql } from "../sql.ts";
import { find, findOne, type Tenant } from "./tenant.ts";

/** Old versions kept in memory. */
const keptVersions = 20;
/** How long a version that another process wrote may be missed, in ms. A local file has no other process. */
const remoteAge = 1000;

export type CachedSettings = SettingsStore & { forget(): void };

export function settingsStore(tenant: Tenant): CachedSettings {
  let cached: Promise<VersionedSettings> | null = null;
  let readAt = 0;
  const versions = new LruCache<number, VersionedSettings>(keptVersions);

  async function read(): Promise<VersionedSettings> {
    const newest = await findOne(tenant, "settings", sql`true ORDER BY version DESC LIMIT 1`);
    if (!newest) throw new Error(`agent ${tenant.agentId} has no settings`);
    // An older document lacks what was added since: the schema fills in the defaults.
    return { version: newest.version, document: settingsSchema.parse(newest.document) };
  }

  async function version(number: number): Promise<VersionedSettings | null> {
    const held = versions.get(number);
    if (held) return held;
    const row = await findOne(tenant, "settings", sql`version = ${number}`);
    if (!row) return null;
    const found = { version: number, document: settingsSchema.parse(row.document) };
    versions.set(number, found);
    return found;
  }

  const forget = () => {
    cached = null;
  };
  return {
    forget,
    find: version,
    history: (page) =>
      readPage(
        page,
        async (after, limit) => {
          const older = after ? sql`version < ${after[0]}` : sql`true`;
          return (await find(tenant, "settings", sql`${older} ORDER BY version DESC LIMIT ${limit}`)).map(({ document: _, ...row }) => row);
        },
        ({ version: number }) => [number, ""],
      ),
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
