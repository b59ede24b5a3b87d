import { afterEach, beforeEach, expect, it } from "vitest";
import type { AddressRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { likeKeyOf } from "#core/rules/address/likeness.ts";
import { runOperation } from "#core/usecases/operations/run-operation.ts";
import { findDuplicates } from "#core/usecases/proposals/find-duplicates.ts";
import { type Core, openCore } from "#tests/support/context.ts";
import { proposalsOf } from "#tests/support/people/people.ts";
import { contactRow } from "#tests/support/records/records.ts";

let core: Core;
beforeEach(async () => {
  core = await openCore(() => Date.UTC(2026, 0, 20));
});
afterEach(() => core.close());

const id = (n: number) => `con_${String(n).padStart(5, "0")}`;
const email = (n: number, value: string, verified = false): AddressRecord => {
  const row = { agentId: "agt_test", contactId: id(n), kind: "email" as const, value };
  return { ...row, likeKey: likeKeyOf(row), verified };
};

/** So many contacts with an e-mail each, and what is put beside. */
async function stored(count: number, ...more: AddressRecord[]) {
  const ids = Array.from({ length: count }, (_, n) => n);
  await core.ctx.store.commit(
    new ChangeSet()
      .insert("contacts", ...ids.map((n) => contactRow(id(n), { nameKey: n % 2 === 0 ? "ana reyes" : "ben santos" })))
      .put("addresses", ...ids.map((n) => email(n, `p${n}@example.com`)), ...more),
  );
}

async function run() {
  const operation = await findDuplicates(core.ctx);
  await runOperation(core.ctx, { id: operation.id, isLastTry: true });
  return core.ctx.store.operations.find(operation.id);
}

it("finds every pair once, and nothing more the second time", async () => {
  await stored(1_500, email(3, "p900@example.com"), email(4, "p1300+x@mail.example"), email(5, "p1200@mail.example"));

  const operation = await run();
  const found = (await proposalsOf(core.ctx)).map(({ contactId, otherId, evidence }) => [contactId, otherId, evidence.map(({ kind }) => kind)]);
  await run();

  expect(operation).toMatchObject({ state: "completed", total: 1_500, done: 1_500, failed: 0 });
  expect(found.sort()).toEqual([
    [id(3), id(900), ["same_email"]],
    [id(4), id(1_300), ["same_name", "like_email"]],
  ]);
  expect(await proposalsOf(core.ctx)).toHaveLength(2);
});

it("asks for a link where both are verified", async () => {
  await stored(10, email(1, "x@example.com", true), email(2, "x@example.com", true));

  await run();

  const links = (await core.ctx.directory.outbox(50)).filter(({ type }) => type === "contact.link");
  expect(links.map(({ payload }) => payload)).toEqual([{ contactId: id(1), otherId: id(2) }]);
});

it("passes addresses that very many share, and whatever is dense goes in small steps", async () => {
  const shop = Array.from({ length: 400 }, (_, n) => email(n, "info@shop.example"));
  const twins = Array.from({ length: 300 }, (_, n) => email(n, `t${Math.floor(n / 2)}@example.com`));
  await stored(600, ...shop, ...twins);

  const operation = await run();

  expect(operation).toMatchObject({ state: "completed", done: 600 });
  expect(await core.ctx.store.proposals.list({ kind: "merge" }, { limit: 200, cursor: null })).toMatchObject({ nextCursor: null });
  expect(await proposalsOf(core.ctx)).toHaveLength(150);
});

it("goes on where its process has died", async () => {
  await stored(1_500, email(3, "p900@example.com"), email(700, "p1400@example.com"));
  const operation = await findDuplicates(core.ctx);
  let commits = 0;
  const commit = async (changes: ChangeSet) => {
    await core.ctx.store.commit(changes);
    if (++commits === 1) throw new Error("killed");
  };
  await expect(runOperation({ ...core.ctx, store: { ...core.ctx.store, commit } }, { id: operation.id, isLastTry: false })).rejects.toThrow("killed");

  await runOperation(core.ctx, { id: operation.id, isLastTry: true });

  expect(await core.ctx.store.operations.find(operation.id)).toMatchObject({ state: "completed", done: 1_500 });
  expect(await proposalsOf(core.ctx)).toHaveLength(2);
});
