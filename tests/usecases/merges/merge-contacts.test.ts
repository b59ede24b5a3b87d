import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChannelName } from "#core/model/vocabulary.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { deleteContact } from "#core/usecases/contacts/delete-contact.ts";
import { explainScore } from "#core/usecases/contacts/explain-score.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { patchContact } from "#core/usecases/contacts/patch-contact.ts";
import { queueDelivery } from "#core/usecases/deliveries/queue-delivery.ts";
import { mergeContacts } from "#core/usecases/merges/merge-contacts.ts";
import { unmergeContacts } from "#core/usecases/merges/unmerge-contacts.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { addNote } from "#core/usecases/notes.ts";
import { type Core, openCore } from "#tests/support/context.ts";

let core: Core;
let clock: number;
beforeEach(async () => {
  clock = Date.UTC(2026, 0, 10, 9);
  core = await openCore(() => clock++);
});
afterEach(() => core.close());

const staff = { kind: "staff", ref: null } as const;

async function said(channel: ChannelName, externalId: string, text: string) {
  const common = { channel, account: "main", direction: "inbound", author: "customer", origin: "platform" } as const;
  return ingestMessage(core.ctx, { ...common, externalId: null, from: { externalId }, text, media: [], sentAt: clock });
}

describe("while two become one", () => {
  it("messages and notes of the one who goes come to the one who remains, none twice, none lost", async () => {
    const into = (await said("web", "v-1", "Hello")).contact.id;
    const from = (await said("telegram", "1001", "Hi")).contact.id;
    const texts = Array.from({ length: 40 }, (_, n) => `How much is room ${n}?`);
    const talk = texts.map(async (text, n) => {
      for (let turn = 0; turn < n; turn++) await new Promise(setImmediate);
      return said(n % 2 === 0 ? "telegram" : "web", n % 2 === 0 ? "1001" : "v-1", text);
    });
    const notes = texts.slice(0, 10).map((text) => addNote(core.ctx, { contactId: from, text }).catch(() => null));

    await new Promise(setImmediate);
    await mergeContacts(core.ctx, { intoId: into, fromId: from, cause: staff });
    await Promise.all(talk);
    const written = (await Promise.all(notes)).filter((note) => note !== null);

    const facts = await core.ctx.store.contacts.facts(into);
    expect(facts.messages.map(({ text }) => text).sort()).toEqual(["Hello", "Hi", ...texts].sort());
    const kept = await core.ctx.store.labels.notes(into, { limit: 50, cursor: null });
    expect(kept.data.map(({ id }) => id).sort()).toEqual(written.map(({ id }) => id).sort());
    expect(await explainScore(core.ctx, { id: into, verify: true })).toMatchObject({ verified: true });
    await unmergeContacts(core.ctx, { id: into, otherId: from });
    expect((await core.ctx.store.labels.notes(from, { limit: 50, cursor: null })).data).toHaveLength(written.length);
    expect((await requireContact(core.ctx, from)).messageCount).toBe(21);
    expect(await explainScore(core.ctx, { id: from, verify: true })).toMatchObject({ verified: true });
  });

  it("only one of two opposite merges is carried out", async () => {
    const a = (await said("web", "v-1", "Hello")).contact.id;
    const b = (await said("telegram", "1001", "Hi")).contact.id;

    const outcomes = await Promise.allSettled([
      mergeContacts(core.ctx, { intoId: a, fromId: b, cause: staff }),
      mergeContacts(core.ctx, { intoId: b, fromId: a, cause: staff }),
    ]);

    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "gone" } });
  });

  it("what is queued for one of them goes on, and goes back with them", async () => {
    const into = (await said("web", "v-1", "Hello")).contact.id;
    const { contact, conversation } = await said("telegram", "1001", "Hi");
    const changes = new ChangeSet();
    const wanted = { text: "Welcome", purpose: "reply", author: "staff", onceKey: null } as const;
    const delivery = queueDelivery(core.ctx, changes, conversation, { ...wanted, media: [] });
    await core.ctx.store.commit(changes);
    const owner = async () => (await core.ctx.store.deliveries.find(delivery.id)) ?? expect.fail("no delivery");

    await mergeContacts(core.ctx, { intoId: into, fromId: contact.id, cause: staff });
    expect(await owner()).toMatchObject({ contactId: into, identityId: conversation.identityId, state: "queued" });

    await unmergeContacts(core.ctx, { id: into, otherId: contact.id });
    expect(await owner()).toMatchObject({ contactId: contact.id, state: "queued" });
  });
});

it("leaves no word of any of them in the files when somebody who was several records is deleted", async () => {
  const [first, second, third] = [
    await said("web", "v-1", "Hello"),
    await said("telegram", "1001", "Hi"),
    await said("email", "x@a.test", "qwvxzk"),
  ].map(({ contact }) => contact.id);
  if (!first || !second || !third) throw new Error("three contacts were made");
  for (const id of [second, third]) await patchContact(core.ctx, { id, company: "qwvxzk", attributes: { mark: "qwvxzk" } });
  await mergeContacts(core.ctx, { intoId: second, fromId: third, cause: staff });
  await mergeContacts(core.ctx, { intoId: first, fromId: second, cause: staff });
  const bytes = () =>
    readdirSync(core.dataDir)
      .map((file) => readFileSync(join(core.dataDir, file), "latin1"))
      .join("\n");
  expect(bytes()).toContain("qwvxzk");

  await deleteContact(core.ctx, { id: first });

  expect(bytes()).not.toContain("qwvxzk");
});
