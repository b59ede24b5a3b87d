import type { KnownBlock } from "@slack/types";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { isLostReply } from "#core/rules/delivery/delivery.ts";
import { actions, type BlockMessage, button, confirm, context, section } from "../blocks/blocks.ts";
import { channelName, channelWord } from "../blocks/labels.ts";
import { bold, inline, limits, nameOf, quoteAll } from "../blocks/text.ts";
import { moment } from "../blocks/time.ts";

export type UnknownSendModel = {
  delivery: DeliveryRecord;
  contact: Pick<ContactRecord, "id" | "name" | "email" | "phone">;
  decider: string | null;
  zone: string;
  now: number;
};

/** A delivery in the state `unknown`: the platform's answer was lost, so staff look into the chat and say whether it arrived. */
export function unknownSend(model: UnknownSendModel): BlockMessage {
  const { delivery, contact, zone, now } = model;
  const [first = "", ...more] = quoteAll(delivery.text, limits.sectionText - 600);
  const channel = channelName(delivery.channel);
  if (isLostReply(delivery)) return lostReply(model, first, more);
  return {
    text: inline(`Did this reach ${nameOf(contact)}?`, 300),
    blocks: [
      section(
        `❓ *Did this reach ${bold(nameOf(contact)).slice(1, -1)}?* ${channelWord(delivery.channel)} broke off ${moment(delivery.updatedAt, now, zone)}, ` +
          `and nothing is sent again by itself.\n${first}`,
      ),
      ...more.map((part) => section(part)),
      ...ending(model, channel),
    ],
  };
}

const whyNot: Record<string, string> = {
  blocked: "they have blocked us there",
  no_connection: "the account is not connected any more",
  no_chat: "the chat is not there any more",
  window_closed: "the channel takes no message so long after theirs",
  invalid_message: "the channel does not take such a message",
  unreachable: "the channel could not be reached for a day",
  file_gone: "the file is not in Slack any more",
  file_too_large: "the file is larger than 20 MB",
  file_refused: "Slack does not let this app read files: an admin has to install it again with the scope files:read of its manifest",
  unauthorized: "the channel does not accept our account",
};

/** A colleague's reply that failed and will not be sent. */
function lostReply({ delivery, contact, zone, now }: UnknownSendModel, first: string, more: readonly string[]): BlockMessage {
  const why = whyNot[delivery.reason ?? ""] ?? "it was not taken";
  const name = bold(nameOf(contact)).slice(1, -1);
  return {
    text: inline(`Your answer did not reach ${nameOf(contact)}`, 300),
    blocks: [
      section(
        `❌ *This answer did not reach ${name}* on ${channelWord(delivery.channel)}, ${moment(delivery.updatedAt, now, zone)}: ${why}.\n${first}`,
      ),
      ...more.map((part) => section(part)),
      context("Nothing is sent again by itself. Write once more, or reach them another way."),
    ],
  };
}

function ending({ delivery, decider, now, zone }: UnknownSendModel, channel: string): KnownBlock[] {
  const { id, state } = delivery;
  if (state === "unknown") {
    return [
      context(`Look into the chat on ${channel}: is the message there?`),
      actions(
        `delivery:${id}`,
        button("It is there", "delivery:sent", id, { style: "primary" }),
        button("It is not there", "delivery:failed", id),
        button("Send again", "delivery:again", id, {
          style: "danger",
          confirm: confirm("Send it again?", "If the first one did arrive after all, the customer reads it twice.", "Send again", "danger"),
        }),
      ),
    ];
  }
  const by = decider === null ? "" : `, says ${inline(decider, 80)}`;
  const at = moment(delivery.updatedAt, now, zone);
  const ends: Partial<Record<DeliveryRecord["state"], string>> = {
    queued: `🔁 Will be sent again${by} ${at}`,
    claimed: `🔁 Being sent again${by} ${at}`,
    sending: `🔁 Being sent again${by} ${at}`,
    failed: `❌ Not sent${by} ${at}`,
    skipped: `❌ Not sent ${at}`,
  };
  return [context(ends[state] ?? `✅ It arrived${by} ${at}`)];
}
