import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { type TelegramChannel, telegramChannel } from "#bots/channels/telegram/telegram-channel.ts";
import { hasHook } from "#core/ports/channel.ts";
import { fetchPublic } from "#tests/support/public-fetch.ts";
import { type FakeTelegram, startFakeTelegram } from "#tests/support/telegram/fake-telegram.ts";
import { remoteTelegram } from "#tests/support/telegram/fake-telegram-control.ts";
import type { Fault } from "#tests/support/telegram/fake-telegram-state.ts";
import { sends } from "#tests/support/telegram/fake-telegram-state.ts";
import type { ChannelHarness, PlatformAnswer } from "../channel-harness.ts";

export const secret = "hook-secret_0123456789";
const ana = { id: 5551002003, first_name: "Ana" };
const now = 1_790_000_000_000;

const faults: Record<PlatformAnswer, Fault> = {
  rate_limited: { kind: "answer", status: 429 },
  blocked: { kind: "answer", status: 403, description: "Forbidden: bot was blocked by the user" },
  no_chat: { kind: "answer", status: 400, description: "Bad Request: chat not found" },
  invalid_message: { kind: "answer", status: 400, description: "Bad Request: wrong file identifier/HTTP URL specified" },
  unauthorized: { kind: "answer", status: 401, description: "Unauthorized" },
  server_error: { kind: "answer", status: 502, body: "<html>Bad Gateway</html>" },
  unreadable: { kind: "answer", status: 200, body: "<html>Welcome to the hotel's network</html>" },
  hang: { kind: "hang_after_accept" },
  drop: { kind: "drop_after_accept" },
};

export type TelegramHarness = ChannelHarness & { channel: TelegramChannel; platform: FakeTelegram; waits: number[]; ignored: string[] };

/** The channel at a platform of its own, by polling or by webhook. Its waits are noted and take no time. */
export async function telegramHarness(mode: "polling" | "webhook"): Promise<TelegramHarness> {
  const platform = await startFakeTelegram({ speed: 1000, limits: { perSecond: 1000, perChatPerSecond: 1000, mode: "bucket" } });
  platform.know(ana);
  const others = new Map<string, { id: number }>();
  const poison: ChannelHarness["poison"] = [];
  const lines: unknown[] = [];
  const waits: number[] = [];
  const ignored: string[] = [];
  let poisonFailures = 0;
  const note = (fields: unknown, message: string) => void lines.push({ fields, message });
  const common = {
    token: platform.token,
    account: "villa",
    now: () => now,
    wait: async (ms: number) => {
      waits.push(ms);
      await new Promise(setImmediate);
    },
    onPoison: async (update: unknown, code: string) => {
      poisonFailures -= 1;
      if (poisonFailures >= 0) throw new Error("cannot be written");
      poison.push({ update, code });
    },
    onIgnored: (kind: string) => void ignored.push(kind),
    fetchPublic,
    log: { info: note, warn: note, error: note },
  };

  const hooks = await listen(async (request) => (hasHook(channel) ? channel.hook(request) : new Response(null, { status: 404 })));
  const webhook = mode === "webhook" ? { secret, url: `${hooks.address}/hooks/telegram` } : undefined;
  const channel = telegramChannel({ ...common, apiRoot: platform.apiRoot, webhook });
  return {
    channel,
    platform,
    waits,
    ignored,
    now,
    customer: String(ana.id),
    customerWrites(words, customer) {
      const other = { id: 5551002004 + others.size };
      if (customer !== undefined && !others.has(customer)) others.set(customer, other);
      platform.say(customer === undefined ? ana : (others.get(customer) ?? other), words);
    },
    platformSendsNonsense: () => void platform.update({ message: { message_id: "?", from: ana, chat: { id: ana.id, type: "private" }, text: "!" } }),
    settled: () => platform.until((state) => state.pending.length === 0),
    unconfirmed: () => platform.pending.length,
    roundTrip: () => roundTrip(platform),
    platformAnswers: (answer, retryAfter) => platform.fail({ ...faults[answer], ...(retryAfter === undefined ? {} : { retryAfter }) }),
    attempts: () => platform.calls.filter(({ method }) => sends.includes(method)).length,
    taken: () => platform.accepted.map((message) => message.text),
    unreachable: () => telegramChannel({ ...common, apiRoot: "http://127.0.0.1:1" }),
    poison,
    poisonFails(times) {
      poisonFailures = times;
    },
    secrets: [platform.token, secret],
    logged: () => JSON.stringify(lines),
    async close() {
      await platform.close();
      await hooks.close();
    },
  };
}

/** To the platform and back, without being one of its calls. */
export async function roundTrip(platform: FakeTelegram): Promise<void> {
  await remoteTelegram(platform.apiRoot).report();
}

/** Resolves once it holds, looking after every round trip. */
export async function eventually(platform: FakeTelegram, holds: () => boolean): Promise<void> {
  while (!holds()) await roundTrip(platform);
}

/** An HTTP server in front of a fetch handler, as api/ mounts a hook. */
async function listen(handle: (request: Request) => Promise<Response>) {
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const headers = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
      const response = await handle(new Request(`http://rapport${incoming.url}`, { method: "POST", headers, body: await text(incoming) }));
      outgoing.writeHead(response.status).end(await response.text());
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    address: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
