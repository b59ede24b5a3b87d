import { invalidField } from "#core/errors.ts";
import type { AgentRecord, KeyRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { isTimeZone } from "#core/usecases/contacts/time-zone.ts";

/** `keyHash`: SHA-256 of the agent's first key, in hex. */
export type NewAgent = { name: string; keyHash: string; timeZone?: string | undefined; region?: string | null | undefined };
export type CreatedAgent = { agent: AgentRecord; key: KeyRecord };

/** An agent, its first settings and its first key, in one commit. */
export async function createAgent(ctx: Context, input: NewAgent): Promise<CreatedAgent> {
  const { name, keyHash, timeZone = "UTC", region = null } = input;
  if (!isTimeZone(timeZone)) throw invalidField("/timeZone", "is not an IANA time zone, like Asia/Manila");
  return retrying(ctx, async () => {
    const agent = { id: ctx.newId("agt"), name, createdAt: ctx.now() };
    const changes = new ChangeSet();
    const key = addAgent(ctx, changes, agent, ctx.newId("key"), keyHash, { ...defaultSettings(), timeZone, region });
    return commit(ctx, changes, { agent, key }, ctx.directory);
  });
}

/** The rows that make an agent. Returns its first key, which may do everything. */
export function addAgent(ctx: Context, changes: ChangeSet, agent: AgentRecord, keyId: string, keyHash: string, document: Settings): KeyRecord {
  const { id: agentId, createdAt } = agent;
  const key = { id: keyId, agentId, name: "admin", hash: keyHash, scopes: ["admin"], createdAt, revokedAt: null };
  changes.insert("agents", agent).insert("keys", key);
  changes.insert("settings", { agentId, version: 1, document, createdAt, createdBy: ctx.actor.id });
  return key;
}
