import { afterEach, beforeEach, expect, it } from "vitest";
import type { ChannelName } from "#core/model/vocabulary.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { mergeContacts } from "#core/usecases/merges/merge-contacts.ts";
import { unmergeContacts } from "#core/usecases/merges/unmerge-contacts.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { type Core, openCore } from "#tests/support/context.ts";

let core: Core;
let clock: number;
beforeEach(async () => {
  clock = Date.UTC(2026, 0, 10, 9);
  core = await openCore(() => clock++);
});
afterEach(() => core.close());

async function said(channel: ChannelName, externalId: string, text: string, sentAt = clock) {
  const common = { channel, account: "main", direction: "inbound", author: "customer", origin: "platform" } as const;
  return ingestMessage(core.ctx, { ...common, externalId: null, from: { externalId }, text, media: [], sentAt });
}

const ann = (text: string, sentAt?: number) => said("telegram", "1001", text, sentAt);
const bob = (text: string, sentAt?: number) => said("facebook", "2002", text, sentAt);

async function outs(...ids: string[]): Promise<boolean[]> {
  return Promise.all(ids.map(async (id) => (await requireContact(core.ctx, id)).optedOut));
}

it.each<[string, string[], string[], boolean[]]>([
  ["the STOP of the one who goes", ["bob STOP"], ["ann START"], [false, true]],
  ["the STOP of the one who stays", ["ann STOP"], ["bob START"], [true, false]],
  ["a STOP said while both are one", [], ["ann STOP", "bob START"], [true, false]],
  ["the same, by the one who goes", [], ["bob STOP", "ann START"], [false, true]],
  ["not a STOP that was taken back by who said it", ["bob STOP"], ["bob START"], [false, false]],
  ["not one that the other has said and taken back", [], ["bob STOP", "bob START"], [false, false]],
])("after two are taken apart there still counts %s", async (_, before, meanwhile, expected) => {
  const [a, b] = [(await ann("Hello")).contact.id, (await bob("Hello")).contact.id];
  const hear = async (words: string) => (words.startsWith("ann ") ? ann(words.slice(4)) : bob(words.slice(4)));
  for (const words of before) await hear(words);

  await mergeContacts(core.ctx, { intoId: a, fromId: b, cause: { kind: "staff", ref: null } });
  for (const words of meanwhile) await hear(words);
  await unmergeContacts(core.ctx, { id: a, otherId: b });

  expect(await outs(a, b)).toEqual(expected);
});

it("a START with a time that is still to come does not outlast it, and one record of both is opted out again", async () => {
  const [a, b] = [(await ann("Hello")).contact.id, (await bob("STOP")).contact.id];
  const merge = { intoId: a, fromId: b, cause: { kind: "staff", ref: null } } as const;

  await mergeContacts(core.ctx, merge);
  await ann("START", clock + 120_000);
  await unmergeContacts(core.ctx, { id: a, otherId: b });
  const apart = await outs(a, b);
  await mergeContacts(core.ctx, merge);

  expect(apart).toEqual([false, true]);
  expect(await outs(a)).toEqual([true]);
});
