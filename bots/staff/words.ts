import type { SlashCommand } from "@slack/bolt";
import type { Answer, Command, WebClient } from "./context.ts";
import { actFor, type Office } from "./dispatch.ts";

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
  const run = found
    ? (acting: Parameters<Parameters<typeof actFor>[2]>[0]) =>
        found.run({ ...acting, words, channelId: command.channel_id, triggerId: command.trigger_id })
    : () => answer(helpText(command.command, commands, word));
  await actFor(office, asked, run);
}

/** A line for each command. An unknown word is not repeated: it may be anything. */
export function helpText(name: string, commands: readonly Command[], word: string): string {
  const isUnknown = word !== "" && word.toLowerCase() !== "help";
  const lines = commands.map((each) => `\`${name} ${each.word}\` ${each.help}`);
  return [isUnknown ? "I do not know that word. This is what I know:" : "What I can do:", ...lines, `\`${name} help\` shows this list`].join("\n");
}
