import type { ModalView } from "@slack/types";
import type { Settings } from "#core/model/settings.ts";
import { channels } from "#core/model/vocabulary.ts";
import { option } from "../blocks/blocks.ts";
import { chooseMany, numberInput } from "../blocks/inputs.ts";
import { channelWord } from "../blocks/labels.ts";
import { settingsModal } from "./group-modal.ts";

export type SettingsTimingModel = { settings: Pick<Settings, "followUps">; version: number };

/** How often and how long follow-ups are tried, and where. Submitted as `settings:timing`. */
export function settingsTimingModal({ settings, version }: SettingsTimingModel): ModalView {
  const { maxAttempts, gapHours, lateHours, expireAfterDays, noReplyAfterDays, channels: chosen } = settings.followUps;
  return settingsModal("timing", "Follow-up timing", version, [
    numberInput({ name: "maxAttempts", label: "At most so many attempts in a conversation", value: maxAttempts, min: 1, max: 10 }),
    numberInput({ name: "gapHours", label: "Hours between attempts", value: gapHours, min: 1, max: 8760, decimals: true }),
    numberInput({
      name: "lateHours",
      label: "Not automatic when so many hours late",
      hint: "After an outage, say: it is proposed to you instead",
      value: lateHours,
      min: 1,
      max: 720,
      decimals: true,
    }),
    numberInput({ name: "expireAfterDays", label: "Expires after so many days without a decision", value: expireAfterDays, min: 1, max: 365 }),
    numberInput({ name: "noReplyAfterDays", label: "Counts as no reply after so many days", value: noReplyAfterDays, min: 1, max: 365 }),
    chooseMany({
      name: "channels",
      label: "Only on these channels",
      hint: "None chosen: wherever the customer writes",
      options: channels.map((channel) => option(channelWord(channel), channel)),
      chosen: chosen ?? [],
      optional: true,
    }),
  ]);
}
