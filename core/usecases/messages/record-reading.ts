import { fail } from "#core/errors.ts";
import type { Reading } from "#core/model/reading.ts";
import type { ContactRecord, ReadingRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import { effectiveReading } from "#core/rules/contact/effective-reading.ts";
import { reviseContact } from "#core/usecases/contact-change/revise-contact.ts";
import { getMessage } from "./get-message.ts";
import { messageFact, messageRow, readingRow } from "./message-rows.ts";

/**
 * Stores an analyst's reading of a message. If it becomes the effective reading, its hits replace those of the earlier one in
 * the same commit.
 */
export async function recordReading(ctx: Context, input: { messageId: string; reading: Reading }): Promise<ContactRecord> {
  return reviseContact(
    ctx,
    async () => (await getMessage(ctx, { id: input.messageId })).contactId,
    async (_contact, changes) => {
      const { document } = await ctx.store.settings.current();
      const found = await getMessage(ctx, { id: input.messageId });
      const rows = withReading(await ctx.store.messages.readings(found.id), readingRow({ ...found, reading: input.reading }, ctx.now()));
      const counts = effectiveReading(rows, document.analysts) ?? fail("invalid", "no analyst that the settings rank has read this message");
      const message = { ...found, reading: counts.reading, sentiment: counts.reading.sentiment };
      changes.put("readings", ...rows.map((row) => ({ ...row, effective: row === counts })));
      changes.put("messages", messageRow(message));
      return { facts: [messageFact(message)], withdrawn: [message.id], cause: { kind: "correction", ref: message.id } };
    },
    (contact) => contact,
  );
}

function withReading(rows: readonly ReadingRecord[], added: ReadingRecord): ReadingRecord[] {
  return [...rows.filter(({ analyst, version }) => analyst !== added.analyst || version !== added.version), added];
}
