import { tagsOf } from "#core/usecases/contacts/tagged.ts";
import { attachTag, detachTag } from "#core/usecases/tags/contact-tags.ts";
import { listIn, textIn } from "../blocks/input-values.ts";
import type { ModalSubmission } from "../slack/feature.ts";
import { readMetadata } from "../slack/response-target.ts";

/** Adds and removes the tags that differ from what the modal showed, so that what others did meanwhile stays. */
export async function saveTags({ ctx, metadata, values }: ModalSubmission, contactId: string): Promise<Record<string, string> | null> {
  const held = (await tagsOf(ctx, contactId)).map(({ id }) => id);
  const shown = (readMetadata(metadata).about.split("|")[1] ?? "").split(",").filter(Boolean);
  const chosen = "tags" in values ? listIn(values, "tags") : shown;
  const name = textIn(values, "newTag");
  if (name !== null) await attachTag(ctx, { contactId, name });
  for (const tagId of chosen) if (!shown.includes(tagId)) await attachTag(ctx, { contactId, tagId });
  for (const tagId of shown) if (!chosen.includes(tagId) && held.includes(tagId)) await detachTag(ctx, { contactId, tagId });
  return null;
}
