import { CrmError, fail } from "#core/errors.ts";
import type { NewAction, RecordedAction } from "#core/model/inbound.ts";
import type { Context } from "#core/ports/context.ts";
import { noContact } from "#core/usecases/contacts/get-contact.ts";
import { actionArrival } from "#core/usecases/messages/arrival.ts";
import { ingest } from "#core/usecases/messages/ingest-queue.ts";

/**
 * Records what a contact did, or what another system reports about them; a cancellation or refund revokes the conversion
 * it names in `properties.reference`, else the newest of its kind. An external id seen before changes nothing.
 */
export async function recordAction(ctx: Context, input: NewAction): Promise<RecordedAction> {
  const result = await ingest(ctx, ({ document }) => actionArrival(ctx, input, document)).catch((error: unknown) => missing(ctx, input, error));
  return "action" in result ? result : fail("unavailable", "the action was not taken; send it again");
}

/** A contact that is not there may be part of another one now. */
function missing(ctx: Context, { contactId }: NewAction, error: unknown): Promise<never> {
  if (contactId !== undefined && error instanceof CrmError && error.code === "not_found") return noContact(ctx, contactId, "/contactId");
  throw error;
}
