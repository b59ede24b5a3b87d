import { fail } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";

/** Makes one record of two that the platform attests to be one person. */
export async function linkAttested(_ctx: Context, _input: { contactId: string; otherId: string }): Promise<void> {
  fail("unavailable", "cannot be done yet");
}
