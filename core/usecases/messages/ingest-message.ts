import { fail } from "#core/errors.ts";
import type { Ingested, NewMessage } from "#core/model/inbound.ts";
import type { Context } from "#core/ports/context.ts";
import { messageArrival } from "./arrival.ts";
import { ingest } from "./ingest-queue.ts";

/**
 * Ingests one message from or to the customer. A new contact, identity or conversation is created, and the returned contact
 * already has its score, stage and status. A known platform id changes nothing. Throws CrmError `invalid` naming the field, `gone` when
 * the message was taken back.
 */
export async function ingestMessage(ctx: Context, input: NewMessage): Promise<Ingested> {
  const result = await ingest(ctx, ({ document }) => messageArrival(ctx, input, document));
  return "message" in result ? result : fail("unavailable", "the message was not taken; send it again");
}
