import { expect, it, onTestFinished } from "vitest";
import { readEnv } from "#api/env.ts";
import { silentLogger } from "#api/logger.ts";
import { startEverything } from "#api/node/compose.ts";
import { channelRoster } from "#bots/channels/index.ts";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import { defaultAgentId } from "#core/usecases/agents/open-default-agent.ts";
import { openDatabase } from "#db/database.ts";
import { tempFolder } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { provideQueue } from "#tests/support/services/prepared-queue.ts";
import { type TakenMessage, ToyPlatform } from "./toy-platform.ts";

// Runs in a copy of the tree to which the channel was added.

const [front, back] = ["100200", "100300"];
const keys = { [front]: "toy-key-of-the-front", [back]: "toy-key-of-the-back" };
const API_KEY = "an-admin-key-of-24-letters";

type Page<T> = { data: T[] };
type Connection = { channel: string; account: string; health: { state: string } | null };
type Conversation = { id: string; account: string };
type Delivery = { id: string; state: string; reason: string | null };

/** The whole server with the toy platform, as `npm start` runs it with these variables. */
async function start(variables: Record<string, string>) {
  const platform = await new ToyPlatform(keys).open();
  const folder = tempFolder();
  await provideQueue(folder.file("data"));
  const common = { API_KEY, PORT: "0", DATA_DIR: folder.file("data"), TOY_API_ROOT: platform.root };
  const { url, working, stop } = await startEverything(readEnv(channelRoster, { ...common, ...variables }), silentLogger);
  platform.hookUrl = `${url}/hooks/toy`;
  let isRunning = true;
  const end = async () => {
    if (isRunning) await stop();
    isRunning = false;
  };
  onTestFinished(async () => {
    await platform.close();
    await end();
    folder.remove();
  });
  const call = async (method: string, path: string, body?: object) => {
    const headers = { authorization: `Bearer ${API_KEY}`, "content-type": "application/json" };
    const answer = await fetch(url + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    return { status: answer.status, text: await answer.text() };
  };
  // What the routes' views are, which are tested where they are made.
  const get = async <T>(path: string) => JSON.parse((await call("GET", path)).text) as T;
  const post = (path: string, body: object) => call("POST", path, body);
  const connected = (count: number) =>
    eventually(
      () => get<Page<Connection>>("/v1/connections"),
      ({ data }) => data.filter(({ health }) => health?.state === "connected").length === count,
    );
  const conversations = async () => {
    const { data: contacts } = await get<Page<{ id: string }>>("/v1/contacts");
    const pages = await Promise.all(contacts.map(({ id }) => get<Page<Conversation>>(`/v1/contacts/${id}/conversations`)));
    return pages.flatMap(({ data }) => data);
  };
  await working;
  return { url, platform, get, post, conversations, connected, end, databaseUrl: `file:${common.DATA_DIR}/rapport.db` };
}

it("the environment makes its default account, and says what is wrong with it", async () => {
  expect(() => readEnv(channelRoster, { TOY_NUMBER: front })).toThrow("TOY_NUMBER is set, but TOY_KEY is not");
  expect(() => readEnv(channelRoster, { TOY_KEY: "short" })).toThrow("TOY_KEY is not a key as the toy platform gives it");
  const { platform, conversations, connected } = await start({ TOY_NUMBER: front, TOY_KEY: keys[front] ?? "" });
  const { data } = await connected(1);

  await platform.writes(front, "ana", "Hello", Date.now());

  expect(data).toMatchObject([{ channel: "web", account: "default" }]);
  expect(await conversations()).toMatchObject([{ account: "default" }]);
}, 120_000);

it("accounts are connected over the API, called at one address, and their deliveries follow the receipts", async () => {
  const { url, platform, get, post, conversations, connected, end, databaseUrl } = await start({ TOY_VERIFY_TOKEN: "verify-me" });
  const check = (token: string) => fetch(`${url}/hooks/toy?token=${token}&challenge=1158201444`);

  // The address is checked before any account is connected.
  const [right, wrong] = [await check("verify-me"), await check("guessed")];
  expect([right.status, await right.text(), wrong.status]).toEqual([200, "1158201444", 403]);
  expect(await get("/v1/connections")).toMatchObject({ data: [] });

  // Two channels in one union of credentials.
  const statuses = [];
  for (const body of [
    { channel: "web", via: "toy", account: "front", number: front },
    { channel: "web", via: "toy", account: "front", number: "x", key: keys[front] },
    { channel: "web", via: "toy", account: "front", token: "1:telegram" },
    { channel: "telegram", account: "bot", number: front, key: keys[front] },
    { channel: "web", via: "toy", account: "front", number: front, key: keys[front] },
    { channel: "web", via: "toy", account: "back", number: back, key: keys[back] },
  ]) {
    statuses.push((await post("/v1/connections", body)).status);
  }
  expect(statuses).toEqual([422, 422, 422, 422, 201, 201]);
  expect(JSON.stringify(await connected(2))).not.toContain("toy-key");

  // One address, each call for its account, verified with the key of that account.
  await Promise.all([platform.writes(front, "ana", "Hello", Date.now()), platform.writes(back, "ana", "Hello", Date.now())]);
  const open = await conversations();
  expect(open.map(({ account }) => account).sort()).toEqual(["back", "front"]);
  expect(await platform.call("100400", { joined: "eve" }, keys[front])).toBe(404);
  expect(await platform.call(front, { joined: "eve" }, keys[back])).toBe(401);

  // The window that the channel's rules name closes a day after the customer's last message.
  const { data: people } = await get<Page<{ id: string }>>("/v1/contacts");
  const later = new Date(Date.now() + 25 * 3_600_000).toISOString();
  const may = (id: string, more: string) =>
    get<{ reasons: { code: string }[] }>(`/v1/contacts/${id}/contactability?purpose=reply&channel=web${more}`);
  const [now, tomorrow] = [await may(people[0]?.id ?? "", ""), await may(people[0]?.id ?? "", `&at=${later}`)];
  expect([now, tomorrow].map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([[], ["window_closed"]]);

  const frontId = open.find(({ account }) => account === "front")?.id;
  const read = (id: string) => get<Delivery>(`/v1/deliveries/${id}`);
  const reply = async (text: string) => JSON.parse((await post(`/v1/conversations/${frontId}/messages`, { text })).text) as Delivery;
  const reaches = (id: string, state: string) =>
    eventually(
      () => read(id),
      (delivery) => delivery.state === state,
    );
  const takenOf = (id: string) => platform.taken.find(({ ref }) => ref === id);
  const tell = ({ id }: Pick<TakenMessage, "id">, state: string, more: object = {}) =>
    platform.tell(front, "receipts", { about: { id }, state, at: at(state), ...more });
  const begin = Date.now();
  const at = (state: string) => begin + (state === "delivered" ? 5_000 : 9_000);
  const price = { micros: 45_300, currency: "EUR" };

  // Forwards, with time and price; repeated; and out of order.
  const first = await reply("Your room is ready");
  await reaches(first.id, "sent");
  const sent = takenOf(first.id) ?? { id: "" };
  await tell(sent, "delivered", { price });
  expect(await read(first.id)).toMatchObject({ state: "delivered" });
  for (const state of ["read", "read", "delivered"]) await tell(sent, state);
  expect(await read(first.id)).toMatchObject({ state: "read" });

  // Failed late, although it was accepted.
  const second = await reply("Breakfast is at eight");
  await reaches(second.id, "sent");
  await tell(takenOf(second.id) ?? { id: "" }, "failed", { reason: "no_chat" });
  expect(await read(second.id)).toMatchObject({ state: "failed", reason: "no_chat" });

  // Before the answer to the send: the platform is asked to repeat it, and it counts once the answer is there.
  let early: Promise<number[]> | undefined;
  platform.beforeAnswer = async (message) => {
    early = tell(message, "read");
    await eventually(
      async () => platform.lastStatus,
      (status) => status === 503,
    );
  };
  const third = await reply("See you soon");
  await reaches(third.id, "read");
  expect((await early)?.slice(-1)).toEqual([200]);

  // About a message that is none of ours: nothing happens.
  await tell({ id: "out-of-nowhere" }, "read");

  await end();
  const database = await openDatabase({ url: databaseUrl });
  onTestFinished(() => database.close());
  const rows = await Promise.all([first, second, third].map(({ id }) => database.directory.store(defaultAgentId).deliveries.find(id)));
  expect(rows).toMatchObject([
    { deliveredAt: at("delivered"), readAt: at("read"), price },
    { deliveredAt: null, readAt: null, price: null },
    { readAt: at("read") },
  ] satisfies Partial<DeliveryRecord>[]);
}, 120_000);
