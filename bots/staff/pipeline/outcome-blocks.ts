import { openAlertStates } from "#core/model/alert.ts";
import type { Spread } from "#core/rules/conversations/outcomes.ts";
import type { Outcomes } from "#core/usecases/analytics/read-outcomes.ts";
import { dotted, lines, section } from "../blocks/blocks.ts";
import { number, plural } from "../blocks/text.ts";
import { duration } from "../blocks/time.ts";

export type OutcomeModel = Pick<Outcomes, "waits" | "alerts" | "byRule"> & { days: number };

/** Rules of which the card tells the alerts. */
const shownRules = 5;

/** How long people waited for an answer and what became of the alerts, in the last so many days. */
export function outcomeSections({ waits, alerts, byRule, days }: OutcomeModel) {
  const { bot, staff, customer, done } = waits.endedBy;
  return [
    section(
      lines(
        `*How long people waited*, last ${days} days`,
        `First answer: ${spread(waits.firstAnswer)}`,
        `Every wait: ${spread(waits.waited)}`,
        waits.waited.count > 0 &&
          dotted(
            `Answered by the bot ${number(bot)}`,
            `by staff ${number(staff)}`,
            `closed by themselves ${number(customer)}`,
            `called done ${number(done)}`,
          ),
      ),
    ),
    ...(alerts.raised === 0
      ? []
      : [
          section(
            lines(
              `*Alerts*: ${statesOf(alerts)}`,
              ...byRule
                .toSorted(mostFirst)
                .slice(0, shownRules)
                .map((rule) => `• ${rule.name}: ${statesOf(rule.alerts)}`),
            ),
          ),
        ]),
  ];
}

type Alerts = OutcomeModel["alerts"];

const mostFirst = (a: { alerts: Alerts }, b: { alerts: Alerts }) => b.alerts.raised - a.alerts.raised;

function spread({ count, median, p90 }: Spread): string {
  if (median === null || p90 === null) return "nobody yet";
  return dotted(`half within *${duration(median * 1000)}*`, `9 of 10 within *${duration(p90 * 1000)}*`, plural(count, "wait"));
}

function statesOf({ raised, states }: Alerts): string {
  const open = openAlertStates.reduce((sum, state) => sum + states[state], 0);
  return dotted(`*${number(raised)}* raised`, `${number(states.resolved)} resolved`, `${number(states.dismissed)} dismissed`, `${number(open)} open`);
}
