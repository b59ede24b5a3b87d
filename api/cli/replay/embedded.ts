import { join } from "node:path";
import { contextOf, type Runtime } from "#api/context.ts";
import { silentLogger } from "#api/logger.ts";
import { appOf, makeInstallation } from "#api/node/installation.ts";
import { secretFile } from "#api/node/secret-file.ts";
import type { FollowUpStore } from "#core/ports/followup-store.ts";
import type { ContactStore, Directory } from "#core/ports/store.ts";
import { defaultAgentId } from "#core/usecases/agents/open-default-agent.ts";
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
  const admin = secretFile(folder, "admin.key");
  const { secret } = secretFile(folder, "secret.key");
  const database = await openDatabase({ url: `file:${join(folder, "rapport.db")}` });
  const directory = watched(database.directory, () => virtual?.committed());
  const virtual = isVirtual ? virtualTime((clock) => engineOver(directory, installation.runtime, clock)) : undefined;
  const installation = await makeInstallation({ directory, admin, secret, channels: [], now: virtual?.now });
  const app = appOf(installation, { ready: async () => true, log: silentLogger });
  const target = { url: "http://embedded", key: admin.secret, answer: async (request: Request) => app.fetch(request) };
  return { target, virtual, store: directory.store(defaultAgentId), close: () => database.close() };
}

/** No account is connected: what would be sent is skipped, with that reason. */
function engineOver(directory: Directory, runtime: Runtime, clock: ConstructorParameters<typeof Engine>[0]["clock"]): Engine {
  const contextFor = (agentId: string) => contextOf(runtime, directory, agentId, { kind: "system", id: "system" });
  return new Engine({ directory, contextFor, clock, channelFor: () => null, grain });
}
