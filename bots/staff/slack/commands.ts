import type { SlashCommand } from "@slack/bolt";
import { roles, type StaffRecord } from "#core/model/staff.ts";
import { section } from "../blocks/blocks.ts";
import { helpCard } from "../blocks/help-card.ts";
import { actFor, type Office } from "./dispatch.ts";
import type { Acting, Answer, Command, WebClient } from "./feature.ts";

type Given = { office: Office; client: WebClient; command: SlashCommand; answer(given: Answer): Promise<void>; commands: readonly Command[] };

/** `/people WORD words`: runs the word's command. Help, an unknown word or none is answered with the list. */
export async function runCommand({ office, client, command, answer, commands }: Given): Promise<void> {
  const [, word = "", words = ""] = /^\s*(\S*)\s*([\s\S]*?)\s*$/.exec(command.text) ?? [];
  const found = commands.find((each) => each.word === word.toLowerCase());
  const asked = {
    userId: command.user_id,
    callId: `command:${command.trigger_id}`,
    client,
    what: {
      role: found?.role ?? ("viewer" as const),
      audit: found ? `command.${found.word}` : null,
      subjectId: null,
      name: `${command.command} ${found?.word ?? "help"}`,
    },
    respond: answer,
  };
  const run = (acting: Acting) =>
    found
      ? found.run({ ...acting, words, channelId: command.channel_id, triggerId: command.trigger_id, responseUrl: command.response_url })
      : answer(help(commands, acting.staff, word));
  await actFor(office, asked, run);
}

/** What there is for this reader. An unknown word is not repeated: it may be anything. */
function help(commands: readonly Command[], { role }: StaffRecord, word: string): Answer {
  const { text, blocks } = helpCard({ commands: commands.filter((one) => roles.indexOf(one.role) <= roles.indexOf(role)) });
  const isUnknown = word !== "" && word.toLowerCase() !== "help";
  return { text, blocks: isUnknown ? [section("I do not know that word."), ...blocks] : blocks };
}
