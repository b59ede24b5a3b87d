import type { AlertEvidence } from "#core/model/alert.ts";
import { type ContactState, emptyState } from "#core/model/contact-state.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { EscalationRule } from "#core/model/escalation.ts";
import { compareFacts, type Fact } from "#core/model/fact.ts";
import type { BranchRecord, ContactRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import { bounded, mostEvidence } from "#core/rules/alerts/history.ts";
import { judge } from "#core/rules/contact/decide.ts";
import { placeOfConversation } from "#core/rules/duty/place-of.ts";
import { revokedFacts } from "#core/rules/fold/conversions.ts";
import { foldRead } from "#core/rules/fold/fold.ts";
import { minute } from "#core/rules/time.ts";
import { callsOf } from "./calls.ts";
import type { Escalation } from "./escalations.ts";
import { isFor } from "./is-for.ts";
import { unansweredCalls, unansweredEscalation } from "./unanswered.ts";

/** A contact with all that is known of it. `tags`: ids of those it has now. */
export type ReplayedContact = {
  contact: ContactRecord;
  facts: readonly Fact[];
  conversations: readonly ConversationRecord[];
  tags: readonly string[];
  branches: readonly BranchRecord[];
};

/** An alert that a rule would have raised, `at` ms since 1970. */
export type WouldBeAlert = { contactId: string; conversationId: string; at: number; reason: string; evidence: AlertEvidence[] };

type Span = { from: number; until: number };
type ReplayedStanding = ReturnType<typeof standingAt>;
/** All that stays the same while the facts of one contact are gone through. `history`: ids of messages that call nobody. */
type Replay = ReplayedContact & { rule: EscalationRule; settings: Settings; span: Span; history: ReadonlySet<string> };
type Find = { conversationId: string; at: number; escalation: Escalation };

/**
 * The alerts that the rule would have raised about a contact within the span (ms since 1970), oldest first, by the functions that
 * raise them: each fact is folded again, and the rule is asked about each. Takeovers are left out, tags, branch and VIPs by hand
 * are as they are now, and an alert is taken to end with its mute window: what is found within it adds to the alert.
 */
export function replayRule(rule: EscalationRule, of: ReplayedContact, settings: Settings, span: Span): WouldBeAlert[] {
  const facts = [...of.facts].sort(compareFacts);
  const revoked = revokedFacts(facts);
  const history = new Set(facts.flatMap((fact) => (fact.type === "message" && fact.history ? [fact.id] : [])));
  const replay = { ...of, rule, settings, span, history };
  const alerts: WouldBeAlert[] = [];
  let state = emptyState(of.contact.createdAt);
  facts.forEach((fact, i) => {
    const before = state;
    state = foldRead(before, { facts: [fact], turns: new Map() }, settings, revoked).state;
    const until = facts[i + 1]?.at ?? span.until;
    for (const find of [...findsOf(replay, fact, before, state), ...waitsOf(replay, state, fact.at, until)]) add(alerts, replay, find);
  });
  return alerts;
}

/** What the rule finds in one fact. */
function findsOf(replay: Replay, fact: Fact, before: ContactState, after: ContactState): Find[] {
  const { rule, span } = replay;
  if (fact.at < span.from || fact.at > span.until || (fact.type !== "message" && fact.type !== "action")) return [];
  const standing = standingAt(replay, after, fact.at);
  const was = before.cursor === null ? null : { ...standingAt(replay, before, fact.at), conversations: before.conversations ?? {} };
  const is = { ...standing, conversations: after.conversations ?? {} };
  return callsOf([rule], { facts: [fact], before: was, after: is, isEdited: false }).flatMap(({ conversationId, escalations }) =>
    isMeant(replay, conversationId, standing) ? escalations.map((escalation) => ({ conversationId, at: fact.at, escalation })) : [],
  );
}

/** What has waited for as long as the rule says between one fact and the next. */
function waitsOf(replay: Replay, state: ContactState, after: number, until: number): Find[] {
  const { rule, settings, span, history, contact, branches } = replay;
  if (rule.kind !== "unanswered" || until < span.from) return [];
  const alone = { ...settings, escalations: { ...settings.escalations, rules: [rule] } };
  return Object.entries(state.conversations ?? {}).flatMap(([conversationId, { waiting }]) => {
    if (waiting === null || history.has(waiting.id)) return [];
    const conversation = replay.conversations.find(({ id }) => id === conversationId) ?? { branchId: null };
    const place = placeOfConversation(conversation, contact, branches);
    return unansweredCalls(alone, { waitingSince: waiting.at }, place).flatMap((call): Find[] => {
      const isThen = call.at > after && call.at <= until && call.at >= span.from && call.at <= span.until;
      if (!isThen || !isMeant(replay, conversationId, standingAt(replay, state, call.at))) return [];
      return [{ conversationId, at: call.at, escalation: unansweredEscalation(call.rule, waiting) }];
    });
  });
}

function isMeant({ rule, contact, conversations, tags }: Replay, conversationId: string, standing: ReplayedStanding): boolean {
  const conversation = conversations.find(({ id }) => id === conversationId);
  return conversation !== undefined && isFor(rule, { ...standing, source: contact.source, branchId: contact.branchId }, conversation, tags);
}

/** What the contact was at the instant. */
function standingAt({ contact, settings }: Replay, state: ContactState, at: number) {
  const { status, stage, score, vip } = judge(state, contact, settings, at);
  return { status: status.status, stage: stage.stage, grade: score.grade, score: score.score, vip: vip.value, vipBecause: vip.because };
}

function add(alerts: WouldBeAlert[], { rule, contact }: Replay, { conversationId, at, escalation }: Find): void {
  const { reason, evidence } = escalation;
  const last = alerts.findLast((alert) => alert.conversationId === conversationId);
  if (!last || at >= last.at + rule.muteMinutes * minute) alerts.push({ contactId: contact.id, conversationId, at, reason, evidence: [...evidence] });
  else last.evidence = bounded([...last.evidence, ...evidence], mostEvidence);
}
