import { fail } from "#core/errors.ts";
import { requireRole } from "../slack/actor.ts";
import { type Action, openModal, type Press } from "../slack/feature.ts";
import { answerAt, originOf, remembering } from "../slack/origin.ts";
import { subjectOf } from "../slack/payload.ts";
import { contactCardFor, historyFor, proposalsFor, readPages } from "./card.ts";
import { shownFingerprints } from "./fingerprints.ts";
import { type ContactModal, deletionFor, editFor, noteFor, reminderFor, scoreFor, stageFor, tagsFor } from "./modal-views.ts";

/** From a list the card comes below it; from what took its place (`id|card`) it comes back. */
const open: Action = {
  id: "contact:open",
  role: "viewer",
  audit: "contact.open",
  run: async (press) => {
    const [id = "", back] = press.value.split("|");
    const card = await contactCardFor(press.ctx, id);
    await (back === undefined ? press.respond(card) : answerAt(press, card));
  },
};

const history: Action = {
  id: "contact:history",
  role: "viewer",
  audit: "contact.history",
  run: async (press) => answerAt(press, await historyFor(press.ctx, subjectOf(press.value).id, [])),
};

const proposals: Action = {
  id: "contact:proposals",
  role: "viewer",
  audit: "contact.proposals",
  run: async (press) => answerAt(press, await proposalsFor(press.ctx, subjectOf(press.value).id)),
};

const turn = (id: "history:older" | "history:newer"): Action => ({
  id,
  role: "viewer",
  audit: "contact.history",
  run: async (press) => {
    const { id: contactId, pages } = readPages(press.value);
    await answerAt(press, await historyFor(press.ctx, contactId, pages));
  },
});

const score: Action = {
  id: "contact:score",
  role: "viewer",
  audit: "contact.score",
  run: async (press) => show(press, (ctx, id) => scoreFor(ctx, id, press.staff.role)),
};

const reminder: Action = { id: "contact:reminder", role: "agent", audit: "contact.remind", run: async (press) => show(press, reminderFor) };

const modals: Record<string, ContactModal> = {
  edit: async (ctx, id) => shownFingerprints(await editFor(ctx, id)),
  tag: tagsFor,
  note: noteFor,
  stage: stageFor,
  delete: deletionFor,
};

const menu: Action = {
  id: "contact:menu",
  role: "agent",
  audit: "contact.menu",
  run: async (press) => {
    const what = press.value.split("|")[1] ?? "";
    if (what === "delete") requireRole(press.staff, "manager");
    await show(press, modals[what] ?? fail("conflict", "this card is too old: open it again"));
  },
};

async function show(press: Press, modal: ContactModal): Promise<void> {
  const [view, origin] = await Promise.all([modal(press.ctx, subjectOf(press.value).id), originOf(press)]);
  await openModal(press, remembering(view, origin));
}

export const contactCardActions: readonly Action[] = [open, history, proposals, turn("history:older"), turn("history:newer"), score, reminder, menu];
