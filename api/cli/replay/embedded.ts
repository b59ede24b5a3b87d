import { join } from "node:path";
import { createApp } from "#api/app.ts";
import { contextOf, type Runtime, systemRuntime } from "#api/context.ts";
import { sha256 } from "#api/digest.ts";
import { silentLogger } from "#api/logger.ts";
import { secretFile } from "#api/node/secret-file.ts";
import type { FollowUpStore } from "#core/ports/followup-store.ts";
import type { ContactStore, Directory } from "#core/ports/store.ts";
import { defaultAgentId, openDefaultAgent } from "#core/usecases/agents/open-default-agent.ts";
import { openDatabase } from "#db/database.ts";
import { Engine } from "../simulate/engine/engine.ts";
import { watched } from "../simulate/engine/watch.ts";
import type { Target } from "./server.ts";
import { grain, type VirtualTime, virtualTime } from "./virtual-time.ts";

export type Embedded = {
  target: Target;
  virtual: VirtualTime | undefined;
  store: { contacts: ContactStore; followUps: FollowUpStore };
  close(): Promise<void>;
};

/** A server inside this process, over a folder of its own. In virtual time the records drive its clock, jobs and schedules. */
export async function openEmbedded(folder: string, isVirtual: boolean): Promise<Embedded> {
  const { secret: key } = secretFile(folder, "admin.key");
  const { secret } = secretFile(folder, "secret.key");
  const database = await openDatabase({ url: `file:${join(folder, "rapport.db")}` });
  const directory = watched(database.directory, () => virtual?.committed());
  const virtual = isVirtual ? virtualTime((clock) => engineOver(directory, runtime, clock)) : undefined;
  const runtime = systemRuntime(virtual?.now);
  const context = contextOf(runtime, directory, defaultAgentId, { kind: "system", id: "replay" });

  await openDefaultAgent(context, { keyHash: await sha256(key) });
  const app = createApp({ directory, ready: async () => true, runtime, log: silentLogger, secret, channels: [] });
  const target = { url: "http://embedded", key, answer: async (request: Request) => app.fetch(request) };
  return { target, virtual, store: context.store, close: () => database.close() };
}

/** No account is connected: what would be sent is skipped, with that reason. */
function engineOver(directory: Directory, runtime: Runtime, clock: ConstructorParameters<typeof Engine>[0]["clock"]): Engine {
  const contextFor = (agentId: string) => contextOf(runtime, directory, agentId, { kind: "system", id: "system" });
  return new Engine({ directory, contextFor, clock, channelFor: () => null, grain });
}
