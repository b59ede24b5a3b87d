import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { suppressionHash } from "#core/rules/address/suppression.ts";
import { timedId } from "#core/rules/ids.ts";
import { changeContacts } from "#core/usecases/contact-change/change-contacts.ts";
import type { ContactChange } from "#core/usecases/contact-change/contact-change.ts";
import { newContact } from "#core/usecases/contacts/new-contact.ts";
import { openDatabase } from "#db/database.ts";
import { randomFrom } from "#tests/support/records/random.ts";
import { factsOf, keepFacts, messagesFrom } from "./seed-facts.ts";

const day = 86_400_000;
const chunk = 2_000;
const sources = ["telegram", "whatsapp", "facebook", "web_visitor", "lead_form"] as const;

/**
 * Puts made contacts into the default agent of a data folder that has been started once; the server must be stopped. With
 * `messages` for each their facts are kept too, so that they can be folded again.
 */
export async function seedContacts(dataDir: string, count: number, onProgress: (done: number) => void, messages = 0): Promise<void> {
  const database = await openDatabase({ url: `file:${join(dataDir, "rapport.db")}` });
  const [agent] = (await database.directory.agents({ limit: 1, cursor: null })).data;
  if (!agent) throw new Error(`${dataDir} holds no agent: start the server on it first`);
  const now = Date.now();
  const bytes = randomBytes(10);
  const ctx: Context = {
    store: database.directory.store(agent.id),
    directory: database.directory,
    actor: { kind: "system", id: "bench" },
    now: () => now,
    newId: (prefix) => timedId(prefix, now, following(bytes)),
    keyedHash: (text) => suppressionHash("secret of the bench", text),
    channelRules: () => null,
    newUuid: randomUUID,
    pause: () => Promise.resolve(),
    defer: (work) => void setImmediate(work),
    batchingDelay: () => Promise.resolve(),
  };
  const settings = await ctx.store.settings.current();
  for (let first = 0; first < count; first += chunk) {
    const changes = new ChangeSet();
    const list: ContactChange[] = [];
    for (let i = first; i < Math.min(count, first + chunk); i++) {
      const draft = newContact({ ...ctx, now: () => now - Math.floor(randomFrom(i)() * 200 * day) }, sources[i % sources.length] ?? "telegram");
      const made = factsOf(i, draft.createdAt);
      const facts = messages > 0 ? keepFacts(changes, draft, made, messagesFrom(i, draft, messages)) : made;
      list.push({ before: null, draft, facts, cause: { kind: "detail", ref: null } });
    }
    await changeContacts(ctx, changes, settings, list, { isLinking: false });
    delete changes.inserts.outbox;
    await ctx.store.commit(changes);
    onProgress(Math.min(count, first + chunk));
  }
  await database.close();
}

/** Ids made within one millisecond follow each other, as the server makes them. */
function following(bytes: Buffer): Buffer {
  bytes.writeUInt32BE((bytes.readUInt32BE(6) + 1) % 2 ** 32, 6);
  return bytes;
}
