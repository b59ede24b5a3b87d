import type { BulkWork, OperationRecord } from "#core/model/operations/operation.ts";
import { foldText } from "#core/rules/text/text.ts";
import { runInRequest } from "#core/usecases/operations/run-in-request.ts";
import { type BulkOrder, startBulk } from "#core/usecases/operations/start-bulk.ts";
import { createTag } from "#core/usecases/tags/tags.ts";
import { section } from "../blocks/blocks.ts";
import { atInputs, listIn, textIn } from "../blocks/input-values.ts";
import { number, plural } from "../blocks/text.ts";
import { wordsToDelete } from "../contacts/delete-modal.ts";
import type { ModalHandler, ModalSubmission } from "../slack/feature.ts";
import { type ResponseTarget, readMetadata, respondToTarget } from "../slack/response-target.ts";
import { everybodyFound } from "./everybody-found.ts";
import { contactListFor } from "./list.ts";
import { filterIn, readSearch, type Search } from "./search.ts";

const find: ModalHandler = {
  callbackId: "contacts:filter",
  role: "viewer",
  audit: "contacts.find",
  run: async (submission) => {
    const { target } = readMetadata(submission.metadata);
    await respondToTarget(submission, target, await contactListFor(submission, { filter: filterIn(submission.values), pages: [] }));
    return undefined;
  },
};

const tag: ModalHandler = {
  callbackId: "contacts:tag",
  role: "agent",
  audit: "contacts.tag",
  run: async (submission) => {
    const { values } = submission;
    const { about, target } = readMetadata(submission.metadata);
    const [count = "", ...rest] = about.split("|");
    const search = readSearch(rest.join("|"));
    return atInputs(
      values,
      async () => {
        const found = await submission.ctx.store.contacts.count(search.filter);
        if (found !== Number(count)) return { errors: { newTag: othersFound } };
        const tagIds = new Set(listIn(values, "tags"));
        const name = textIn(values, "newTag");
        if (name !== null) tagIds.add(await tagNamed(submission, name));
        if (tagIds.size === 0) return { errors: { newTag: "Choose a tag, or write a new one" } };
        const done = await runBulkOrders(
          submission,
          { choice: { filter: search.filter }, confirm: found },
          [...tagIds].map((tagId) => ({ action: "tag", tagId })),
        );
        await showList(submission, target, search, `🏷️ ${progress(done, "tagged")}`);
        return undefined;
      },
      { name: "newTag" },
    );
  },
};

const erase: ModalHandler = {
  callbackId: "contacts:delete",
  role: "manager",
  audit: "contacts.delete",
  run: async (submission) => {
    const { ctx, values } = submission;
    const { about, target } = readMetadata(submission.metadata);
    const [shown = "", count = "", ...rest] = about.split("|");
    const result = rest.join("|");
    const search = readSearch(result);
    const expected = wordsToDelete({ kind: "result", result, asked: null, people: Number(count) });
    if (textIn(values, "words")?.toLowerCase() !== expected) return { errors: { words: `Type “${expected}”, or cancel` } };
    const { ids, fingerprint } = await everybodyFound(ctx, search.filter);
    if (fingerprint !== shown) return { errors: { words: othersFound } };
    const done = await runBulkOrders(submission, { choice: { ids }, confirm: ids.length }, [{ action: "delete" }]);
    await showList(submission, target, search, `🗑️ ${progress(done, "deleted for good")}`);
    return undefined;
  },
};

async function tagNamed({ ctx }: ModalSubmission, name: string): Promise<string> {
  const known = await ctx.store.labels.tagByKey(foldText(name));
  return (known ?? (await createTag(ctx, { name }))).id;
}

const othersFound = "Others are found now than when this was opened: close this, and look again";

/** Starts the operations and runs them for a short time; what is left goes on in the background. */
async function runBulkOrders(
  { ctx }: ModalSubmission,
  selected: Pick<BulkOrder, "choice" | "confirm">,
  works: readonly BulkWork[],
): Promise<OperationRecord[]> {
  const begun: OperationRecord[] = [];
  for (const work of works) begun.push(await startBulk(ctx, { ...selected, work }));
  return Promise.all(begun.map((operation) => runInRequest({ ...ctx, audit: undefined }, operation)));
}

function progress(operations: readonly OperationRecord[], did: string): string {
  const open = operations.find(({ finishedAt }) => finishedAt === null) ?? operations[0];
  const done = open?.done ?? 0;
  if (open?.state === "completed") return `${plural(done, "person", "people")} ${did}.`;
  if (open?.state === "failed") return `It stopped after ${plural(done, "person", "people")}: search again, and look who is left.`;
  return `${number(done)} of ${plural(open?.total ?? done, "person", "people")} ${did}; the rest goes on in the background.`;
}

async function showList(submission: ModalSubmission, target: ResponseTarget | null, search: Search, line: string): Promise<void> {
  const { text, blocks } = await contactListFor(submission, search);
  await respondToTarget(submission, target, { text, blocks: [section(line), ...blocks] });
}

export const contactListModals: readonly ModalHandler[] = [find, tag, erase];
