import type { KnownBlock, ModalView } from "@slack/types";
import type { Contribution } from "#core/rules/score/contributions.ts";
import type { Score } from "#core/rules/score/score.ts";
import { context, divider, lines, modal, section } from "../blocks/blocks.ts";
import { numberInput, textInput } from "../blocks/inputs.ts";
import { signed } from "../blocks/labels.ts";
import { bold, inline, plural } from "../blocks/text.ts";
import { dayWord } from "../blocks/time.ts";

export type ScoreModel = {
  contactId: string;
  name: string;
  score: Score & { contributions: Contribution[] };
  /** Names of the signals by their ids. */
  signalNames: ReadonlyMap<string, string>;
  zone: string;
  now: number;
  /** Whether the reader may give points. */
  mayAdjust: boolean;
};

const mostLines = 10;

/** Where every point of the score comes from, and inputs to adjust it with a reason. Submitted as `contact:score`. */
export function scoreModal(model: ScoreModel): ModalView {
  const { contactId, name, score, mayAdjust } = model;
  return modal({
    title: "Lead score",
    callback: "contact:score",
    about: contactId,
    ...(mayAdjust && { submit: "Adjust" }),
    blocks: [
      section(`${bold(name)} has *${score.score}* points, grade *${score.grade}*`),
      ...contributions(model),
      context(arithmetic(score)),
      ...(mayAdjust ? adjustment() : []),
    ],
  });
}

function contributions(model: ScoreModel): KnownBlock[] {
  const { contributions: all, steps } = model.score;
  const shown = all.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, mostLines);
  const more = all.length - shown.length;
  const rest = sum(all) - sum(shown);
  if (all.length === 0) return [section("Nothing has counted yet.")];
  return [
    section(lines(...shown.map((line) => contribution(line, model)), more > 0 && `*${signed(rest)}* in ${plural(more, "smaller line")}`)),
    ...(steps.length > 0 ? [context(lines(...steps.slice(0, 8).map(({ label, value }) => `*${signed(value)}* ${inline(label, 120)}`)))] : []),
  ];
}

function contribution({ signal, value, decay, quote, at }: Contribution, { signalNames, now, zone }: ScoreModel): string {
  const said = inline(quote.replaceAll("_", " "), 80);
  const faded = decay === "none" || decay.startsWith("× 1 ") ? "" : ` (${inline(decay, 40)})`;
  return `*${signed(value)}* ${inline(signalNames.get(signal) ?? signal, 60)}${said === "" ? "" : ` – “${said}”`}, ${dayWord(at, now, zone)}${faded}`;
}

function arithmetic({ raw, rounded, score }: Score): string {
  return `Sum *${round(raw)}* → rounded *${rounded}* → ${rounded === score ? "score" : "kept within 0 to 100:"} *${score}*`;
}

function adjustment(): KnownBlock[] {
  return [
    divider,
    numberInput({ name: "points", label: "Points to add or take away", value: null, min: -100, max: 100 }),
    textInput({ name: "reason", label: "Why?", max: 300, placeholder: "Met at the fair, wants a quote" }),
  ];
}

const sum = (all: readonly Contribution[]) => all.reduce((total, { value }) => total + value, 0);
const round = (value: number) => Math.round(value * 100) / 100;
