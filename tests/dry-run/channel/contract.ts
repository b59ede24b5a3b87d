import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { channelContract } from "#tests/bots/channel-contract.ts";
import type { ChannelHarness, PlatformAnswer } from "#tests/bots/channel-harness.ts";
import { fetchPublic } from "#tests/support/public-fetch.ts";
import { parse } from "./toy/parse.ts";
import { render } from "./toy/render.ts";
import { toyChannel } from "./toy/toy-channel.ts";
import { type ToyFault, ToyPlatform } from "./toy-platform.ts";

// Runs in a copy of the tree to which the channel was added.

const now = 1_790_000_000_000;
const key = "toy-key-0123456789";
const number = "100200";
const refuse = (status: number, more: object = {}): ToyFault => ({ status, body: JSON.stringify({ error: status, ...more }) });
const faults: Record<PlatformAnswer, (retryAfter?: number) => ToyFault> = {
  rate_limited: (retryAfter) => refuse(429, { retryAfter }),
  blocked: () => refuse(403),
  no_chat: () => refuse(404),
  invalid_message: () => refuse(400),
  unauthorized: () => refuse(401),
  server_error: () => ({ status: 502, body: "<html>Bad Gateway</html>" }),
  unreadable: () => ({ status: 200, body: "<html>Welcome</html>" }),
  hang: () => "hang",
  drop: () => "drop",
};

async function makeHarness(): Promise<ChannelHarness> {
  const platform = await new ToyPlatform({ [number]: key }).open();
  const poison: ChannelHarness["poison"] = [];
  const lines: unknown[] = [];
  let poisonFailures = 0;
  const note = (fields: unknown, message: string) => void lines.push({ fields, message });
  const options = {
    account: "villa",
    number,
    key,
    now: () => now,
    wait: async () => {
      await new Promise(setImmediate);
    },
    onPoison: async (update: unknown, code: string) => {
      poisonFailures -= 1;
      if (poisonFailures >= 0) throw new Error("cannot be written");
      poison.push({ update, code });
    },
    fetchPublic,
    log: { info: note, warn: note, error: note },
  };
  const channel = toyChannel({ ...options, apiRoot: platform.root });
  const hooks = createServer((incoming, outgoing) => {
    void text(incoming).then(async (body) => {
      const headers = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
      const response = await channel.hook(new Request("http://rapport/hooks/toy", { method: "POST", headers, body }));
      outgoing.writeHead(response.status).end();
    });
  });
  await new Promise<void>((resolve) => hooks.listen(0, "127.0.0.1", resolve));
  // A server on a port has an address of this form.
  platform.hookUrl = `http://127.0.0.1:${(hooks.address() as AddressInfo).port}/hooks/toy`;
  return {
    channel,
    now,
    customer: "ana",
    customerWrites: (words, customer = "ana") => void platform.writes(number, customer, words, now),
    platformSendsNonsense: () => void platform.tell(number, "ana", { id: 7, text: "!" }),
    settled: () => platform.settled(),
    unconfirmed: () => platform.unconfirmed,
    roundTrip: async () => void (await (await fetch(platform.root)).text()),
    platformAnswers: (answer, retryAfter) => void platform.faults.push(faults[answer](retryAfter)),
    attempts: () => platform.attempts,
    taken: () => platform.taken.map((message) => message.text),
    unreachable: () => toyChannel({ ...options, apiRoot: "http://127.0.0.1:1" }),
    poison,
    poisonFails: (times) => {
      poisonFailures = times;
    },
    secrets: [key],
    logged: () => JSON.stringify(lines),
    close: async () => {
      await platform.close();
      hooks.closeAllConnections();
      await new Promise<void>((resolve) => hooks.close(() => resolve()));
    },
  };
}

const receipt = { number, about: { id: "out-1", ref: "dlv_1" }, state: "read", price: { micros: 5_000, currency: "EUR" }, at: now };
const fixtures = [
  {
    name: "a message",
    update: { id: "in-1", number, from: { id: "ana", name: "Ana" }, text: "Hello", at: now },
    event: { kind: "message", message: helloMessage() },
  },
  {
    name: "a receipt",
    update: receipt,
    event: {
      kind: "receipt",
      externalId: "out-1",
      deliveryId: "dlv_1",
      receipt: { state: "read", at: now, price: { micros: 5_000, currency: "EUR" } },
    },
  },
  { name: "somebody who joins", update: { number, joined: "ana" }, event: null },
];

function helloMessage() {
  const from = { externalId: "ana", name: "Ana" };
  const common = { channel: "web", account: "villa", externalId: "in-1", direction: "inbound", author: "customer", from, origin: "platform" };
  return { ...common, text: "Hello", media: [], sentAt: now };
}

channelContract("the toy channel", { make: makeHarness, fixtures, parse: (update) => parse(update as object, "villa"), render });
