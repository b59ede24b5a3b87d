import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { allowedUpdates } from "#bots/channels/telegram/update-kinds.ts";
import { eventually, type TelegramHarness, telegramHarness } from "./harness.ts";

let harness: TelegramHarness;
beforeEach(async () => {
  harness = await telegramHarness("polling");
});
afterEach(async () => {
  await harness.channel.stop();
  await harness.close();
});

const ana = { id: 5551002003 };
const ignore = async () => {};
const pollsOf = ({ platform }: TelegramHarness) => platform.calls.filter(({ method }) => method === "getUpdates");
const polled = (times: number) => harness.platform.until(() => pollsOf(harness).length >= times);
/** Resolves once the channel has waited so often. */
const waited = (times: number) => eventually(harness.platform, () => harness.waits.length >= times);

describe("polling", () => {
  it("checks the token, takes the webhook away, and asks for what it can read", async () => {
    harness.platform.webhook = { url: "http://127.0.0.1:1/old", secret: "" };

    await harness.channel.start(ignore);
    await polled(1);

    expect(harness.platform.calls.slice(0, 3).map(({ method }) => method)).toEqual(["getMe", "deleteWebhook", "getUpdates"]);
    expect(harness.platform.webhook).toBeNull();
    expect(harness.platform.allowed).toEqual(allowedUpdates);
  });

  it("confirms a page with the question after it, and forgets the offset once all is confirmed", async () => {
    const first = harness.platform.say(ana, "one");
    harness.platform.say(ana, "two");

    await harness.channel.start(ignore);
    await harness.platform.until(({ calls }) => calls.filter(({ confirms }) => confirms === first + 2).length === 1);
    const asked = pollsOf(harness).length;
    await polled(asked + 1);

    expect(pollsOf(harness).map(({ confirms }) => confirms)).toEqual([undefined, first + 2, undefined]);
  });

  it("takes updates whose ids begin anew, as they do after a quiet week", async () => {
    const texts: string[] = [];
    await harness.channel.start(async (event) => void (event.kind === "message" && texts.push(event.message.text)));
    harness.platform.say(ana, "before");
    await harness.platform.until(({ calls }) => calls.some(({ confirms }) => confirms !== undefined));
    const asked = pollsOf(harness).length;
    await polled(asked + 1);

    harness.platform.update({
      update_id: 12,
      message: { message_id: 900, from: ana, chat: { id: ana.id, type: "private" }, date: 1790000000, text: "after" },
    });
    await harness.settled();

    expect(texts).toEqual(["before", "after"]);
  });

  it("says that another process polls, and comes back slowly", async () => {
    harness.platform.fail({ method: "getUpdates", kind: "answer", status: 409, description: "Conflict: terminated by other getUpdates request" });
    const states: string[] = [];

    await harness.channel.start(async () => void states.push(harness.channel.health().state));
    await waited(1);
    harness.platform.say(ana, "hello");
    await harness.settled();

    expect(harness.waits[0]).toBe(30_000);
    expect(JSON.parse(harness.logged())).toContainEqual({
      fields: { state: "conflict", detail: "another process polls this bot", failures: 1, retryInMs: 30_000 },
      message: "Telegram cannot be polled",
    });
    expect(states).toEqual(["connected"]);
  });

  it("loses its place to a second poller, as the real platform has it", async () => {
    await harness.channel.start(ignore);
    await polled(1);

    await fetch(`${harness.platform.apiRoot}/bot${harness.platform.token}/getUpdates`, { method: "POST", body: "{}" });
    await waited(1);

    expect(harness.waits).toEqual([30_000]);
  });

  it("ends when the token is refused, and can be started again", async () => {
    harness.platform.fail({ method: "getMe", kind: "answer", status: 401, description: "Unauthorized" });

    await harness.channel.start(ignore);
    await eventually(harness.platform, () => harness.channel.health().state === "unauthorized");
    await harness.channel.start(ignore);
    await polled(1);

    expect(harness.waits).toEqual([]);
    expect(harness.channel.health().state).toBe("connected");
  });

  it("waits longer after each failure, and as long as it is told after a 429", async () => {
    harness.platform.fail({ method: "getUpdates", kind: "answer", status: 502, body: "<html>", times: 8 });
    harness.platform.fail({ method: "getUpdates", kind: "answer", status: 429, retryAfter: 7 });

    await harness.channel.start(ignore);
    await polled(10);

    expect(harness.waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 7_000]);
  });

  it("stops at once while it waits for an answer", async () => {
    harness.platform.fail({ method: "getMe", kind: "hang" });
    await harness.channel.start(ignore);
    await harness.platform.until(({ calls }) => calls.length > 0);

    await harness.channel.stop();

    expect(harness.channel.health()).toMatchObject({ state: "disconnected", detail: "stopped" });
  });

  it("hands over blocks, unblocks and edits beside messages", async () => {
    const kinds: string[] = [];
    await harness.channel.start(async (event) => void kinds.push(event.kind));

    harness.platform.say(ana, "hello");
    harness.platform.block(ana);
    harness.platform.unblock(ana);
    const edited = { message_id: 1, from: ana, chat: { id: ana.id, type: "private" }, date: 1790000000, edit_date: 1790000060, text: "hello!" };
    harness.platform.update({ edited_message: edited });
    await harness.settled();

    expect(kinds).toEqual(["message", "blocked", "unblocked", "edited"]);
  });
});
