import type { ContactRecord } from "#core/model/records.ts";
import { channels, type Source } from "#core/model/vocabulary.ts";
import { isAwaitingReply } from "../conversations/derive.ts";
import { contactForms } from "../text/stored-forms.ts";
import type { ContactDecision } from "./decide.ts";

/** A contact that people made keeps its source when messages follow. */
const byHand: readonly Source[] = ["manual", "import"];

/** Columns that are a cache of the state and the decision. Nothing else writes them. */
export function derivedColumns(contact: ContactRecord, decision: ContactDecision): ContactRecord {
  const { state } = contact;
  const name = state.details.name?.value ?? null;
  const email = state.details.email?.value ?? null;
  const phone = state.details.phone?.value ?? null;
  return {
    ...contact,
    source: byHand.includes(contact.source) ? contact.source : (state.origin?.source ?? contact.source),
    name,
    email,
    phone,
    company: state.details.company?.value ?? null,
    language: state.language?.language ?? null,
    channels: channels.filter((channel) => contact.channels.includes(channel)),
    optedOut: Object.values(state.consents).some(({ decision: said }) => said === "opt_out"),
    status: decision.status.status,
    statusBecause: decision.status.because,
    stage: decision.stage.stage,
    score: decision.score.score,
    grade: decision.score.grade,
    sentiment: decision.sentiment?.score ?? null,
    sentimentLevel: decision.sentiment?.level ?? null,
    sentimentTrend: decision.sentiment?.trend ?? null,
    vip: decision.vip.value,
    vipBecause: decision.vip.because,
    atRisk: decision.atRisk.value,
    atRiskBecause: decision.atRisk.because,
    awaitingReply: isAwaitingReply(state),
    messageCount: state.inboundCount + state.outboundCount,
    firstSeenAt: state.firstInboundAt,
    lastSeenAt: state.lastInbound?.at ?? null,
    recentAt: state.lastInbound?.at ?? contact.createdAt,
    ...contactForms({ name, email, phone }),
    reviewAt: decision.reviewAt,
  };
}

/** The source of a contact that no caller has given one, by the channel of its message. */
export const sourceOfChannel = {
  web: "chat_widget",
  facebook: "facebook",
  instagram: "instagram",
  whatsapp: "whatsapp",
  telegram: "telegram",
  email: "email",
} as const satisfies Record<(typeof channels)[number], Source>;
