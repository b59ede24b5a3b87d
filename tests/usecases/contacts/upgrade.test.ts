import { globSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { inboxStates } from "#core/model/conversation.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import { deriveConversation } from "#core/rules/conversations/derive.ts";
import { conversationStateOf } from "#core/rules/conversations/state-of.ts";
import { currentRulesVersion } from "#core/rules/rules-version.ts";
import { hour } from "#core/rules/time.ts";
import { foldMany } from "#core/usecases/contact-change/fold-many.ts";
import { sweepContacts } from "#core/usecases/contacts/sweep-contacts.ts";
import { processDueFollowUps } from "#core/usecases/followups/process-due.ts";
import { type TestApp, testApp } from "#tests/support/app.ts";

const folder = "tests/fixtures/databases";
const earlier = globSync("*.db.gz", { cwd: folder }).sort();
const newest = earlier.at(-1) ?? "";

/** Thirty hours after the newest message: who owes an answer since then is to be asked. */
async function open(name: string): Promise<TestApp> {
  const file = gunzipSync(readFileSync(`${folder}/${name}`));
  return testApp({ file, now: () => Date.UTC(2026, 11, 1, 5) + 30 * hour });
}

async function upgrade(name: string): Promise<{ app: TestApp; swept: number }> {
  const app = await open(name);
  const swept = await sweepContacts(app.ctx, { limit: 1_000 });
  await processDueFollowUps(app.ctx, { limit: 1_000 });
  return { app, swept };
}

const contactsOf = (ctx: Context): Promise<ContactRecord[]> => ctx.store.contacts.scan(null, 100);

/** What staff see of the queue: whom to write to, and what for. */
async function followUpsOf(app: TestApp): Promise<string[]> {
  const { data } = (await app.get("/v1/followups?state=proposed&limit=200")).is<{ data: { contactId: string; trigger: string }[] }>(200);
  const names = new Map((await contactsOf(app.ctx)).map(({ id, name, phone }) => [id, name ?? phone]));
  return data.map(({ contactId, trigger }) => `${names.get(contactId)}: ${trigger}`).sort();
}

describe("a database of an earlier version", { timeout: 60_000 }, () => {
  it.each(earlier)("%s answers every question about its people before they are folded again", async (name) => {
    const app = await open(name);

    for (const { id } of await contactsOf(app.ctx)) {
      for (const path of [
        "",
        "/score",
        "/timeline",
        "/messages",
        "/conversations",
        "/contactability?channel=telegram",
        "/explanation",
        "/provenance",
      ]) {
        const { status, text } = await app.get(`/v1/contacts/${id}${path}`);
        expect([path, status, status === 200 ? "" : text]).toEqual([path, 200, ""]);
      }
    }
    (await app.get("/v1/pipeline")).is(200);
  });

  it.each(earlier)("%s is folded again by the sweep: states are those of the facts, and follow-ups come", async (name) => {
    const { app, swept } = await upgrade(name);

    const after = await contactsOf(app.ctx);
    expect(swept).toBeGreaterThanOrEqual(after.length);
    expect(after.filter(({ rulesVersion }) => rulesVersion !== currentRulesVersion)).toEqual([]);
    const { document } = await app.ctx.store.settings.current();
    const outdated = after.map((contact) => ({ ...contact, rulesVersion: 0 }));
    const folded = await foldMany(app.ctx, outdated, { version: null, document });
    expect(after.map(({ id, state }) => [id, state])).toEqual(after.map(({ id }) => [id, folded.get(id)?.state]));
    const queue = await followUpsOf(app);
    expect(queue.length).toBeGreaterThan(3);
    expect(queue).toEqual(await followUpsOf((await upgrade(newest)).app));
    expect(await sweepContacts(app.ctx, { limit: 1_000 })).toBe(0);
  });

  it.each(earlier)("%s has the states of its conversations derived, and counts them", async (name) => {
    const { app } = await upgrade(name);
    const { store } = app.ctx;
    const { document } = await store.settings.current();

    const contacts = await contactsOf(app.ctx);
    const all = (
      await Promise.all(contacts.map(async (contact) => (await store.conversations.ofContact(contact.id)).map((row) => ({ contact, row }))))
    ).flat();

    expect(all.length).toBeGreaterThan(0);
    expect(all.map(({ row }) => row)).toEqual(
      all.map(({ contact, row }) => deriveConversation(row, conversationStateOf(contact, row.id), document, null)),
    );
    const counted = Object.fromEntries(inboxStates.map((state) => [state, all.filter(({ row }) => row.state === state).length]));
    expect(await store.conversations.counts({})).toEqual(counted);
    expect(counted.waiting).toBeGreaterThan(0);
    expect(contacts.map(({ id, awaitingReply }) => [id, awaitingReply])).toEqual(
      contacts.map(({ id }) => [id, all.some(({ contact, row }) => contact.id === id && row.waitingSince !== null)]),
    );
  });

  it("counts a message that comes before the sweep with everything that was said before it", async () => {
    const app = await open(earlier[0] ?? "");
    const [held] = await contactsOf(app.ctx);
    const [identity] = await app.ctx.store.contacts.identities(held?.id ?? "");

    const from = { externalId: identity?.externalId };
    (await app.post("/v1/messages", { channel: identity?.channel, from, text: "Are you still there?" })).is(201);

    const after = await app.ctx.store.contacts.find(held?.id ?? "");
    expect(after).toMatchObject({ rulesVersion: currentRulesVersion, messageCount: (held?.messageCount ?? 0) + 1 });
  });
});
