import type { SlashCommand } from "@slack/bolt";
import { roles, type StaffRecord } from "#core/model/staff.ts";
import { type BlockMessage, section } from "../blocks/blocks.ts";
import { helpCard } from "../blocks/help-card.ts";
import { runStaffCall, type StaffCall, type WorkspaceContext } from "./dispatch.ts";
import type { CommandHandler, StaffRequest } from "./feature.ts";

type CommandCall = Pick<StaffCall, "client" | "respond"> & {
  workspaceContext: WorkspaceContext;
  command: SlashCommand;
  commands: readonly CommandHandler[];
};

/** Runs the handler of the word in `/people WORD words`. Help, an unknown word and no word are answered with the list of commands. */
export async function runCommand({ workspaceContext, client, command, respond, commands }: CommandCall): Promise<void> {
  const [, word = "", words = ""] = /^\s*(\S*)\s*([\s\S]*?)\s*$/.exec(command.text) ?? [];
  const found = commands.find((each) => each.word === word.toLowerCase());
  const call = {
    userId: command.user_id,
    callId: `command:${command.trigger_id}`,
    client,
    what: {
      role: found?.role ?? ("viewer" as const),
      audit: found ? `command.${found.word}` : null,
      subjectId: null,
      name: `${command.command} ${found?.word ?? "help"}`,
    },
    respond,
  };
  const run = (request: StaffRequest) =>
    found
      ? found.run({ ...request, words, channelId: command.channel_id, triggerId: command.trigger_id, responseUrl: command.response_url })
      : respond(help(commands, request.staff, word));
  await runStaffCall(workspaceContext, call, run);
}

/** The commands that this person's role permits. An unknown word is not repeated, since it may be anything. */
function help(commands: readonly CommandHandler[], { role }: StaffRecord, word: string): BlockMessage {
  const { text, blocks } = helpCard({ commands: commands.filter((one) => roles.indexOf(one.role) <= roles.indexOf(role)) });
  const isUnknown = word !== "" && word.toLowerCase() !== "help";
  return { text, blocks: isUnknown ? [section("I do not know that word."), ...blocks] : blocks };
}
