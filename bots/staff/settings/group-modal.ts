import type { KnownBlock, ModalView } from "@slack/types";
import { context, modal } from "../blocks/blocks.ts";
import type { SettingsGroup } from "./menu.ts";

/** A group of settings; `about` is the version it was opened on. Sending it shows who would change, and changes nothing. */
export function settingsModal(group: SettingsGroup, title: string, version: number, blocks: KnownBlock[], about = ""): ModalView {
  return modal({
    title,
    callback: `settings:${group}`,
    about: `${version}${about}`,
    submit: "See the effect",
    blocks: [...blocks, context("Nothing changes yet: first you see who would be concerned.")],
  });
}
