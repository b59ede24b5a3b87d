import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it, onTestFinished } from "vitest";
import type { NewMessage } from "#core/model/inbound.ts";
import type { Context } from "#core/ports/context.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { openCore } from "#tests/support/context.ts";

const now = Date.parse("2026-03-04T10:00:00Z");
const message: NewMessage = {
  ...({ channel: "telegram", account: "default", direction: "inbound", author: "customer", origin: "api" } as const),
  ...{ media: [], from: { externalId: "7", name: "Ana" }, text: "I want to talk to a real person", sentAt: null, externalId: "m1" },
};

/** Tables that the commit of a first message with an alert writes in. */
const written = ["contacts", "identities", "conversations", "messages", "readings", "alerts", "outbox"];

/** What a reader finds of the message, of its alert and of the effect that shows it. */
async function found(ctx: Context) {
  const contacts = (await ctx.store.contacts.list({}, { by: "name", descending: false }, { limit: 9, cursor: null })).data;
  const alerts = (await ctx.store.alerts.list({}, { limit: 9, cursor: null })).data;
  const effects = (await ctx.directory.outbox(100)).filter(({ payload }) => payload.kind === "alert");
  return { contacts: contacts.length, alerts: alerts.length, effects: effects.length };
}

it.each(written)(
  "a commit that fails when it writes in %s leaves neither message nor alert nor effect, and its repeat all of them",
  async (table) => {
    const { ctx, dataDir, close } = await openCore(() => now);
    onTestFinished(close);
    const side = new DatabaseSync(join(dataDir, "rapport.db"));
    onTestFinished(() => side.close());
    side.exec(`CREATE TRIGGER refuses BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'refused'); END`);

    await expect(ingestMessage(ctx, message)).rejects.toThrow();

    expect(await found(ctx)).toEqual({ contacts: 0, alerts: 0, effects: 0 });
    side.exec("DROP TRIGGER refuses");
    await ingestMessage(ctx, message);
    await ingestMessage(ctx, message);
    expect(await found(ctx)).toEqual({ contacts: 1, alerts: 1, effects: 1 });
  },
);
