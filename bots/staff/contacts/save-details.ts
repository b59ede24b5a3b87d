import { CrmError } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";
import { patchContact } from "#core/usecases/contacts/patch-contact.ts";
import { inline, nameOf } from "../blocks/text.ts";
import type { ModalSubmission } from "../slack/feature.ts";
import { readMetadata } from "../slack/response-target.ts";
import { changedIn } from "./fingerprints.ts";
import { editFor } from "./modal-views.ts";

/** Writes the details that were changed in the modal, and no others. Faults by input, or null. */
export async function saveDetails({ ctx, metadata, values }: ModalSubmission, id: string): Promise<Record<string, string> | null> {
  const [, , prints = ""] = readMetadata(metadata).about.split("|");
  const { changes, overtaken } = changedIn(prints, values, await editFor(ctx, id));
  if (overtaken.length > 0) {
    return Object.fromEntries(overtaken.map((name) => [name, "Somebody has changed this meanwhile: close this, and open it again"]));
  }
  if (changes.size === 0) return null;
  const given: Record<string, string | null | boolean> = { ...Object.fromEntries(changes) };
  if ("vip" in given) given.vip = given.vip === "rules" ? null : given.vip === "yes";
  try {
    // The names of the inputs are those of the details (edit-modal.ts).
    await patchContact(ctx, { id, ...given });
  } catch (error) {
    const faults = await takenAddress(ctx, error);
    if (!faults) throw error;
    return faults;
  }
  return null;
}

/** The name of the contact who has the address already. */
async function takenAddress(ctx: Context, error: unknown): Promise<Record<string, string> | null> {
  if (!(error instanceof CrmError) || error.code !== "conflict" || typeof error.details.contactId !== "string") return null;
  const holder = await ctx.store.contacts.find(error.details.contactId);
  const fields = (error.details.errors ?? []).map(({ pointer }) => pointer.slice(1));
  return holder && Object.fromEntries(fields.map((field) => [field, `${inline(nameOf(holder), 80)} has this one already`]));
}
