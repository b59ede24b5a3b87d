import { fail } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";
import type { MessageWithReading } from "#core/ports/store.ts";

/** Throws CrmError `not_found` for an id that is not this agent's. */
export async function getMessage(ctx: Context, { id }: { id: string }): Promise<MessageWithReading> {
  return (await ctx.store.messages.find(id)) ?? fail("not_found", `message ${id} does not exist`);
}
