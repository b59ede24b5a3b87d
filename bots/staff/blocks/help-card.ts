import { type BlockMessage, context, lines, section } from "./blocks.ts";
import { inline } from "./text.ts";

export type HelpModel = { commands: readonly { word: string; help: string }[] };

/** What can be asked for; `commands` are those the reader may use. */
export function helpCard({ commands }: HelpModel): BlockMessage {
  return {
    text: "What you can ask for",
    blocks: [
      section(lines("*What you can ask for*", ...commands.slice(0, 20).map(({ word, help }) => `\`/people ${word}\`  ${inline(help, 120)}`))),
      section(
        lines(
          "*Good to know*",
          "• Contacts make themselves: nobody types anything in.",
          "• Nothing goes to a customer before somebody presses Send, unless you have switched a trigger to automatic.",
          "• A card shows what is true now. If it has changed meanwhile, the press is refused and the card is shown anew.",
          "• Whoever writes gets a card in the channel, with a thread: Done folds it, and what they ask next opens it again.",
          "• In a conversation's thread you write notes; Reply, or `>>` at the beginning, answers the customer.",
        ),
      ),
      context("Who waits for an answer, and what is to decide, is on the Home tab of this app, too."),
    ],
  };
}
