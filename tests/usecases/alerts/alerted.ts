import { onTestFinished } from "vitest";
import type { AlertRecord } from "#core/model/alert.ts";
import type { NewMessage } from "#core/model/inbound.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Context } from "#core/ports/context.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { openCore } from "#tests/support/context.ts";

/** Customers who write, on a real database file; the clock is the test's. */
export async function staffCalled(change: (settings: Settings) => Settings = (given) => given) {
  const clock = { now: Date.parse("2026-03-04T10:00:00Z") };
  const core = await openCore(() => clock.now, change(defaultSettings()));
  onTestFinished(() => core.close());
  const { ctx } = core;
  const says = async (text: string, more: Partial<NewMessage> = {}, by: Context = ctx) => {
    clock.now += 60_000;
    const common = { channel: "telegram", account: "default", direction: "inbound", author: "customer", origin: "api" } as const;
    return ingestMessage(by, { ...common, media: [], from: { externalId: "7", name: "Ana" }, text, sentAt: null, externalId: null, ...more });
  };
  return {
    ctx,
    clock,
    dataDir: core.dataDir,
    says,
    /** A member of staff, or a key. */
    as: (id: string): Context => ({ ...ctx, actor: { kind: "staff", id } }),
    alerts: async (): Promise<AlertRecord[]> => (await ctx.store.alerts.list({}, { limit: 50, cursor: null })).data,
    /** The alert of a customer who asks for a person. */
    asksForPerson: async (): Promise<AlertRecord> => {
      const { conversation } = await says("I want to talk to a real person NOW");
      const [alert] = (await ctx.store.alerts.newestOf([conversation.id])).filter(({ rule }) => rule === "asks_for_person");
      if (!alert) throw new Error("no alert was raised");
      return alert;
    },
    /** Cards of a kind that commits have asked for. */
    cards: async (kind: string): Promise<string[]> =>
      (await ctx.directory.outbox(1000))
        .filter(({ type, payload }) => type === "card.show" && payload.kind === kind)
        .map(({ payload }) => payload.subjectId ?? ""),
  };
}
