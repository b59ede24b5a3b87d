import type { KnownBlock } from "@slack/types";
import type { MediaReference } from "#core/model/messages/media.ts";
import type { PlannedEscalations, PlannedRule } from "#core/model/operations/plan.ts";
import { button, context, lines, section } from "../blocks/blocks.ts";
import { mediaWord } from "../blocks/labels.ts";
import { bold, inline, number, plural, quote } from "../blocks/text.ts";
import { moment } from "../blocks/time.ts";

/** A call that a rule would have made under the draft; `words`: those that show why, or null when time alone does. */
export type ShownCall = {
  ruleId: string;
  contactId: string;
  name: string;
  at: number;
  words: { text: string; media: readonly MediaReference[] } | null;
};

type CallsModel = { calls: readonly ShownCall[]; names: ReadonlyMap<string, string>; plan: { asOf: number; document: { timeZone: string } } };

/** Rules that are counted, and those whose calls are shown too, so that the whole fits into a message. */
const most = { rules: 10, rulesWithCalls: 2 };

/** How often the rules that the draft may move would have called staff, before and after, and the newest of those calls. */
export function wouldCall({ days, isComplete, rules }: PlannedEscalations, model: CallsModel): KnownBlock[] {
  if (rules.length === 0) return [];
  return [
    section(`*Would have called you in the last ${plural(days, "day")}*`),
    ...rules
      .slice(0, most.rules)
      .flatMap((rule, at) => [
        section(countLine(rule, model)),
        ...(at < most.rulesWithCalls ? model.calls.filter(({ ruleId }) => ruleId === rule.ruleId).map((call) => callRow(call, model)) : []),
      ]),
    ...(rules.length > most.rules ? [context(`And ${plural(rules.length - most.rules, "more rule")}.`)] : []),
    ...(isComplete ? [] : [context("Only those who wrote last were looked at, since there are very many: it would be more.")]),
  ];
}

function countLine({ ruleId, before, after }: PlannedRule, { names }: CallsModel): string {
  const times = before === after ? `*${number(after)}* times, as before` : `${number(before)} → *${number(after)}* times`;
  return `🔔 “${inline(names.get(ruleId) ?? ruleId, 100)}”: ${times}`;
}

function callRow({ contactId, name, at, words }: ShownCall, { plan }: CallsModel): KnownBlock {
  const said = words && lines(quote(words.text, { max: 300, lines: 2 }), words.media.length > 0 && `> ${mediaWord(words.media)}`);
  return section(lines(`${bold(name, 60)} ${moment(at, plan.asOf, plan.document.timeZone)}`, said), button("Card", "contact:open", contactId));
}
