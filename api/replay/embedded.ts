import { join } from "node:path";
import { defaultAgentId, openDefaultAgent } from "#core/usecases/agents/open-default-agent.ts";
import { sweepContacts } from "#core/usecases/contacts/sweep-contacts.ts";
import { openDatabase } from "#db/database.ts";
import { createApp } from "../app.ts";
import { contextOf, systemRuntime } from "../context.ts";
import { sha256 } from "../digest.ts";
import { silentLogger } from "../logger.ts";
import { secretFile } from "../node/secret-file.ts";
import type { Target } from "./server.ts";
import { type VirtualTime, virtualTime } from "./virtual-time.ts";

export type Embedded = { target: Target; virtual: VirtualTime | undefined; close(): Promise<void> };

/** A server inside this process, over a folder of its own. In virtual time the records drive its clock. */
export async function openEmbedded(folder: string, isVirtual: boolean): Promise<Embedded> {
  const { secret: key } = secretFile(folder, "admin.key");
  const { secret } = secretFile(folder, "secret.key");
  const database = await openDatabase({ url: `file:${join(folder, "rapport.db")}` });
  const virtual = isVirtual ? virtualTime(() => sweep()) : undefined;
  const runtime = systemRuntime(virtual?.now);
  const context = contextOf(runtime, database.directory, defaultAgentId, { kind: "system", id: "replay" });
  const sweep = async () => void (await sweepContacts(context, { limit: Number.MAX_SAFE_INTEGER }));

  await openDefaultAgent(context, { keyHash: await sha256(key) });
  const app = createApp({ directory: database.directory, ready: async () => true, runtime, log: silentLogger, secret });
  const target = { url: "http://embedded", key, answer: async (request: Request) => app.fetch(request) };
  return { target, virtual, close: () => database.close() };
}
