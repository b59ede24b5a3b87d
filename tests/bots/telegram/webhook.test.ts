import { describe, expect, it } from "vitest";
import { telegramChannel } from "#bots/channels/telegram/telegram-channel.ts";
import { allowedUpdates } from "#bots/channels/telegram/update-kinds.ts";
import { hasHook, type InboundEvent } from "#core/ports/channel.ts";
import { fetchPublic } from "#tests/support/public-fetch.ts";
import { startFakeTelegram } from "#tests/support/telegram/fake-telegram.ts";
import { fixtures } from "./fixtures.ts";
import { eventually } from "./harness.ts";

const secret = "hook-secret_0123456789";
const silent = { info() {}, warn() {}, error() {} };
const update = fixtures.find(({ name }) => name === "text")?.update;

type Answers = { receive?: (event: InboundEvent) => Promise<void>; onPoison?: (update: unknown) => Promise<void>; url?: string };

/** A channel that has been started by webhook. */
async function started({ receive = async () => {}, onPoison = async () => {}, url }: Answers = {}) {
  const platform = await startFakeTelegram();
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);
  const options = { token: platform.token, account: "villa", apiRoot: platform.apiRoot, now: () => 0, wait, onPoison, fetchPublic, log: silent };
  const channel = telegramChannel({ ...options, webhook: { secret, url } });
  await channel.start(receive);
  const post = (body: unknown, headers: Record<string, string> = { "x-telegram-bot-api-secret-token": secret }) => {
    if (!hasHook(channel)) throw new Error("the channel has no hook");
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return channel.hook(new Request("http://rapport/hooks/telegram", { method: "POST", headers, body: text })).then(({ status }) => status);
  };
  const connected = () => eventually(platform, () => channel.health().state === "connected");
  const close = () => Promise.all([channel.stop(), platform.close()]);
  return { channel, platform, waits, post, connected, close };
}

describe("the webhook", () => {
  it.each<[string, Record<string, string>]>([
    ["no secret", {}],
    ["an empty one", { "x-telegram-bot-api-secret-token": "" }],
    ["another one", { "x-telegram-bot-api-secret-token": `${secret}x` }],
    ["the beginning of it", { "x-telegram-bot-api-secret-token": secret.slice(0, -1) }],
  ])("turns away who brings %s", async (_story, headers) => {
    const events: InboundEvent[] = [];
    const { post, close } = await started({ receive: async (event) => void events.push(event) });

    expect(await post(update, headers)).toBe(401);
    expect(events).toEqual([]);
    await close();
  });

  it.each(["", "with blanks in it", "x".repeat(257)])("cannot be opened with the secret '%s'", (wrong) => {
    const options = { token: "1:a", account: "villa", now: () => 0, wait: async () => {}, onPoison: async () => {}, fetchPublic, log: silent };

    expect(() => telegramChannel({ ...options, webhook: { secret: wrong } })).toThrow("the webhook secret must be");
  });

  it("answers 200 when the update is kept, and when it is of no interest", async () => {
    const { post, close } = await started();

    expect(await post(update)).toBe(200);
    expect(await post({ update_id: 1, poll: {} })).toBe(200);
    await close();
  });

  it.each(["no JSON {", "[]", '"text"', "null", '{"update_id":1,"message":null}', '{"update_id":2,"message":{}}'])(
    "answers %s with 200 or sets it aside, but never 500",
    async (body) => {
      const poison: unknown[] = [];
      const { post, close } = await started({ onPoison: async (given) => void poison.push(given) });

      expect(await post(body)).toBe(200);
      await close();
    },
  );

  it("keeps the body that is no JSON as it came", async () => {
    const poison: unknown[] = [];
    const { post, close } = await started({ onPoison: async (given) => void poison.push(given) });

    await post("no JSON {");

    expect(poison).toEqual(["no JSON {"]);
    await close();
  });

  it("answers 503, for Telegram to come again, when poison cannot be set aside", async () => {
    const { post, close } = await started({ onPoison: () => Promise.reject(new Error("disk full")) });

    expect(await post("no JSON {")).toBe(503);
    expect(await post({ update_id: 1, message: {} })).toBe(503);
    await close();
  });

  it("tries an error nobody foresaw again before it answers", async () => {
    let tries = 0;
    const receive = async () => {
      tries += 1;
      if (tries < 3) throw new TypeError("a bug");
    };
    const { post, waits, close } = await started({ receive });

    expect(await post(update)).toBe(200);
    expect(tries).toBe(3);
    expect(waits).toEqual([200, 400]);
    await close();
  });

  it("answers 503 before it is started and after it is stopped", async () => {
    const { channel, post, close } = await started();

    await channel.stop();

    expect(await post(update)).toBe(503);
    await close();
  });

  it("takes nothing more once it is stopping, and ends what it has begun", async () => {
    const begun = Promise.withResolvers<void>();
    const durable = Promise.withResolvers<void>();
    const receive = () => {
      begun.resolve();
      return durable.promise;
    };
    const { channel, post, close } = await started({ receive });
    const first = post(update);
    await begun.promise;

    const stopped = channel.stop();
    const second = await post(update);
    durable.resolve();
    await stopped;

    expect([await first, second]).toEqual([200, 503]);
    await close();
  });

  it("tells Telegram where to deliver, with which secret, and what", async () => {
    const { platform, connected, close } = await started({ url: "https://crm.example.com/hooks/telegram" });

    await connected();

    expect(platform.webhook).toEqual({ url: "https://crm.example.com/hooks/telegram", secret });
    expect(platform.allowed).toEqual(allowedUpdates);
    await close();
  });

  it("leaves the webhook as somebody has set it when no address is configured", async () => {
    const { platform, connected, close } = await started();

    await connected();

    expect(platform.calls.map(({ method }) => method)).toEqual(["getMe"]);
    await close();
  });
});
