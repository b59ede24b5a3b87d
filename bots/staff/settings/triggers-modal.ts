import type { KnownBlock, ModalView } from "@slack/types";
import { type BuiltInTrigger, builtInTriggers } from "#core/model/followup.ts";
import type { Settings } from "#core/model/settings.ts";
import { context, option } from "../blocks/blocks.ts";
import { chooseMany, numberInput } from "../blocks/inputs.ts";
import { settingsModal } from "./group-modal.ts";

export type SettingsTriggersModel = { settings: Pick<Settings, "followUps">; version: number };

const names: Record<BuiltInTrigger, [name: string, when: string]> = {
  promise: ["🤝 We promised", "after the time that was promised"],
  ghosting: ["👻 Went silent", "of silence after we asked or offered"],
  undecided: ["⚖️ Cannot decide", "after they compared"],
  disengaged: ["📉 Losing interest", "after a slower and shorter answer"],
};

/**
 * Which triggers are on, which send by themselves, and how long each waits (`delay:ID`). Custom triggers go by their id.
 * Submitted as `settings:triggers`.
 */
export function settingsTriggersModal({ settings, version }: SettingsTriggersModel): ModalView {
  const { followUps } = settings;
  const all = [
    ...builtInTriggers.map((id) => ({ id, name: names[id][0], when: names[id][1], ...followUps[id] })),
    ...followUps.custom.map(({ id, name, enabled, auto, delayHours }) => ({
      id,
      name: `🎯 ${name}`,
      when: "after what it watches for",
      enabled,
      auto,
      delayHours,
    })),
  ];
  const options = all.map(({ id, name }) => option(name, id));
  const delays: KnownBlock[] = all.map(({ id, name, when, delayHours }) =>
    numberInput({ name: `delay:${id}`, label: `${name}: hours to wait`, hint: when, value: delayHours, min: 0, max: 8760, decimals: true }),
  );
  return settingsModal("triggers", "Follow-up triggers", version, [
    chooseMany({
      name: "enabled",
      label: "Watch for",
      options,
      chosen: all.filter(({ enabled }) => enabled).map(({ id }) => id),
      optional: true,
    }),
    chooseMany({
      name: "auto",
      label: "Send without asking",
      hint: "Everything else waits for somebody to press Send",
      options,
      chosen: all.filter(({ auto }) => auto).map(({ id }) => id),
      optional: true,
    }),
    ...delays,
    context("A new trigger looks forward only."),
  ]);
}
