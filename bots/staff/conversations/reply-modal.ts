import type { ModalView } from "@slack/types";
import type { ChannelName } from "#core/model/vocabulary.ts";
import { mostFiles } from "#core/usecases/deliveries/reply.ts";
import { context, dotted, modal, section } from "../blocks/blocks.ts";
import { fileInput, textInput } from "../blocks/inputs.ts";
import { channelWord } from "../blocks/labels.ts";
import { bold, quote } from "../blocks/text.ts";
import { windowLine } from "./window-line.ts";

export type ReplyModalModel = {
  conversationId: string;
  name: string;
  channel: ChannelName;
  lastWords: string | null;
  /** The colleague who has taken the conversation over; null: nobody has, or the reader. */
  ownerName: string | null;
  /** Until when the platform takes an answer, ms since 1970; null: for ever. */
  answerUntil: number | null;
  /** False: the app may not read files in this workspace. */
  takesFiles: boolean;
  zone: string;
  now: number;
};

/** An answer to the customer. Submitted as `thread:reply`. */
export function replyModal(model: ReplyModalModel): ModalView {
  const { conversationId, name, channel, lastWords, ownerName, takesFiles } = model;
  const said = lastWords === null ? "" : quote(lastWords, { max: 1500, lines: 12 });
  return modal({
    title: "Reply",
    callback: "thread:reply",
    about: conversationId,
    submit: "Send",
    blocks: [
      section(`To ${bold(name)} on ${channelWord(channel)}${said === "" ? "" : `, who wrote:\n${said}`}`),
      textInput({ name: "text", label: "Message", long: true, optional: takesFiles }),
      ...(takesFiles ? [fileInput({ name: "files", label: "Files", optional: true, most: mostFiles })] : []),
      context(dotted("It goes out as soon as you press Send.", windowLine(model))),
      ...(ownerName === null ? [] : [context(`${bold(ownerName)} has the conversation: tell them that you answer.`)]),
    ],
  });
}
