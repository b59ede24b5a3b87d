import { fail } from "#core/errors.ts";
import { requireCondition } from "#core/rules/bulk/condition.ts";
import { everyTag } from "#core/usecases/tags/tags.ts";
import { plural } from "../blocks/text.ts";
import { deleteModal } from "../contacts/delete-modal.ts";
import { tagModal } from "../contacts/tag-modal.ts";
import { type ActionHandler, type ActionRequest, openModal } from "../slack/feature.ts";
import { respondInPlace, responseTargetOf, withResponseTarget } from "../slack/response-target.ts";
import { everybodyFound } from "./everybody-found.ts";
import { sendFile } from "./export.ts";
import { filterModal } from "./filter-modal.ts";
import { contactListFor } from "./list.ts";
import { inWords, readSearch } from "./search.ts";

const toPage = (id: "contacts:next" | "contacts:back"): ActionHandler => ({
  id,
  role: "viewer",
  audit: "contacts.find",
  run: async (request) => respondInPlace(request, await contactListFor(request, readSearch(request.value))),
});

const filter: ActionHandler = {
  id: "contacts:filter",
  role: "viewer",
  audit: "contacts.find",
  run: async (request) => {
    const [tags, target] = await Promise.all([everyTag(request.ctx), responseTargetOf(request)]);
    await openModal(request, withResponseTarget(filterModal({ filter: readSearch(request.value).filter, tags }), target));
  },
};

const tag: ActionHandler = {
  id: "contacts:tag",
  role: "agent",
  audit: "contacts.tag",
  run: async (request) => {
    const [all, count, target] = await Promise.all([everyTag(request.ctx), counted(request), responseTargetOf(request)]);
    await openModal(request, withResponseTarget(tagModal({ all, of: { kind: "result", result: request.value, count } }), target));
  },
};

/** The modal carries a fingerprint of the people who are counted here, so that exactly they are deleted. */
const erase: ActionHandler = {
  id: "contacts:delete",
  role: "manager",
  audit: "contacts.delete",
  run: async (request) => {
    const { filter } = readSearch(request.value);
    const [found, tags, target] = await Promise.all([everybodyFound(request.ctx, filter), everyTag(request.ctx), responseTargetOf(request)]);
    if (found.ids.length === 0) fail("conflict", "nobody is found any more");
    const view = deleteModal({ kind: "result", result: request.value, asked: inWords(filter, tags), people: found.ids.length });
    const about = `${found.fingerprint}|${view.private_metadata ?? ""}`;
    await openModal(request, withResponseTarget({ ...view, private_metadata: about }, target));
  },
};

const exportAll: ActionHandler = {
  id: "contacts:export",
  role: "manager",
  audit: "contacts.export",
  run: async (request) => {
    const people = await sendFile(request, readSearch(request.value).filter);
    await request.respond(`📄 The file with ${plural(people, "person", "people")} is in our direct messages.`);
  },
};

async function counted({ ctx, value }: ActionRequest): Promise<number> {
  return (await ctx.store.contacts.count(requireCondition(readSearch(value).filter))) || fail("conflict", "nobody is found any more");
}

export const contactListActions: readonly ActionHandler[] = [toPage("contacts:next"), toPage("contacts:back"), filter, tag, erase, exportAll];
