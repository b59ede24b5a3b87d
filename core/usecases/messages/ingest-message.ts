import { fail } from "#core/errors.ts";
import type { Ingested, NewMessage } from "#core/model/inbound.ts";
import type { Context } from "#core/ports/context.ts";
import { messageArrival } from "./arrival.ts";
import { ingest } from "./ingest-queue.ts";

/**
 * Takes one message, from the customer or to them: contact, identity and conversation are made if they are new, and the
 * contact returned is already read, scored, staged and classified. A platform id seen before changes nothing.
 * Throws CrmError `invalid` naming the field.
 */
export async function ingestMessage(ctx: Context, input: NewMessage): Promise<Ingested> {
  const result = await ingest(ctx, ({ document }) => messageArrival(ctx, input, document));
  return "message" in result ? result : fail("unavailable", "the message was not taken; send it again");
}
