import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idlePace, leave, nextSlot, type PaceState, pauseUntil, takeSlot } from "#core/rules/delivery/pace.ts";

const pace = { perSecond: 30, perChatPerSecond: 1 };

/** Lets messages go one after the other, each so much after its slot, and leave so much after that; gives when each left. */
function go(messages: readonly { chat: string; lateMs: number; leavesMs?: number }[], state: PaceState = idlePace): { chat: string; at: number }[] {
  let now = 1_000_000;
  return messages.map(({ chat, lateMs, leavesMs = 0 }) => {
    now = nextSlot(state, chat, now, pace) + lateMs;
    state = takeSlot(state, chat, now, pace);
    now += leavesMs;
    state = leave(state, chat, now, pace);
    return { chat, at: now };
  });
}

/** The most within any half-open window of a second. */
function widest(times: readonly number[]): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length));
}

const messages = fc.array(
  fc.record({
    chat: fc.constantFrom("a", "b", "c", ...Array.from({ length: 40 }, (_, index) => `chat ${index}`)),
    lateMs: fc.oneof({ weight: 4, arbitrary: fc.double({ min: 0, max: 9, noNaN: true }) }, fc.double({ min: 0, max: 3000, noNaN: true })),
    leavesMs: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.double({ min: 0, max: 100, noNaN: true })),
  }),
  { maxLength: 150 },
);

describe("the pace", () => {
  it("lets a message go at once when nothing has gone", () => {
    expect(nextSlot(idlePace, "a", 5_000, pace)).toBe(5_000);
  });

  it("never lets more go than the platform permits, in any second, in all and in one chat, however late each is", () => {
    fc.assert(
      fc.property(messages, (wanted) => {
        const gone = go(wanted);

        expect(widest(gone.map(({ at }) => at))).toBeLessThanOrEqual(pace.perSecond);
        for (const ofChat of Map.groupBy(gone, ({ chat }) => chat).values())
          expect(widest(ofChat.map(({ at }) => at))).toBeLessThanOrEqual(pace.perChatPerSecond);
      }),
    );
  });

  it("makes up for small delays of our own: at least 98 % of what is permitted", () => {
    const gone = go(Array.from({ length: 600 }, (_, index) => ({ chat: `chat ${index}`, lateMs: index % 3 })));

    const [first, last] = [gone[0]?.at ?? 0, gone.at(-1)?.at ?? 0];
    expect((gone.length - 1) / ((last - first) / 1000)).toBeGreaterThan(0.98 * pace.perSecond);
  });

  it("makes no burst of a long silence", () => {
    const after = Array.from({ length: 30 }, (_, index) => ({ chat: `chat ${index}`, lateMs: index === 1 ? 60_000 : 0 }));

    const [, second = { at: 0 }, ...rest] = go(after);

    expect(rest.filter(({ at }) => at < second.at + 500).length).toBeLessThanOrEqual(18);
    expect(rest.filter(({ at }) => at < second.at + 10).length).toBeLessThanOrEqual(3);
  });

  it("lets nobody go before the pause that the platform has asked for is over, and an earlier one does not shorten it", () => {
    const state = pauseUntil(pauseUntil(takeSlot(idlePace, "a", 1_000, pace), 9_000), 4_000);

    expect([nextSlot(state, "a", 1_000, pace), nextSlot(state, "new", 1_000, pace), nextSlot(state, "new", 10_000, pace)]).toEqual([
      9_000, 9_000, 10_000,
    ]);
  });

  it("holds the others back while what was let go has not left", () => {
    let state = idlePace;
    for (let index = 0; index < 30; index += 1) state = takeSlot(state, `chat ${index}`, 1_000 + index * 34, pace);

    expect(nextSlot(state, "new", 9_000, pace)).toBeGreaterThan(9_000);
    for (let index = 0; index < 30; index += 1) state = leave(state, `chat ${index}`, 9_000, pace);
    expect(nextSlot(state, "new", 9_100, pace)).toBeGreaterThanOrEqual(10_000);
    expect(nextSlot(state, "new", 10_100, pace)).toBe(10_100);
  });

  it("forgets chats that are free again", () => {
    let state = idlePace;
    for (let index = 0; index < 1_000; index += 1)
      state = leave(takeSlot(state, `chat ${index}`, index * 100, pace), `chat ${index}`, index * 100, pace);

    expect(state.chats.size).toBeLessThan(20);
  });
});
