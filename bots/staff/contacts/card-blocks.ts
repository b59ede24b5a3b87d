import type { KnownBlock } from "@slack/types";
import type { ContactRecord, TagRecord } from "#core/model/records.ts";
import { type CompletenessField, completenessOf } from "#core/rules/contact/completeness.ts";
import { lifetimeValueOf, shownAmount } from "#core/rules/contact/lifetime-value.ts";
import { shownBooking } from "#core/rules/contact/shown-booking.ts";
import { bookingOf } from "#core/rules/fold/bookings.ts";
import { actions, type BlockMessage, button, context, dotted, fields, lines, option, overflow, section } from "../blocks/blocks.ts";
import {
  atRiskMark,
  channelWord,
  gradeWord,
  mark,
  reasonWords,
  sentimentWord,
  sourceWord,
  stagePosition,
  stageWord,
  statusWord,
  vipMark,
} from "../blocks/labels.ts";
import { bold, inline, nameOf, number, plural, quote } from "../blocks/text.ts";
import { moment, relative } from "../blocks/time.ts";

export type ContactCardModel = {
  contact: ContactRecord;
  tags: Pick<TagRecord, "name">[];
  /** What the customer said last; null: nothing yet. */
  lastWords: { text: string; at: number } | null;
  ownerName: string | null;
  branchName: string | null;
  /** Follow-ups that wait for somebody. */
  openFollowUps: number;
  /** Questions about them that are open: are they somebody else, too? */
  openProposals: number;
  zone: string;
  now: number;
};

const missingWords: Record<CompletenessField, string> = {
  name: "name",
  email: "e-mail",
  phone: "phone",
  company: "company",
  language: "language",
  timeZone: "time zone",
};

/** The card of a contact: what is known about them, and the buttons for everything that staff can do with them. */
export function contactCard(model: ContactCardModel): BlockMessage {
  const { contact } = model;
  return {
    text: inline(`${nameOf(contact)}: ${contact.status}, ${contact.stage}, grade ${contact.grade}`, 300),
    blocks: [section(lines(headline(contact), ...flags(contact)), menu(contact)), details(model), ...words(model), footer(model), buttons(model)],
  };
}

function headline(contact: ContactRecord): string {
  const optedOut = contact.optedOut ? " · 🔕 opted out" : "";
  return lines(
    `${bold(nameOf(contact))}${contact.company ? `, ${inline(contact.company, 80)}` : ""} · ${statusWord(contact.status)}${optedOut}`,
    `_${inline(reasonWords(contact.statusBecause), 300) || "–"}_`,
  );
}

function flags({ vip, vipBecause, atRisk, atRiskBecause }: ContactRecord): string[] {
  const because = (reason: string | null) => (reason === null ? "" : `: ${inline(reasonWords(reason), 300)}`);
  return [...(vip ? [`${vipMark} *VIP*${because(vipBecause)}`] : []), ...(atRisk ? [`${atRiskMark} *At risk*${because(atRiskBecause)}`] : [])];
}

function details({ contact, tags, zone }: ContactCardModel): KnownBlock {
  const { email, phone, stage, grade, score, sentiment, sentimentLevel, sentimentTrend, channels } = contact;
  const { percent, missing } = completenessOf(contact);
  const booking = bookingOf(contact.state);
  const value = lifetimeValueOf(contact.state);
  const writes = channels.length === 0 ? "nowhere yet" : channels.map(channelWord).join(", ");
  return fields(
    `*Stage*\n${stageWord(stage)}, ${stagePosition(stage)}`,
    `*Score*\n${gradeWord(grade, score)}`,
    `*Mood*\n${sentimentWord(sentimentLevel, sentiment, sentimentTrend)}`,
    `*Writes on*\n${writes}`,
    `*E-mail*\n${mark(email !== null)} ${email === null ? "missing" : inline(email, 300)}`,
    `*Phone*\n${mark(phone !== null)} ${phone === null ? "missing" : inline(phone, 100)}`,
    `*Tags*\n${tagWords(tags)}`,
    ...(booking ? [`*Booked for*\n📅 ${shownBooking(booking, zone)}`] : []),
    ...(value ? [`*Lifetime value*\n💰 ${shownAmount(value)}`] : []),
    `*Profile*\n${percent} % known${missing.length === 0 ? "" : `, missing: ${missing.map((field) => missingWords[field]).join(", ")}`}`,
  );
}

/** As many tags as fit, and how many more there are. */
function tagWords(tags: ContactCardModel["tags"]): string {
  const most = 12;
  const shown = tags.slice(0, most).map(({ name }) => `\`${inline(name, 40)}\``);
  if (shown.length === 0) return "none";
  return `${shown.join(" ")}${tags.length > most ? ` and ${number(tags.length - most)} more` : ""}`;
}

function words({ lastWords, now, zone }: ContactCardModel): KnownBlock[] {
  const said = lastWords && quote(lastWords.text, { max: 900, lines: 5 });
  return lastWords && said ? [section(`*Last words*, ${moment(lastWords.at, now, zone)}:\n${said}`)] : [];
}

function footer({ contact, ownerName, branchName, openFollowUps, now }: ContactCardModel): KnownBlock {
  const seen = contact.lastSeenAt === null ? "has not written yet" : `last wrote ${relative(contact.lastSeenAt, now)}`;
  return context(
    dotted(
      seen,
      plural(contact.messageCount, "message"),
      `came from ${sourceWord(contact.source)}`,
      ownerName === null ? "nobody looks after them" : `👤 ${inline(ownerName, 80)}`,
      branchName !== null && `🏠 ${inline(branchName, 80)}`,
      openFollowUps > 0 && `📌 ${plural(openFollowUps, "open follow-up")}`,
    ),
  );
}

/** Values are `id|what`. */
function menu({ id }: ContactRecord) {
  return overflow("contact:menu", [
    option("✏️ Edit details", `${id}|edit`),
    option("🏷️ Tags", `${id}|tag`),
    option("📝 Add a note", `${id}|note`),
    option("🪜 Change the stage", `${id}|stage`),
    option("🗑️ Delete for good", `${id}|delete`),
  ]);
}

function buttons({ contact: { id, channels }, openProposals }: ContactCardModel): KnownBlock {
  return actions(
    `contact:${id}`,
    ...(channels.length > 0 ? [button("Open the conversation", "contact:thread", id, { style: "primary" })] : []),
    button("History", "contact:history", id),
    button("Why this score?", "contact:score", id),
    button("Remind me", "contact:reminder", id),
    ...(openProposals > 0 ? [button(`👥 To confirm (${number(openProposals)})`, "contact:proposals", id)] : []),
  );
}
