import { expect, it } from "vitest";
import { SlackRateLimiter } from "#bots/staff/slack/workspace/rate-limiter.ts";

it("lets a customer's words go before the cards that wait, each a second after the one before", async () => {
  let at = Date.UTC(2026, 2, 2, 4);
  const start = at;
  const limiter = new SlackRateLimiter(
    () => at,
    async (ms, signal) => {
      // Whoever comes at the same time is in the queue before the clock goes on.
      await new Promise(setImmediate);
      if (!signal.aborted) at += Math.ceil(ms);
    },
  );
  const sent: { name: string; after: number }[] = [];
  const send = (name: string, isUrgent: boolean) => limiter.run("C0STAFF", isUrgent, async () => void sent.push({ name, after: at - start }));

  const cards = Array.from({ length: 15 }, (_, index) => send(`card ${index}`, false));
  const words = ["thread", "message"].map((name) => send(name, true));
  await Promise.all([...cards, ...words]);

  expect(sent.map(({ name }) => name)).toEqual(["card 0", "thread", "message", ...Array.from({ length: 14 }, (_, index) => `card ${index + 1}`)]);
  for (const [index, { after }] of sent.entries()) expect(after).toBeGreaterThanOrEqual(1_000 * index);
});
