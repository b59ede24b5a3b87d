import type { KnownBlock } from "@slack/types";
import { isQuestion, type ProposalEvidence, type ProposalRecord } from "#core/model/people/merge.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { UnsureFinding } from "#core/model/vocabulary.ts";
import { actions, type BlockMessage, button, confirm, context, fields, lines, section } from "../blocks/blocks.ts";
import { channelWord, mark, stageWord, statusWord } from "../blocks/labels.ts";
import { bold, inline, nameOf, plural, quote } from "../blocks/text.ts";
import { dayWord, moment } from "../blocks/time.ts";

type PersonSummary = Pick<
  ContactRecord,
  "id" | "name" | "email" | "phone" | "company" | "channels" | "status" | "stage" | "messageCount" | "createdAt"
>;

export type MergeProposalModel = {
  proposal: ProposalRecord;
  /** Who would remain, or whose field it is. */
  contact: PersonSummary;
  /** Null for a field. */
  other: PersonSummary | null;
  decider: string | null;
  zone: string;
  now: number;
};

const evidenceWords: Record<ProposalEvidence["kind"], string> = {
  same_email: "📧 Same e-mail",
  same_phone: "📞 Same phone",
  like_email: "📧 Almost the same e-mail",
  like_phone: "📞 Almost the same phone",
  same_name: "🪪 Same name",
  like_name: "🪪 Almost the same name",
  conflict: "⚠️ But",
  near_miss: "💬 They wrote",
  unsure: "💬 The words",
  said_before: "💬 Said before",
};

const endings: Record<ProposalRecord["kind"], [accepted: string, rejected: string]> = {
  merge: ["Merged", "Two people: decided"],
  field: ["Taken over", "Kept as it was: decided"],
  consent: ["Opted out", "Not an opt-out: decided"],
  confirmed: ["Yes, it is made: said", "No: said"],
  revoked: ["Yes, it is off: said", "No: said"],
  promise: ["Yes, promised: said", "No: said"],
  opt_out: ["Opted out", "Not an opt-out: decided"],
};

/** Two people side by side, a field with another value, or words that may say something. Only people decide. */
export function mergeProposal(model: MergeProposalModel): BlockMessage {
  if (isQuestion(model.proposal)) return questionCard(model, model.proposal);
  if (model.proposal.kind === "consent") return consentProposal(model);
  return model.other === null ? fieldProposal(model) : pairProposal(model, model.other);
}

function pairProposal(model: MergeProposalModel, other: PersonSummary): BlockMessage {
  const { proposal, contact } = model;
  return {
    text: inline(`Are ${nameOf(contact)} and ${nameOf(other)} one person?`, 300),
    blocks: [
      section("👥 *Is this one person?*"),
      fields(side(contact, "Would stay", model), side(other, "Would be merged into it", model)),
      section(evidence(proposal.evidence)),
      ...ending(model, [
        button("Merge", "proposal:accept", proposal.id, {
          style: "primary",
          confirm: confirm("Merge two records?", "All messages and details end up in one record. It can be undone.", "Merge"),
        }),
        button("Not the same", "proposal:reject", proposal.id),
      ]),
    ],
  };
}

function side(person: PersonSummary, role: string, { now, zone }: MergeProposalModel): string {
  const { email, phone, company, channels, status, stage, messageCount, createdAt } = person;
  return lines(
    `*${role}*`,
    bold(nameOf(person)),
    `${mark(email !== null)} ${email === null ? "no e-mail" : inline(email, 200)}`,
    `${mark(phone !== null)} ${phone === null ? "no phone" : inline(phone, 60)}`,
    company !== null && `🏢 ${inline(company, 80)}`,
    channels.length > 0 && channels.map(channelWord).join(", "),
    `${statusWord(status)} · ${stageWord(stage)}`,
    `${plural(messageCount, "message")}, since ${dayWord(createdAt, now, zone)}`,
  );
}

function evidence(all: readonly ProposalEvidence[]): string {
  const shown = all.slice(0, 8).map(({ kind, detail }) => `${evidenceWords[kind]}: ${inline(detail, 250)}`);
  return lines("*Why it seems so*", ...shown) + (all.length > shown.length ? `\nand ${all.length - shown.length} more` : "");
}

const fieldNames = { name: "name", email: "e-mail", phone: "phone", company: "company" } as const;

