import type { ModalView } from "@slack/types";
import type { Settings } from "#core/model/settings.ts";
import { context } from "../blocks/blocks.ts";
import { textInput } from "../blocks/inputs.ts";
import { settingsModal } from "./group-modal.ts";

export type SettingsPlaceModel = { settings: Pick<Settings, "timeZone" | "region">; version: number };

/** Where the business is. Comes back as `settings:place`. */
export function settingsPlaceModal({ settings: { timeZone, region }, version }: SettingsPlaceModel): ModalView {
  return settingsModal("place", "Time zone and country", version, [
    context("Promises like “tomorrow at five” are dated by this clock, and phone numbers without a country are read as this country's."),
    textInput({ name: "timeZone", label: "Time zone", hint: "As the IANA database names it, like Asia/Manila", value: timeZone, max: 64 }),
    textInput({ name: "region", label: "Country", hint: "Two letters, like PH", value: region, max: 2, optional: true }),
  ]);
}
