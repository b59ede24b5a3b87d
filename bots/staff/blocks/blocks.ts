import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  Confirm,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  KnownBlock,
  ModalView,
  Overflow,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
} from "@slack/types";
import { limits, plain } from "./text.ts";

/** A message: `text` is what notifications and screen readers say of it. */
export type BlockMessage = { text: string; blocks: KnownBlock[] };

export const words = (text: string, max: number): PlainTextElement => ({ type: "plain_text", text: plain(text, max), emoji: true });
/** Verbatim: Slack adds no mentions or links of its own to what customers wrote. */
const markup = (text: string) => ({ type: "mrkdwn" as const, text, verbatim: true });

export const divider: DividerBlock = { type: "divider" };
export const header = (text: string): HeaderBlock => ({ type: "header", text: words(text, limits.headerText) });
export const section = (text: string, accessory?: Button | Overflow): SectionBlock => ({
  type: "section",
  text: markup(text),
  ...(accessory && { accessory }),
});
export const fields = (...texts: string[]): SectionBlock => ({ type: "section", fields: texts.slice(0, limits.fields).map(markup) });
export const context = (...texts: string[]): ContextBlock => ({ type: "context", elements: texts.slice(0, limits.contextElements).map(markup) });

/** The `block_id` of the buttons: unique within its message, and the record's id where the buttons are about one. */
export const actions = (id: string, ...elements: ActionsBlockElement[]): ActionsBlock => ({ type: "actions", block_id: id, elements });

type ButtonLook = { style?: "primary" | "danger"; confirm?: Confirm };

/** A button. Slack sends `value` back when it is pressed, so it holds ids and fingerprints only. */
export function button(text: string, action: string, value: string, look: ButtonLook = {}): Button {
  return { type: "button", text: words(text, limits.buttonText), action_id: action, value, ...look };
}

/** Asks before something is done that cannot be undone. `text` is ours, or made harmless with `inline`. */
export function confirm(title: string, text: string, yes: string, style?: "danger"): Confirm {
  return {
    title: words(title, limits.confirmTitle),
    text: words(text, limits.confirmText),
    confirm: words(yes, limits.confirmButton),
    deny: words("Cancel", limits.confirmButton),
    ...(style && { style }),
  };
}

export function overflow(action: string, options: PlainTextOption[]): Overflow {
  return { type: "overflow", action_id: action, options: options.slice(0, limits.overflowOptions) };
}

export function option(text: string, value: string, description?: string): PlainTextOption {
  return {
    text: words(text, limits.optionText),
    value,
    ...(description !== undefined && { description: words(description, limits.optionText) }),
  };
}

export type ModalParts = {
  title: string;
  /** The `callback_id` of its submission, like `contact:tag`. */
  callback: string;
  /** Its `private_metadata`: an id first, then what else identifies the record, like `fup_…|fingerprint`. Never texts. */
  about: string;
  blocks: KnownBlock[];
  /** The text of the submit button; a modal without it cannot be submitted. */
  submit?: string;
  close?: string;
};

export function modal({ title, callback, about, blocks, submit, close = "Cancel" }: ModalParts): ModalView {
  return {
    type: "modal",
    callback_id: callback,
    private_metadata: about,
    title: words(title, limits.modalTitle),
    close: words(submit ? close : "Close", limits.modalButton),
    ...(submit && { submit: words(submit, limits.modalButton) }),
    blocks: blocks.slice(0, limits.viewBlocks),
  };
}

/** Joins the texts that are not empty, one to a line. */
export const lines = (...texts: (string | null | false | undefined)[]): string => texts.filter(Boolean).join("\n");
/** Joins the texts that are not empty on one line, with dots between them. */
export const dotted = (...texts: (string | null | false | undefined)[]): string => texts.filter(Boolean).join(" · ");
