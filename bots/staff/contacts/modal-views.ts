import type { ModalView } from "@slack/types";
import { type Role, roles } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";
import { dateAt, daysFrom, shiftDate } from "#core/rules/days.ts";
import { hour } from "#core/rules/time.ts";
import { explainScore } from "#core/usecases/contacts/explain-score.ts";
import { tagsOf } from "#core/usecases/contacts/tagged.ts";
import { listNotes } from "#core/usecases/notes.ts";
import { everyTag } from "#core/usecases/tags/tags.ts";
import { nameOf } from "../blocks/text.ts";
import { everyStaff, staffNames } from "../slack/staff-names.ts";
import { contactNow } from "./card.ts";
import { type DeleteModalModel, deleteModal } from "./delete-modal.ts";
import { editModal } from "./edit-modal.ts";
import { noteModal } from "./note-modal.ts";
import { reminderModal } from "./reminder-modal.ts";
import { scoreModal } from "./score-modal.ts";
import { stageModal } from "./stage-modal.ts";
import { tagModal } from "./tag-modal.ts";

/** Tags of one person that a modal remembers to have shown; those of the rest stay. */
const mostShown = 80;

/** A modal about one contact, as they are now. */
export type ContactModal = (ctx: Context, id: string) => Promise<ModalView>;

export const editFor: ContactModal = async (ctx, id) => {
  const [contact, staff, branches] = await Promise.all([contactNow(ctx, id), everyStaff(ctx), ctx.store.labels.branches()]);
  return editModal({ contact, staff, branches });
};

export const tagsFor: ContactModal = async (ctx, id) => {
  const contact = await contactNow(ctx, id);
  const tagIds = (await tagsOf(ctx, contact.id)).map((tag) => tag.id);
  const view = tagModal({ all: await everyTag(ctx), of: { kind: "contact", contactId: contact.id, name: nameOf(contact), tagIds } });
  return { ...view, private_metadata: `${contact.id}|${tagIds.slice(0, mostShown).join(",")}` };
};

export const stageFor: ContactModal = async (ctx, id) => {
  const contact = await contactNow(ctx, id);
  const changes = await ctx.store.contacts.transitions(contact.id);
  const because = changes.filter(({ kind }) => kind === "stage").toSorted((a, b) => b.at - a.at)[0]?.because;
  return stageModal({ contactId: contact.id, name: nameOf(contact), stage: contact.stage, because: because ?? "where everybody begins" });
};

export const noteFor: ContactModal = async (ctx, id) => {
  const contact = await contactNow(ctx, id);
  const { data } = await listNotes(ctx, { contactId: contact.id, page: { limit: 5, cursor: null } });
  const names = await staffNames(
    ctx,
    data.map(({ by }) => by),
  );
  const notes = data.map(({ text, createdAt, by }) => ({ text, createdAt, writer: names.get(by) ?? "Somebody" }));
  return noteModal({ contactId: contact.id, name: nameOf(contact), notes, zone: await zoneOf(ctx), now: ctx.now() });
};

/** The modal offers nine o'clock of the next day. */
export const reminderFor: ContactModal = async (ctx, id) => {
  const contact = await contactNow(ctx, id);
  const zone = await zoneOf(ctx);
  const [tomorrow] = daysFrom(shiftDate(dateAt(ctx.now(), zone), 1), 1, zone);
  return reminderModal({ contactId: contact.id, name: nameOf(contact), at: (tomorrow?.from ?? ctx.now()) + 9 * hour });
};

export async function scoreFor(ctx: Context, id: string, role: Role): Promise<ModalView> {
  const contact = await contactNow(ctx, id);
  const { document } = await ctx.store.settings.current();
  return scoreModal({
    contactId: contact.id,
    name: nameOf(contact),
    score: await explainScore(ctx, { id: contact.id }),
    signalNames: new Map(document.scoring.signals.map((signal) => [signal.id, signal.name])),
    zone: contact.timeZone ?? document.timeZone,
    now: ctx.now(),
    mayAdjust: roles.indexOf(role) >= roles.indexOf("agent"),
  });
}

export const deletionFor: ContactModal = async (ctx, id) => deleteModal(await deletionOf(ctx, id));

export async function deletionOf(ctx: Context, id: string): Promise<DeleteModalModel> {
  const contact = await contactNow(ctx, id);
  const { messages = 0 } = await ctx.store.merges.counts(contact.id);
  return { kind: "contact", contactId: contact.id, name: nameOf(contact), messages };
}

async function zoneOf(ctx: Context): Promise<string> {
  return (await ctx.store.settings.current()).document.timeZone;
}
