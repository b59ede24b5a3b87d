import { fail } from "#core/errors.ts";
import { stages } from "#core/model/vocabulary.ts";
import { adjustScore } from "#core/usecases/contacts/adjust-score.ts";
import { deleteContact } from "#core/usecases/contacts/delete-contact.ts";
import { setContactStage } from "#core/usecases/contacts/set-stage.ts";
import { remind } from "#core/usecases/followups/remind.ts";
import { addNote } from "#core/usecases/notes.ts";
import { atInputs, textIn } from "../blocks/input-values.ts";
import { limits, plural } from "../blocks/text.ts";
import type { ModalHandler, ModalSubmission } from "../slack/feature.ts";
import { readMetadata, respondToTarget } from "../slack/response-target.ts";
import { contactCardFor, contactNow } from "./card.ts";
import { wordsToDelete } from "./delete-modal.ts";
import { deletionOf } from "./modal-views.ts";
import { saveDetails } from "./save-details.ts";
import { saveTags } from "./save-tags.ts";

/** The contact that a modal is about, as it is known now. */
async function contactId({ ctx, metadata }: ModalSubmission): Promise<string> {
  return (await contactNow(ctx, readMetadata(metadata).about.split("|")[0] ?? "")).id;
}

/** Shows the card as it is now, where the modal was opened. */
async function showCard(submission: ModalSubmission, id: string): Promise<void> {
  await respondToTarget(submission, readMetadata(submission.metadata).target, await contactCardFor(submission.ctx, id));
}

/** A modal that changes a contact; then their card is shown as it is now. */
function changing(
  callbackId: string,
  audit: string,
  change: (submission: ModalSubmission, id: string) => Promise<Record<string, string> | null>,
): ModalHandler {
  return {
    callbackId,
    role: "agent",
    audit,
    run: async (submission) => {
      const id = await contactId(submission);
      return atInputs(
        submission.values,
        async () => {
          const errors = await change(submission, id);
          if (errors) return { errors };
          await showCard(submission, id);
          return undefined;
        },
        { dueAt: "at", name: "newTag" in submission.values ? "newTag" : "name" },
      );
    },
  };
}

const edit = changing("contact:edit", "contact.edit", saveDetails);

const tag = changing("contact:tag", "contact.tag", saveTags);

const stage = changing("contact:stage", "contact.stage", async ({ ctx, values }, id) => {
  const chosen = stages.find((each) => each === textIn(values, "stage"));
  if (chosen === undefined) return { stage: "Choose a stage" };
  if ((await contactNow(ctx, id)).stage === chosen) return { stage: "They are at this stage already" };
  await setContactStage(ctx, { id, stage: chosen, reason: textIn(values, "reason") });
  return null;
});

const score = changing("contact:score", "contact.score", async ({ ctx, values }, id) => {
  const points = Number(textIn(values, "points") ?? Number.NaN);
  const reason = textIn(values, "reason");
  if (!Number.isInteger(points) || points === 0 || Math.abs(points) > 100) return { points: "Write a whole number from -100 to 100, but not 0" };
  if (reason === null) return { reason: "Say why: it stands in the history" };
  await adjustScore(ctx, { id, points, reason });
  return null;
});

const note = changing("contact:note", "contact.note", async ({ ctx, values }, id) => {
  const text = textIn(values, "text");
  if (text === null) return { text: "Write what colleagues should know" };
  await addNote(ctx, { contactId: id, text: text.slice(0, limits.inputText) });
  return null;
});

const reminder = changing("contact:reminder", "contact.remind", async ({ ctx, values }, id) => {
  const dueAt = Number(textIn(values, "at") ?? Number.NaN) * 1000;
  const reason = textIn(values, "reason");
  if (!Number.isFinite(dueAt) || dueAt <= ctx.now()) return { at: "Choose a time that is still to come" };
  if (reason === null) return { reason: "Say what about" };
  await remind(ctx, { contactId: id, dueAt, reason, text: textIn(values, "text") ?? undefined });
  return null;
});

const erase: ModalHandler = {
  callbackId: "contact:delete",
  role: "manager",
  audit: "contact.delete",
  run: async (submission) => {
    const { ctx, values, metadata } = submission;
    const { about, target } = readMetadata(metadata);
    const model = await deletionOf(ctx, about);
    const expected = wordsToDelete(model);
    if (textIn(values, "words")?.toLowerCase() !== expected) return { errors: { words: `Type “${expected}”, or cancel` } };
    const id = model.kind === "contact" ? model.contactId : fail("conflict", "this is not about one contact");
    // A contact that was merged meanwhile has more messages than the modal said.
    if (id !== about) return { errors: { words: "They have been merged with somebody: close this, and open their card again" } };
    const { deleted } = await deleteContact(ctx, { id });
    await respondToTarget(submission, target, `🗑️ Deleted for good, with ${plural(deleted.messages ?? 0, "message")}.`);
    return undefined;
  },
};

export const contactModals: readonly ModalHandler[] = [edit, tag, stage, score, note, reminder, erase];
