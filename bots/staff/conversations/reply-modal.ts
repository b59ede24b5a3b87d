import type { ModalView } from "@slack/types";
import type { ChannelName } from "#core/model/vocabulary.ts";
import { mostFiles } from "#core/usecases/deliveries/reply.ts";
import { context, modal, section } from "../blocks/blocks.ts";
import { fileInput, textInput } from "../blocks/inputs.ts";
import { channelWord } from "../blocks/labels.ts";
import { bold, quote } from "../blocks/text.ts";

/** `ownerName`: the colleague who has taken the conversation over; null: nobody, or whoever answers. */
export type ReplyModalModel = { conversationId: string; name: string; channel: ChannelName; lastWords: string | null; ownerName: string | null };

/** An answer to the customer. Submitted as `thread:reply`. */
export function replyModal({ conversationId, name, channel, lastWords, ownerName }: ReplyModalModel): ModalView {
  const said = lastWords === null ? "" : quote(lastWords, { max: 1500, lines: 12 });
  return modal({
    title: "Reply",
    callback: "thread:reply",
    about: conversationId,
    submit: "Send",
    blocks: [
      section(`To ${bold(name)} on ${channelWord(channel)}${said === "" ? "" : `, who wrote:\n${said}`}`),
      textInput({ name: "text", label: "Message", long: true, optional: true }),
      fileInput({ name: "files", label: "Files", optional: true, most: mostFiles }),
      context("It goes out as soon as you press Send."),
      ...(ownerName === null ? [] : [context(`${bold(ownerName)} has the conversation: tell them that you answer.`)]),
    ],
  });
}
