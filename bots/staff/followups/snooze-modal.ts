import type { ModalView } from "@slack/types";
import { context, modal, option } from "../blocks/blocks.ts";
import { chooseOne, instantInput } from "../blocks/inputs.ts";
import { bold } from "../blocks/text.ts";
import { moment } from "../blocks/time.ts";

export type SnoozeModalModel = {
  followUpId: string;
  fingerprint: string;
  name: string;
  /** Instants to choose from, ms since 1970, soonest first. */
  choices: { label: string; at: number }[];
  zone: string;
  now: number;
};

/** Hides a follow-up until a time. Choices are ms since 1970, `own` stands for the date picker. Submitted as `followup:snooze`. */
export function snoozeModal({ followUpId, fingerprint, name, choices, zone, now }: SnoozeModalModel): ModalView {
  const options = [
    ...choices.slice(0, 8).map(({ label, at }) => option(`${label} (${moment(at, now, zone)})`, String(at))),
    option("At a time of my own", "own"),
  ];
  return modal({
    title: "Snooze",
    callback: "followup:snooze",
    about: `${followUpId}|${fingerprint}`,
    submit: "Snooze",
    blocks: [
      chooseOne({ name: "until", label: "Bring it back", options, chosen: options[0]?.value ?? null }),
      instantInput({ name: "own", label: "A time of my own", at: choices.at(-1)?.at ?? now, hint: "Counts only with that choice", optional: true }),
      context(`The follow-up for ${bold(name)} disappears until then. Nothing is sent.`),
    ],
  });
}