function fieldProposal(model: MergeProposalModel): BlockMessage {
  const { proposal, contact } = model;
  const { field, value } = proposal;
  const name = field === null ? "detail" : fieldNames[field];
  const now = field === null ? null : contact[field];
  return {
    text: inline(`Another ${name} for ${nameOf(contact)}?`, 300),
    blocks: [
      section(`🪪 *Another ${name} for* ${bold(nameOf(contact))}*?*`),
      fields(`*Now*\n${now === null ? "none" : inline(now, 300)}`, `*Would become*\n${value === null ? "none" : inline(value, 300)}`),
      ...(proposal.evidence.length > 0 ? [section(evidence(proposal.evidence))] : []),
      ...ending(model, [
        button("Use it", "proposal:accept", proposal.id, { style: "primary" }),
        button("Keep what is there", "proposal:reject", proposal.id),
      ]),
    ],
  };
}

/** Until somebody decides, nothing but replies goes out to them for a while. */
function consentProposal(model: MergeProposalModel): BlockMessage {
  const { proposal, contact } = model;
  const said = proposal.evidence.map(({ detail }) => quote(detail, { max: 800, lines: 5 }));
  return {
    text: inline(`Did ${nameOf(contact)} opt out?`, 300),
    blocks: [
      section(lines(`🔕 *Does ${bold(nameOf(contact)).slice(1, -1)} want no more messages?*`, ...said.slice(0, 2))),
      ...ending(model, [
        button("Yes, opt them out", "proposal:accept", proposal.id, {
          style: "primary",
          confirm: confirm("Opt them out?", "They get no follow-ups and no broadcasts any more. Only they can undo it, by writing START.", "Opt out"),
        }),
        button("No, they did not mean that", "proposal:reject", proposal.id),
      ]),
    ],
  };
}

/** What is asked about a message, without whom it is about. */
function asksWhat({ kind, value }: QuestionProposal, { zone, now }: MergeProposalModel): string {
  const isPurchase = value === "purchase";
  switch (kind) {
    case "confirmed":
      return isPurchase ? "Is this bought?" : "Is this booked?";
    case "revoked":
      return isPurchase ? "Is this cancelled or refunded?" : "Is this booking cancelled?";
    case "promise": {
      const due = value === null ? Number.NaN : Date.parse(value);
      return Number.isNaN(due) ? "Did we promise to come back?" : `Did we promise to come back, ${moment(due, now, zone)}?`;
    }
    case "opt_out":
      return "Do they want no more messages?";
  }
}

type QuestionProposal = ProposalRecord & { kind: UnsureFinding };

/** The words that may say something, under those they answer. Until somebody decides, nothing follows from them. */
function questionCard(model: MergeProposalModel, proposal: QuestionProposal): BlockMessage {
  const { contact } = model;
  const said = [...proposal.evidence].reverse().map(({ detail }) => quote(detail, { max: 800, lines: 5 }));
  const asked = asksWhat(proposal, model);
  const optsOut = {
    confirm: confirm("Opt them out?", "They get no follow-ups and no broadcasts any more. Only they can undo it, by writing START.", "Opt out"),
  };
  return {
    text: inline(`${nameOf(contact)}: ${asked}`, 300),
    blocks: [
      section(lines(`❓ ${bold(nameOf(contact))}: *${asked}*`, ...said.slice(-2))),
      ...ending(model, [
        button("Yes", "proposal:accept", proposal.id, { style: "primary", ...(proposal.kind === "opt_out" ? optsOut : {}) }),
        button("No", "proposal:reject", proposal.id),
      ]),
    ],
  };
}

/** Buttons while it is open, else what became of it. */
function ending({ proposal, decider, zone, now }: MergeProposalModel, buttons: ReturnType<typeof button>[]): KnownBlock[] {
  if (proposal.state === "open") return [actions(`proposal:${proposal.id}`, ...buttons)];
  const by = decider === null ? "" : ` by ${inline(decider, 80)}`;
  const at = proposal.decidedAt === null ? "" : ` ${moment(proposal.decidedAt, now, zone)}`;
  const [accepted, rejected] = endings[proposal.kind];
  const ends = { accepted: `✅ ${accepted}${by}${at}`, rejected: `✋ ${rejected}${by}${at}`, withdrawn: `↩️ No longer in question${at}` };
  return [context(ends[proposal.state])];
}
