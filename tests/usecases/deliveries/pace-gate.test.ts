import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PaceGate } from "#core/usecases/deliveries/pace-gate.ts";

const pace = { perSecond: 10, perChatPerSecond: 1 };
const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

type Event = { at: number; chat: string; urgent: boolean } | { at: number; pauseUntil: number };
type Gone = { at: number; asked: number; chat: string; urgent: boolean };

/** Runs the gate through the events on a clock of its own, which jumps from one instant of interest to the next. */
async function run(events: readonly Event[]): Promise<Gone[]> {
  let now = 0;
  const timers = new Set<{ at: number; end(): void }>();
  const gate = new PaceGate(
    pace,
    () => now,
    (ms, signal) =>
      new Promise((resolve) => {
        const timer = { at: now + ms, end: resolve };
        timers.add(timer);
        signal.addEventListener("abort", () => timer.end());
      }),
  );
  const gone: Gone[] = [];
  const left = events.toSorted((a, b) => a.at - b.at);
  for (;;) {
    await turn();
    now = Math.max(now, Math.min(left[0]?.at ?? Number.POSITIVE_INFINITY, ...[...timers].map(({ at }) => at)));
    if (now === Number.POSITIVE_INFINITY) return gone;
    for (const timer of timers)
      if (timer.at <= now) {
        timers.delete(timer);
        timer.end();
      }
    for (let event = left[0]; event && event.at <= now; event = left[0]) {
      left.shift();
      if ("pauseUntil" in event) gate.pause(event.pauseUntil);
      else {
        const { at: asked, chat, urgent } = event;
        void gate.pass(chat, urgent).then(() => {
          gone.push({ at: now, asked, chat, urgent });
          gate.left(chat);
        });
      }
    }
  }
}

const at = fc.integer({ min: 0, max: 5_000 });
const message = (chat: fc.Arbitrary<string>) => fc.record({ at, chat, urgent: fc.boolean() });
const someChats = message(fc.constantFrom("a", "b", "c", "d", "e"));
const ownChats = fc
  .array(message(fc.constant("")), { maxLength: 60 })
  .map((messages) => messages.map((each, index) => ({ ...each, chat: `chat ${index}` })));

describe("the pace gate", () => {
  it("never lets more go than is permitted in any second, and lets everybody go in the end", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someChats, { maxLength: 40 }), ownChats, async (some, own) => {
        const gone = await run([...some, ...own]);

        expect(gone).toHaveLength(some.length + own.length);
        for (const { at: from, chat } of gone) {
          const within = gone.filter((other) => other.at >= from && other.at < from + 1_000);
          expect(within.length).toBeLessThanOrEqual(pace.perSecond);
          expect(within.filter((other) => other.chat === chat)).toHaveLength(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("lets replies go first, and the others in the order in which they came", async () => {
    await fc.assert(
      fc.asyncProperty(ownChats, async (messages) => {
        const gone = await run(messages);

        gone.forEach((one, index) => {
          const later = gone.slice(index + 1);
          expect(later.filter((other) => other.urgent === one.urgent && other.asked < one.asked)).toEqual([]);
          if (!one.urgent) expect(later.filter((other) => other.urgent && other.asked < one.at)).toEqual([]);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("lets nobody go while the platform has asked to wait", async () => {
    await fc.assert(
      fc.asyncProperty(ownChats, at, fc.integer({ min: 0, max: 4_000 }), async (messages, from, ms) => {
        const gone = await run([...messages, { at: from, pauseUntil: from + ms }]);

        expect(gone.filter(({ at: went }) => went > from && went < from + ms)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("does not let a chat that must wait hold up the others", async () => {
    const gone = await run([
      { at: 0, chat: "busy", urgent: true },
      { at: 1, chat: "busy", urgent: true },
      { at: 300, chat: "free", urgent: false },
    ]);

    expect(gone.map(({ chat, at: went }) => [chat, Math.floor(went / 100)])).toEqual([
      ["busy", 0],
      ["free", 3],
      ["busy", 10],
    ]);
  });

  it("when it is closed sends back whoever waits and whoever comes", async () => {
    const gate = new PaceGate(
      pace,
      () => 0,
      () => new Promise(() => {}),
    );
    await gate.pass("a", true);
    gate.left("a");

    const waiting = gate.pass("b", true);
    gate.close();

    expect([await waiting, await gate.pass("c", true)]).toEqual([false, false]);
  });
});
