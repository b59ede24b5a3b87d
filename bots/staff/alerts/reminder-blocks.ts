import { actions, type BlockMessage, button, dotted, lines, section } from "../blocks/blocks.ts";
import { alertStateWord, severityWord } from "../blocks/labels.ts";
import { bold, inline, nameOf } from "../blocks/text.ts";
import { duration } from "../blocks/time.ts";
import { type AlertCardModel, callLine } from "./card-blocks.ts";

/** Says in the channel that nobody has reacted to an alert yet, and calls people; afterwards, that somebody has. */
export function reminderLine({ alert, contact, mention, ownerName, now }: AlertCardModel): BlockMessage {
  const what = whatLine({ alert, contact });
  if (alert.state !== "open") {
    const by = ownerName === null ? "" : ` by *${inline(ownerName, 80)}*`;
    return { text: inline(`${alert.ruleName}: ${nameOf(contact)}`, 300), blocks: [section(`${alertStateWord(alert.state)}${by}: ${what}`)] };
  }
  return {
    text: inline(`Nobody has reacted yet: ${alert.ruleName}, ${nameOf(contact)}`, 300),
    blocks: [
      ...callLine(mention),
      section(lines(`⏰ Nobody has reacted for ${duration(now - alert.openedAt)}: ${what}`, inline(alert.reason, 300))),
      actions(
        `alert:${alert.id}`,
        button("Take over", "alert:take_over", alert.id, { style: "primary" }),
        button("Acknowledge", "alert:acknowledge", alert.id),
        button("Open the card", "contact:open", contact.id),
      ),
    ],
  };
}

/** What is left of a reminder when a later one has come: it says nothing that changes, and has nothing to press. */
export function earlierReminder({ alert, contact }: AlertCardModel): BlockMessage {
  const text = inline(`Reminded: ${alert.ruleName}, ${nameOf(contact)}`, 300);
  return { text, blocks: [section(`⏰ Reminded, and once more since: ${whatLine({ alert, contact })}`)] };
}

function whatLine({ alert, contact }: Pick<AlertCardModel, "alert" | "contact">): string {
  return dotted(`*${inline(alert.ruleName, 100)}*`, severityWord(alert.severity), bold(nameOf(contact)));
}
