import type { KnownBlock } from "@slack/types";
import type { Contactability } from "#core/model/contactability.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { fingerprintOf } from "#core/rules/followups/fingerprint.ts";
import { decidable } from "#core/rules/followups/machine.ts";
import { actions, type BlockMessage, button, context, dotted, lines, section } from "../blocks/blocks.ts";
import { atRiskMark, channelName, channelWord, gradeWord, statusWord, vipMark } from "../blocks/labels.ts";
import { bold, inline, limits, nameOf, quote, quoteAll } from "../blocks/text.ts";
import { dayWord, moment, readersClock, relative, zoneWord } from "../blocks/time.ts";
import { editLines } from "./edit-lines.ts";
import { type Obstacle, obstacle } from "./obstacle.ts";
import { outcomeLine } from "./outcome-line.ts";

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

const happened: Record<FollowUpRecord["kind"], (name: string) => string> = {
  promise: (name) => `🤝 ${name} waits for what we promised`,
  ghosting: (name) => `👻 ${name} went silent`,
  undecided: (name) => `⚖️ ${name} cannot decide`,
  disengaged: (name) => `📉 ${name} is losing interest`,
  reminder: (name) => `⏰ Reminder: ${name}`,
  custom: (name) => `🎯 Follow-up: ${name}`,
};

/** The card of a follow-up: who, why, which text, when. It has buttons only while staff can still decide on it. */
export function followUpCard(model: FollowUpCardModel): BlockMessage {
  const { followUp, contact } = model;
  const name = nameOf(contact);
  return {
    text: inline(`Follow-up for ${name}: ${followUp.reason}`, 300),
    blocks: [section(lines(whoLine(model), whyLines(model))), ...textBlocks(model), ...endBlocks(model)],
  };
}

function whoLine({ followUp, contact }: FollowUpCardModel): string {
  return dotted(
    happened[followUp.kind](bold(nameOf(contact))),
    gradeWord(contact.grade, contact.score),
    statusWord(contact.status),
    contact.vip && `${vipMark} VIP`,
    contact.atRisk && `${atRiskMark} at risk`,
  );
}

/** The reason with its evidence, and who wrote the quoted text, so that ours is not taken for the customer's. */
function whyLines({ followUp, now, zone }: FollowUpCardModel): string {
  const { kind, evidence, reason } = followUp;
  const why = `*Why:* ${inline(capital(reason), 500)}`;
  const [first] = evidence;
  if (!first || first.quote === reason) return why;
  if (kind === "disengaged")
    return lines(
      why,
      evidence
        .slice(0, 3)
        .map((each) => inline(each.quote, 80))
        .join(" → "),
    );
  const day = dayWord(first.at, now, zone);
  const said = quote(first.quote, { max: 800 });
  if (kind === "promise" || kind === "ghosting") return lines(`${why}. We wrote ${day}:`, said);
  if (kind === "undecided") return lines(`${why}. They wrote ${day}:`, said);
  return `${why} (${inline(first.quote, 200)}, ${day})`;
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
  if (followUp.state === "approved") return [context(outcomeLine(model)), takeBack(followUp)];
  if (!decidable.includes(followUp.state)) return [context(outcomeLine(model))];
  const hindrance = contactability && obstacle(contactability, model);
  return [...(hindrance ? [section(hindrance.line)] : []), context(dueLine(model)), buttons(followUp, hindrance)];
}

function dueLine({ followUp, now, zone, homeZone }: FollowUpCardModel): string {
  const when = `${moment(followUp.dueAt, now, zone)}${zone === homeZone ? "" : ` ${zoneWord(zone)} (${readersClock(followUp.dueAt)} yours)`}`;
  const where = followUp.channel === null ? "has written nowhere yet" : null;
  if (followUp.state === "snoozed" && followUp.reviewAt !== null) return `💤 Snoozed until ${moment(followUp.reviewAt, now, homeZone)}`;
  const due = followUp.dueAt <= now ? `🕘 Due since ${when}` : `🕘 Due ${when}, ${relative(followUp.dueAt, now)}`;
  return dotted(due, followUp.attempt > 1 && `attempt ${followUp.attempt}`, where);
}

/** An approved follow-up can be withdrawn until it is being sent. */
function takeBack({ id }: FollowUpRecord): KnownBlock {
  return actions(`followup:${id}`, button("Take it back", "followup:withdraw", id));
}

/** Send says when it goes if that is not now; without it there is nothing that may be sent. */
function buttons(followUp: FollowUpRecord, hindrance: Obstacle | null): KnownBlock {
  const value = `${followUp.id}|${fingerprintOf(followUp)}`;
  const canSend = !hindrance?.forbids && followUp.channel !== null && followUp.text.trim() !== "";
  const when = hindrance?.goesAt ?? (followUp.channel === null ? "" : `on ${channelName(followUp.channel)}`);
  return actions(
    `followup:${followUp.id}`,
    ...(canSend ? [button(`Send ${when}`, "followup:approve", value, { style: "primary" })] : []),
    button("Edit", "followup:edit", value),
    button("Snooze", "followup:snooze", value),
    button("Dismiss", "followup:dismiss", value),
  );
}

const isSent = ({ sentAt }: FollowUpRecord) => sentAt !== null;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
