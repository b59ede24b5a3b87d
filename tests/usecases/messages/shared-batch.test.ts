import { expect, it, onTestFinished } from "vitest";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { recordAction } from "#core/usecases/actions/record-action.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { openCore } from "#tests/support/context.ts";

type Written = { who: string; text: string };
type Stage = { a: Context; b: Context; kept: ChangeSet[]; says(ctx: Context, message: Written): Promise<unknown> };

const nearly = "Please stop sending me messages";

/** Two keys of one agent, whose requests share a commit when they come together; `kept` are the change sets of those. */
async function twoKeys(): Promise<Stage> {
  let now = Date.parse("2026-03-04T10:00:00Z");
  const settings = defaultSettings();
  const core = await openCore(() => now, { ...settings, greeting: { ...settings.greeting, text: "Hello!" } });
  onTestFinished(() => core.close());
  const kept: ChangeSet[] = [];
  const commit = async (changes: ChangeSet) => {
    await core.ctx.store.commit(changes);
    kept.push(changes);
  };
  const of = (id: string): Context => ({
    ...core.ctx,
    store: { ...core.ctx.store, commit },
    actor: { kind: "key", id },
    audit: { action: `message.by.${id}`, subjectId: null },
    idempotency: { keyHash: `hash-${id}`, requestHash: "request", ownerId: id, answer: () => ({ status: 201, body: id, contactId: null }) },
  });
  let count = 0;
  const says = (ctx: Context, { who, text }: Written) => {
    now += 60_000;
    count += 1;
    return ingestMessage(ctx, {
      channel: "telegram",
      account: "default",
      externalId: `${who}:${count}`,
      direction: "inbound",
      author: "customer",
      from: { externalId: who },
      text,
      media: [],
      sentAt: null,
      origin: "platform",
    });
  };
  return { a: of("key_a"), b: of("key_b"), kept, says };
}

type Row = { case: string; earlier?: Written[]; b: Written; by(changes: ChangeSet): (string | null | undefined)[] };

const rows: Row[] = [
  { case: "opting out", b: { who: "ben", text: "STOP" }, by: ({ inserts }) => (inserts.consents ?? []).map(({ by }) => by) },
  {
    case: "opting in",
    earlier: [{ who: "ben", text: "STOP" }],
    b: { who: "ben", text: "START" },
    by: ({ inserts }) => (inserts.consents ?? []).map(({ by }) => by),
  },
  {
    case: "the confirmation of opting out",
    earlier: [{ who: "ben", text: "Hello" }],
    b: { who: "ben", text: "STOP" },
    by: ({ inserts }) => (inserts.deliveries ?? []).filter(({ author }) => author === "system").map(({ createdBy }) => createdBy),
  },
  {
    case: "the greeting of a new conversation",
    b: { who: "ben", text: "Hello" },
    by: ({ inserts }) => (inserts.deliveries ?? []).filter(({ author }) => author === "bot").map(({ createdBy }) => createdBy),
  },
  {
    case: "the question that opting out settles",
    earlier: [{ who: "ben", text: nearly }],
    b: { who: "ben", text: "STOP" },
    by: ({ inserts }) => (inserts.proposals ?? []).map(({ decidedBy }) => decidedBy),
  },
];

const withoutRequest = (ctx: Context): Context => ({ ...ctx, audit: undefined, idempotency: undefined });

it.each(rows)("of $case the key that sent it is written down, whoever shares the commit", async ({ earlier = [], b: message, by }) => {
  for (const bIsFirst of [false, true]) {
    const { a, b, kept, says } = await twoKeys();
    const known = { who: "ana", text: "How much is a room?" };
    for (const before of [known, ...earlier]) await says(withoutRequest(a), before);
    kept.length = 0;

    const sending = [() => says(a, { ...known, text: "And for two nights?" }), () => says(b, message)];
    await Promise.all((bIsFirst ? sending.reverse() : sending).map((send) => send()));

    expect(kept).toHaveLength(1);
    expect(kept.map(by)).toEqual([["key_b"]]);
  }
});

it("keeps the audit line and the idempotent answer of each request in a shared commit", async () => {
  const { a, b, kept, says } = await twoKeys();
  await says(withoutRequest(a), { who: "ana", text: "Hi" });
  kept.length = 0;

  const action = { action: "link_clicked", at: null, externalId: null, properties: {} };
  const from = { channel: "telegram", account: "default", externalId: "ana" } as const;
  await Promise.all([says(a, { who: "ana", text: "Hello" }), recordAction(b, { ...action, from })]);

  const [changes, ...others] = kept;
  expect(others).toEqual([]);
  expect(changes?.inserts.audit?.map(({ actorId, action: what }) => [actorId, what])).toEqual([
    ["key_a", "message.by.key_a"],
    ["key_b", "message.by.key_b"],
  ]);
  expect(changes?.inserts.idempotency?.map(({ keyHash, body }) => [keyHash, body])).toEqual([
    ["hash-key_a", "key_a"],
    ["hash-key_b", "key_b"],
  ]);
});

it("refuses a key that another process has used meanwhile, and takes the rest of the batch", async () => {
  const { a, b, says } = await twoKeys();
  await says(b, { who: "ben", text: "Hi" });

  const both = await Promise.allSettled([says(a, { who: "ana", text: "Hello" }), says(b, { who: "ben", text: "Hello" })]);

  expect(both).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: { code: "conflict" } }]);
});
