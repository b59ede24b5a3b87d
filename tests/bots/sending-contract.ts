import { expect, it, onTestFinished, vi } from "vitest";
import type { ChannelHarness, PlatformAnswer } from "./channel-harness.ts";

const message = (harness: ChannelHarness, text = "Your room is ready") => ({ deliveryId: "dlv_1", to: harness.customer, text, media: [] });

export function sendingContract(harness: () => ChannelHarness): void {
  it("sends, and answers with the platform's id", async () => {
    const { channel, taken, attempts } = harness();

    const result = await channel.send(message(harness()));

    expect(result).toEqual({ outcome: "accepted", externalId: expect.stringMatching(/./), at: expect.any(Number) });
    expect(taken()).toEqual(["Your room is ready"]);
    expect(attempts()).toBe(1);
  });

  it("waits exactly as long as the platform says", async () => {
    const { channel, platformAnswers, now, attempts } = harness();
    platformAnswers("rate_limited", 17);

    const result = await channel.send(message(harness()));

    expect(result).toEqual({ outcome: "refused", reason: "rate_limited", retryAt: now + 17_000 });
    expect(attempts()).toBe(1);
  });

  it.each(["blocked", "no_chat", "invalid_message", "unauthorized"] as const)("is refused for good: %s", async (answer) => {
    const { channel, platformAnswers, attempts } = harness();
    platformAnswers(answer);

    const result = await channel.send(message(harness()));

    expect(result).toEqual({ outcome: "refused", reason: answer, retryAt: null });
    expect(attempts()).toBe(1);
  });

  it.each<[PlatformAnswer, string]>([
    ["server_error", "server_error"],
    ["unreadable", "unreadable_answer"],
    ["drop", "connection_lost"],
  ])("does not know what became of it after: %s", async (answer, reason) => {
    const { channel, platformAnswers, attempts } = harness();
    platformAnswers(answer);

    const result = await channel.send(message(harness()));

    expect(result).toEqual({ outcome: "unknown", reason });
    expect(attempts()).toBe(1);
  });

  it("does not know what became of it when no answer comes", async () => {
    const { channel, platformAnswers, attempts, taken, roundTrip } = harness();
    platformAnswers("hang");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());

    const sending = channel.send(message(harness()));
    while (taken().length === 0) await roundTrip();
    vi.advanceTimersByTime(60_000);

    expect(await sending).toEqual({ outcome: "unknown", reason: "timeout" });
    expect(attempts()).toBe(1);
  });

  it("may try again what never left", async () => {
    const { unreachable, now } = harness();

    const result = await unreachable().send(message(harness()));

    expect(result).toEqual({ outcome: "refused", reason: "unreachable", retryAt: expect.any(Number) });
    expect(result.outcome === "refused" && Number(result.retryAt)).toBeGreaterThan(now);
  });

  it("refuses by itself what would need several messages or none", async () => {
    const { channel, customer, attempts } = harness();
    const file = { url: "https://example.com/a.jpg", type: "image/jpeg" };

    const results = await Promise.all([
      channel.send(message(harness(), "x".repeat(1_000_000))),
      channel.send(message(harness(), "")),
      channel.send({ deliveryId: "dlv_2", to: customer, text: "", media: [file, file] }),
    ]);

    expect(results).toEqual(results.map(() => ({ outcome: "refused", reason: "invalid_message", retryAt: null })));
    expect(attempts()).toBe(0);
  });

  it("shows no secret to whoever looks at it", () => {
    const { channel, secrets } = harness();

    for (const secret of secrets) expect(JSON.stringify(channel) + String(Object.entries(channel))).not.toContain(secret);
  });
}
