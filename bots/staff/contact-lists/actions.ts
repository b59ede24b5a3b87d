import { fail } from "#core/errors.ts";
import { requireCondition } from "#core/rules/bulk/condition.ts";
import { listTags } from "#core/usecases/tags/tags.ts";
import { plural } from "../blocks/text.ts";
import { deleteModal } from "../contacts/delete-modal.ts";
import { tagModal } from "../contacts/tag-modal.ts";
import { type Action, openModal, type Press } from "../slack/feature.ts";
import { answerAt, originOf, remembering } from "../slack/origin.ts";
import { everybodyFound } from "./everybody-found.ts";
import { sendFile } from "./export.ts";
import { filterModal } from "./filter-modal.ts";
import { contactListFor } from "./list.ts";
import { inWords, readSearch } from "./search.ts";

const turn = (id: "contacts:next" | "contacts:back"): Action => ({
  id,
  role: "viewer",
  audit: "contacts.find",
  run: async (press) => answerAt(press, await contactListFor(press, readSearch(press.value))),
});

const filter: Action = {
  id: "contacts:filter",
  role: "viewer",
  audit: "contacts.find",
  run: async (press) => {
    const [tags, origin] = await Promise.all([listTags(press.ctx), originOf(press)]);
    await openModal(press, remembering(filterModal({ filter: readSearch(press.value).filter, tags }), origin));
  },
};

const tag: Action = {
  id: "contacts:tag",
  role: "agent",
  audit: "contacts.tag",
  run: async (press) => {
    const [all, count, origin] = await Promise.all([listTags(press.ctx), counted(press), originOf(press)]);
    await openModal(press, remembering(tagModal({ all, of: { kind: "result", result: press.value, count } }), origin));
  },
};

/** Who is counted here is who is deleted: the modal carries their fingerprint. */
const erase: Action = {
  id: "contacts:delete",
  role: "manager",
  audit: "contacts.delete",
  run: async (press) => {
    const { filter } = readSearch(press.value);
    const [found, tags, origin] = await Promise.all([everybodyFound(press.ctx, filter), listTags(press.ctx), originOf(press)]);
    if (found.ids.length === 0) fail("conflict", "nobody is found any more");
    const view = deleteModal({ kind: "result", result: press.value, asked: inWords(filter, tags), people: found.ids.length });
    const about = `${found.fingerprint}|${view.private_metadata ?? ""}`;
    await openModal(press, remembering({ ...view, private_metadata: about }, origin));
  },
};

const exportAll: Action = {
  id: "contacts:export",
  role: "manager",
  audit: "contacts.export",
  run: async (press) => {
    const people = await sendFile(press, readSearch(press.value).filter);
    await press.respond(`📄 The file with ${plural(people, "person", "people")} is in our direct messages.`);
  },
};

async function counted({ ctx, value }: Press): Promise<number> {
  return (await ctx.store.contacts.count(requireCondition(readSearch(value).filter))) || fail("conflict", "nobody is found any more");
}

export const contactListActions: readonly Action[] = [turn("contacts:next"), turn("contacts:back"), filter, tag, erase, exportAll];
