import { expect, it, onTestFinished } from "vitest";
import type { NewMessage } from "#core/model/inbound.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { explainScore } from "#core/usecases/contacts/explain-score.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { recordReading } from "#core/usecases/messages/record-reading.ts";
import { openCore } from "#tests/support/context.ts";
import { reading } from "#tests/support/people/said.ts";

const now = Date.UTC(2026, 5, 1, 12);

const asksForPrice: NewMessage = {
  channel: "telegram",
  account: "main",
  externalId: "m1",
  direction: "inbound",
  author: "customer",
  from: { externalId: "ana" },
  text: "How much is a cleaning?",
  media: [],
  sentAt: now,
  origin: "platform",
};

const booking = [{ intent: "booking_request", quote: "a cleaning" }];

async function told(analysts: ("rules" | "llm")[]) {
  const core = await openCore(() => now, { ...defaultSettings(), analysts });
  onTestFinished(() => core.close());
  const { message, contact } = await ingestMessage(core.ctx, asksForPrice);
  const signals = async () => (await core.ctx.store.contacts.hits(contact.id)).map(({ signalId }) => signalId).sort();
  const agrees = async () => (await explainScore(core.ctx, { id: contact.id, verify: true })).verified;
  return { ctx: core.ctx, message, signals, agrees };
}

it("puts the hits of the analyst that settings rank first in place of those before", async () => {
  const { ctx, message, signals, agrees } = await told(["llm", "rules"]);

  const contact = await recordReading(ctx, { messageId: message.id, reading: reading({ analyst: "llm", intents: booking, sentiment: 0.5 }) });

  expect(await signals()).toEqual(["booking_request", "wrote_to_us"]);
  expect(contact).toMatchObject({ status: "qualified", stage: "closing", sentiment: 0.5 });
  expect((await ctx.store.messages.find(message.id))?.reading.analyst).toBe("llm");
  expect(await agrees()).toBe(true);
});

it("keeps a reading that does not count, and changes nothing by it", async () => {
  const { ctx, message, signals, agrees } = await told(["rules"]);

  await recordReading(ctx, { messageId: message.id, reading: reading({ analyst: "llm", intents: booking }) });

  expect(await signals()).toEqual(["pricing_question", "wrote_to_us"]);
  expect((await ctx.store.messages.readings(message.id)).map(({ analyst, effective }) => [analyst, effective]).sort()).toEqual([
    ["llm", false],
    ["rules", true],
  ]);
  expect(await agrees()).toBe(true);
});

it("lets a newer version of an analyst replace the older one, also when it is told twice", async () => {
  const { ctx, message, signals, agrees } = await told(["rules"]);
  // An intent that is not told by what the words are like, so that reading in context keeps it.
  const abuse = [{ intent: "abuse", quote: "a cleaning" }];
  const newer = reading({ analyst: "rules", version: "10", intents: abuse });

  await recordReading(ctx, { messageId: message.id, reading: newer });
  await recordReading(ctx, { messageId: message.id, reading: newer });

  expect(await signals()).toEqual(["abuse", "pricing_question", "wrote_to_us"]);
  expect(await ctx.store.messages.readings(message.id)).toHaveLength(2);
  expect(await agrees()).toBe(true);
});
