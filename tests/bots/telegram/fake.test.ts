import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { remoteTelegram } from "#tests/support/telegram/fake-telegram-control.ts";
import { Limiter, widest } from "#tests/support/telegram/fake-telegram-limits.ts";

/** How many of the messages at these times are taken. */
function taken(limiter: Limiter, times: readonly number[], chatOf: (index: number) => string = String) {
  return times.filter((time, index) => limiter.take(chatOf(index), time).ok).length;
}
const every = (ms: number, count: number) => Array.from({ length: count }, (_, index) => index * ms);

describe("the platform's pace", () => {
  it("strict: never more than so many in any second", () => {
    const limits = { perSecond: 30, perChatPerSecond: 1, mode: "strict" } as const;

    expect(taken(new Limiter(limits), every(1000 / 30, 300))).toBe(300);
    expect(taken(new Limiter(limits), every(1, 100))).toBe(30);
    expect(taken(new Limiter(limits), every(999, 2), () => "same chat")).toBe(1);
    expect(taken(new Limiter(limits), every(1000, 2), () => "same chat")).toBe(2);
    expect(taken(new Limiter(limits, 10), every(100, 2), () => "same chat")).toBe(2);
  });

  it("bucket: a burst after a rest, then the same pace", () => {
    const limits = { perSecond: 30, perChatPerSecond: 1, mode: "bucket" } as const;

    expect(taken(new Limiter(limits), every(0, 31))).toBe(30);
    expect(taken(new Limiter(limits), [...every(0, 30), 34, 68])).toBe(32);
  });

  it("tells how long to wait, and notes who does not", () => {
    const limiter = new Limiter({ perSecond: 1, perChatPerSecond: 1, mode: "strict" });
    limiter.take("a", 0);

    expect(limiter.take("b", 100)).toEqual({ ok: false, retryAfter: 1 });
    expect(limiter.take("b", 1050)).toEqual({ ok: false, retryAfter: 1 });
    expect(limiter.disobeyed).toBe(1);
    expect(limiter.take("b", 3000)).toEqual({ ok: true });
  });

  it("finds the widest second", () => {
    expect(widest([0, 500, 999, 1000, 1001, 5000], 1000)).toBe(4);
    expect(widest([], 1000)).toBe(0);
  });
});

describe("the platform as a process of its own", () => {
  it("speaks the Bot API, obeys a test over HTTP and ends with SIGTERM", async () => {
    const child = spawn(process.execPath, ["tests/support/telegram/fake-telegram-main.ts", "--per-second", "1000", "--per-chat", "1000"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(createInterface(child.stdout), "line");
    const { apiRoot, token } = JSON.parse(String(line));
    const remote = remoteTelegram(apiRoot);
    const call = (method: string, body: object) =>
      fetch(`${apiRoot}/bot${token}/${method}`, { method: "POST", body: JSON.stringify(body) }).then((response) => response.json());

    await remote.say({ id: 7 }, "hello");
    const page = await call("getUpdates", {});
    await remote.fail({ kind: "drop_after_accept" });
    const dropped = await call("sendMessage", { chat_id: 7, text: "twice" }).catch(() => "dropped");
    const answered = await call("sendMessage", { chat_id: 7, text: "twice" });

    expect(page).toMatchObject({ ok: true, result: [{ message: { text: "hello", chat: { id: 7, type: "private" } } }] });
    expect(dropped).toBe("dropped");
    expect(answered).toMatchObject({ ok: true, result: { text: "twice" } });
    expect(await remote.report()).toMatchObject({ accepted: 2, duplicates: 1, pending: 1 });

    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});
