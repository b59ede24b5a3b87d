import { fail } from "#core/errors.ts";
import { everyTag } from "#core/usecases/tags/tags.ts";
import { typedText } from "../blocks/plain-text.ts";
import { type CommandHandler, openModal } from "../slack/feature.ts";
import { responseTargetOfCommand, withResponseTarget } from "../slack/response-target.ts";
import { filterModal } from "./filter-modal.ts";
import { contactListFor } from "./list.ts";

/** The longest search, in characters. */
const mostWords = 200;

export const findCommand: CommandHandler = {
  word: "find",
  role: "viewer",
  help: "people by any part of a name, an e-mail or a phone number; without words, by status, stage, tags",
  run: async (call) => {
    const words = typedText(call.words);
    if (words.length > mostWords) fail("invalid", `search with at most ${mostWords} letters`);
    if (words !== "") return call.respond(await contactListFor(call, { filter: { q: words }, pages: [] }));
    await openModal(call, withResponseTarget(filterModal({ filter: {}, tags: await everyTag(call.ctx) }), responseTargetOfCommand(call)));
  },
};
