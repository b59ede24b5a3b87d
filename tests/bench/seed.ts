import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Fact } from "#core/model/fact.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { timedId } from "#core/rules/ids.ts";
import { deriveContact } from "#core/usecases/contacts/derive.ts";
import { refoldFacts } from "#core/usecases/contacts/fold-contact.ts";
import { newContact } from "#core/usecases/contacts/new-contact.ts";
import { openDatabase } from "#db/database.ts";
import { randomFrom } from "#tests/support/random.ts";
import { personOf } from "./words.ts";

const day = 86_400_000;
const chunk = 2_000;
const sources = ["telegram", "whatsapp", "facebook", "web_visitor", "lead_form"] as const;

/** Puts made contacts into the default agent of a data folder that has been started once; the server must be stopped. */
export async function seedContacts(dataDir: string, count: number, onProgress: (done: number) => void): Promise<void> {
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
    newUuid: randomUUID,
    pause: () => Promise.resolve(),
    soon: (work) => void setImmediate(work),
    linger: () => Promise.resolve(),
  };
  const settings = await ctx.store.settings.current();
  for (let first = 0; first < count; first += chunk) {
    const changes = new ChangeSet();
    for (let i = first; i < Math.min(count, first + chunk); i++) {
      const draft = newContact({ ...ctx, now: () => now - Math.floor(randomFrom(i)() * 200 * day) }, sources[i % sources.length] ?? "telegram");
      deriveContact(ctx, changes, null, draft, refoldFacts(draft.createdAt, [], factsOf(i, draft.createdAt), settings.document), settings, {
        kind: "detail",
        ref: null,
      });
    }
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

/** Name, e-mail and phone for all; every third has tried to book, every tenth has booked. */
function factsOf(i: number, at: number): Fact[] {
  const person = personOf(i);
  const facts: Fact[] = (["name", "email", "phone"] as const).map((field) => ({
    type: "detail",
    id: `edt_${i}_${field}`,
    at,
    field,
    value: person[field],
    provenance: "integration",
  }));
  if (i % 3 === 0) facts.push({ type: "action", id: `act_${i}_1`, at: at + 1, action: "booking_attempted", reference: null, sender: null });
  if (i % 10 === 0) facts.push({ type: "action", id: `act_${i}_2`, at: at + 2, action: "booking_confirmed", reference: null, sender: null });
  return facts;
}
