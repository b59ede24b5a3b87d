import { fail } from "#core/errors.ts";
import { requireRole } from "../slack/actor.ts";
import { type ActionHandler, type ActionRequest, openModal } from "../slack/feature.ts";
import { subjectOf } from "../slack/payload.ts";
import { respondInPlace, responseTargetOf, withResponseTarget } from "../slack/response-target.ts";
import { contactCardFor, historyFor, proposalsFor, readPages } from "./card.ts";
import { shownFingerprints } from "./fingerprints.ts";
import { type ContactModal, deletionFor, editFor, noteFor, reminderFor, scoreFor, stageFor, tagsFor } from "./modal-views.ts";

/** From a list, the card is shown below it; with the value `id|card`, the card replaces the message with the button. */
const open: ActionHandler = {
  id: "contact:open",
  role: "viewer",
  audit: "contact.open",
  run: async (request) => {
    const [id = "", back] = request.value.split("|");
    const card = await contactCardFor(request.ctx, id);
    await (back === undefined ? request.respond(card) : respondInPlace(request, card));
  },
};

const history: ActionHandler = {
  id: "contact:history",
  role: "viewer",
  audit: "contact.history",
  run: async (request) => respondInPlace(request, await historyFor(request.ctx, subjectOf(request.value).id, [])),
};

const proposals: ActionHandler = {
  id: "contact:proposals",
  role: "viewer",
  audit: "contact.proposals",
  run: async (request) => respondInPlace(request, await proposalsFor(request.ctx, subjectOf(request.value).id)),
};

const toPage = (id: "history:older" | "history:newer"): ActionHandler => ({
  id,
  role: "viewer",
  audit: "contact.history",
  run: async (request) => {
    const { id: contactId, pages } = readPages(request.value);
    await respondInPlace(request, await historyFor(request.ctx, contactId, pages));
  },
});

const score: ActionHandler = {
  id: "contact:score",
  role: "viewer",
  audit: "contact.score",
  run: async (request) => show(request, (ctx, id) => scoreFor(ctx, id, request.staff.role)),
};

const reminder: ActionHandler = {
  id: "contact:reminder",
  role: "agent",
  audit: "contact.remind",
  run: async (request) => show(request, reminderFor),
};

const modals: Record<string, ContactModal> = {
  edit: async (ctx, id) => shownFingerprints(await editFor(ctx, id)),
  tag: tagsFor,
  note: noteFor,
  stage: stageFor,
  delete: deletionFor,
};

const menu: ActionHandler = {
  id: "contact:menu",
  role: "agent",
  audit: "contact.menu",
  run: async (request) => {
    const what = request.value.split("|")[1] ?? "";
    if (what === "delete") requireRole(request.staff, "manager");
    await show(request, modals[what] ?? fail("conflict", "this card is too old: open it again"));
  },
};

async function show(request: ActionRequest, modal: ContactModal): Promise<void> {
  const [view, target] = await Promise.all([modal(request.ctx, subjectOf(request.value).id), responseTargetOf(request)]);
  await openModal(request, withResponseTarget(view, target));
}

export const contactCardActions: readonly ActionHandler[] = [
  open,
  history,
  proposals,
  toPage("history:older"),
  toPage("history:newer"),
  score,
  reminder,
  menu,
];
