import { expect, it, onTestFinished } from "vitest";
import { telegram } from "#bots/channels/telegram/index.ts";
import { Connections } from "#core/jobs/connections.ts";
import { lostCredentials } from "#core/model/connection.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { connectAccount } from "#core/usecases/connections/connect-account.ts";
import { contextOf, openCore } from "#tests/support/context.ts";
import { fetchPublic } from "#tests/support/public-fetch.ts";

const vault = { seal: async (text: string) => text, open: async (text: string) => text };
const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const account = {
  channel: "telegram",
  account: "shop",
  via: null,
  credentials: { token: "700000001:AAF-fake_fake_fake_fake_fake_fake_fake" },
} as const;

it("a connection whose credentials are lost is not opened, says so, and is connected again under its id", async () => {
  const now = () => 1_000;
  const { database } = await openCore(now);
  const contextFor = (agentId: string) => contextOf(database, agentId, now);
  const ctx = contextFor("agt_test");
  const connected = await connectAccount(ctx, vault, account);
  await ctx.store.commit(new ChangeSet().replace("connections", connected, { ...connected, sealed: lostCredentials }));
  const connections = new Connections({
    directory: database.directory,
    contextFor,
    channels: [{ definition: { ...telegram, open: () => expect.fail("it was opened") }, variables: {} }],
    credentialsOf: () => expect.fail("its credentials were asked for"),
    owner: "this",
    now,
    wait: (_ms, signal) => new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true })),
    fetchPublic,
    log: quiet,
  });
  onTestFinished(() => connections.stopReceiving());

  await connections.start();
  const health = connections.health();
  const again = await connectAccount(ctx, vault, account);

  const detail = "its credentials were lost with the secret key: connect it again";
  expect(health).toMatchObject([{ connection: { id: connected.id }, health: { state: "unauthorized", since: 1_000, detail } }]);
  expect(again).toEqual(connected);
  expect(await ctx.store.connections.list()).toEqual([connected]);
  await expect(connectAccount(ctx, vault, account)).rejects.toMatchObject({ code: "conflict" });
});
