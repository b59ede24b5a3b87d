import type { KnownBlock } from "@slack/types";
import type { Contactability } from "#core/model/contactability.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { fingerprintOf } from "#core/rules/followups/fingerprint.ts";
import { decidable } from "#core/rules/followups/machine.ts";
import { actions, button, type Card, context, dotted, lines, section } from "./blocks.ts";
import { obstacle } from "./contactability.ts";
import { editLines } from "./edit.ts";
import { outcomeLine } from "./followup-outcome.ts";
import { bold, inline, limits, nameOf, quote, quoteAll } from "./text.ts";
import { dayWord, moment, readersClock, relative, zoneWord } from "./time.ts";
import { atRiskMark, channelName, channelWord, gradeWord, statusWord, vipMark } from "./words.ts";

export type FollowUpCardModel = {
  followUp: FollowUpRecord;
  contact: Pick<ContactRecord, "id" | "name" | "email" | "phone" | "grade" | "score" | "status" | "vip" | "atRisk">;
  /** What would become of it if it were sent when it is due, or now; null: not asked, as it is decided. */
  contactability: Contactability | null;
  /** The contact's zone, and the business's. */
  zone: string;
  homeZone: string;
  now: number;
  /** Names of the staff who edited and decided. */
  editor: string | null;
  decider: string | null;
};

const headings: Record<FollowUpRecord["kind"], string> = {
  promise: "🤝 We promised",
  ghosting: "👻 Went silent",
  undecided: "⚖️ Cannot decide",
  disengaged: "📉 Losing interest",
  reminder: "⏰ Reminder",
  custom: "🎯 Follow-up",
};

/** Somebody needs attention: who, why, what would be said, when. Buttons only while a person may still decide. */
export function followUpCard(model: FollowUpCardModel): Card {
  const { followUp, contact } = model;
  const name = nameOf(contact);
  return {
    text: inline(`Follow-up for ${name}: ${followUp.reason}`, 300),
    blocks: [section(lines(whoLine(model), whyLines(model))), ...textBlocks(model), ...endBlocks(model)],
  };
}

function whoLine({ followUp, contact }: FollowUpCardModel): string {
  const flags = `${contact.vip ? ` ${vipMark}` : ""}${contact.atRisk ? ` ${atRiskMark}` : ""}`;
  return `${headings[followUp.kind]} · ${bold(nameOf(contact))}${flags} · ${dotted(gradeWord(contact.grade, contact.score), statusWord(contact.status))}`;
}

/** The reason, and the words that show it unless they say the same. */
function whyLines({ followUp, now, zone }: FollowUpCardModel): string {
  const [evidence] = followUp.evidence;
  const reason = inline(capital(followUp.reason), 500);
  const said = evidence && evidence.quote !== followUp.reason ? quote(evidence.quote, { max: 800 }) : "";
  return lines(`*Why:* ${reason}${said && evidence ? ` – ${dayWord(evidence.at, now, zone)}:` : ""}`, said);
}

function textBlocks(model: FollowUpCardModel): KnownBlock[] {
  const { followUp } = model;
  if (followUp.text.trim() === "") return [section("*Nothing to send yet:* press Edit to write a message.")];
  const [first = "", ...more] = quoteAll(followUp.text, limits.sectionText - 100);
  const where = followUp.channel === null ? "" : ` on ${channelWord(followUp.channel)}`;
  const verb = isSent(followUp) ? "Sent" : "Message";
  return [section(`*${verb}${where}:*\n${first}`), ...more.map((part) => section(part)), ...editBlocks(model)];
}

function editBlocks({ followUp, editor, now, homeZone }: FollowUpCardModel): KnownBlock[] {
  if (followUp.editedAt === null || followUp.originalText === followUp.text) return [];
  const who = `✏️ Edited by ${inline(editor ?? "staff", 80)} ${moment(followUp.editedAt, now, homeZone)}`;
  return [context(`${who}: ${editLines(followUp.originalText, followUp.text, 1800)}`)];
}

function endBlocks(model: FollowUpCardModel): KnownBlock[] {
  const { followUp, contactability } = model;
  if (!decidable.includes(followUp.state)) return [context(outcomeLine(model))];
  const hindrance = contactability && obstacle(contactability, model);
  return [context(...[dueLine(model), hindrance?.line].filter((line) => line !== undefined)), buttons(followUp, hindrance?.forbids ?? false)];
}

function dueLine({ followUp, now, zone, homeZone }: FollowUpCardModel): string {
  const when = `${moment(followUp.dueAt, now, zone)}${zone === homeZone ? "" : ` ${zoneWord(zone)} (${readersClock(followUp.dueAt)} yours)`}`;
  const where = followUp.channel === null ? "has written nowhere yet" : null;
  if (followUp.state === "snoozed" && followUp.reviewAt !== null) return `💤 Snoozed until ${moment(followUp.reviewAt, now, homeZone)}`;
  const due = followUp.dueAt <= now ? `🕘 Due since ${when}` : `🕘 Due ${when}, ${relative(followUp.dueAt, now)}`;
  return dotted(due, followUp.attempt > 1 && `attempt ${followUp.attempt}`, where);
}

function buttons(followUp: FollowUpRecord, isForbidden: boolean): KnownBlock {
  const value = `${followUp.id}|${fingerprintOf(followUp)}`;
  const where = followUp.channel === null ? "" : ` on ${channelName(followUp.channel)}`;
  const canSend = !isForbidden && followUp.channel !== null && followUp.text.trim() !== "";
  return actions(
    `followup:${followUp.id}`,
    ...(canSend ? [button(`Send${where}`, "followup:approve", value, { style: "primary" })] : []),
    button("Edit", "followup:edit", value),
    button("Snooze", "followup:snooze", value),
    button("Dismiss", "followup:dismiss", value),
  );
}

const isSent = ({ sentAt }: FollowUpRecord) => sentAt !== null;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
