import type { KnownBlock } from "@slack/types";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { actions, button, type Card, confirm, context, section } from "./blocks.ts";
import { bold, inline, limits, nameOf, quoteAll } from "./text.ts";
import { moment } from "./time.ts";
import { channelName, channelWord } from "./words.ts";

export type UnknownSendModel = {
  delivery: DeliveryRecord;
  contact: Pick<ContactRecord, "id" | "name" | "email" | "phone">;
  decider: string | null;
  zone: string;
  now: number;
};

/** We asked the platform to send something and never heard whether it did: somebody looks into the chat and says so. */
export function unknownSend(model: UnknownSendModel): Card {
  const { delivery, contact, zone, now } = model;
  const [first = "", ...more] = quoteAll(delivery.text, limits.sectionText - 600);
  const channel = channelName(delivery.channel);
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
