import { join } from "node:path";
import type { Settings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { defaultAgentId } from "#core/usecases/agents/open-default-agent.ts";
import { openDatabase } from "#db/database.ts";
import { openStage, type Stage } from "#tests/faults/stage.ts";

const secret = "hook-secret_0123456789";

/** The product at a Bot API server on loopback, with no pace kept. */
export async function telegramStage(mode: "polling" | "webhook"): Promise<Stage> {
  const stage = await openStage(mode === "webhook" ? { env: { TELEGRAM_WEBHOOK_SECRET: secret } } : {});
  await stage.start();
  if (mode === "webhook") {
    const body = JSON.stringify({ url: `${stage.url}/hooks/telegram`, secret_token: secret });
    await fetch(`${stage.botUrl}/setWebhook`, { method: "POST", body });
  }
  return stage;
}

/** Gives the agent another greeting. The product must not run: it owns the file. */
export async function setGreeting(dataDir: string, greeting: Partial<Settings["greeting"]>): Promise<void> {
  const database = await openDatabase({ url: `file:${join(dataDir, "rapport.db")}` });
  const store = database.directory.store(defaultAgentId);
  const { version, document } = await store.settings.current();
  const changed = { ...document, greeting: { ...document.greeting, ...greeting } };
  const row = { agentId: defaultAgentId, version: version + 1, document: changed, createdAt: 0, createdBy: "test" };
  await store.commit(new ChangeSet().insert("settings", row));
  await database.close();
}
