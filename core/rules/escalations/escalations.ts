import type { AlertEvidence } from "#core/model/alert.ts";
import type { ConversationState } from "#core/model/conversation.ts";
import type { EscalationRule } from "#core/model/escalation.ts";
import type { MessageFact } from "#core/model/fact.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { type FrustrationReason, grades } from "#core/model/vocabulary.ts";
import { frustrationOf } from "#core/rules/conversations/frustration.ts";
import { askedBefore } from "#core/rules/conversations/memory.ts";
import { type Keywords, keywordsIn } from "#core/rules/signals/keywords/match.ts";
import { compiledKeywords } from "./keywords.ts";

/** A new message, and what was remembered of its conversation before and after it. `isEdited`: other words of it were known before. */
export type MessageStep = { message: MessageFact; before: ConversationState; after: ConversationState; isEdited: boolean };

/** The contact before and after all of the new messages; null: it is new. */
export type ValueChange = {
  before: Pick<ContactRecord, "grade" | "score"> | null;
  after: Pick<ContactRecord, "grade" | "score" | "status" | "vip" | "vipBecause">;
};

/** A rule that calls staff, and why. `isRequest`: the customer asks for a person, which is never muted. */
export type Escalation = { rule: EscalationRule; reason: string; evidence: AlertEvidence[]; isRequest: boolean };

type Found = Omit<Escalation, "rule">;
type RuleOf<K extends EscalationRule["kind"]> = Extract<EscalationRule, { kind: K }>;

/** The rules that one new message calls staff by, whomever they are for (`isFor`). What is history calls nobody. */
export function escalationsOfMessage(rules: readonly EscalationRule[], given: MessageStep): Escalation[] {
  if (given.message.history) return [];
  return rules.flatMap((rule) => {
    const found = rule.enabled ? findIn(rule, given) : null;
    return found ? [{ rule, ...found }] : [];
  });
}

/** The rules that call staff because of who the contact has become by a message or an action. */
export function escalationsOfValue(
  rules: readonly EscalationRule[],
  change: ValueChange,
  last: { id: string | null; at: number; isInbound: boolean },
): Escalation[] {
  return rules.flatMap((rule) => {
    const reason = rule.enabled && rule.kind === "high_value" ? valueReached(rule, change, last.isInbound) : null;
    const evidence = { messageId: last.id, quote: "", at: last.at, because: reason ?? "" };
    return reason === null ? [] : [{ rule, reason, evidence: [evidence], isRequest: false }];
  });
}

function findIn(rule: EscalationRule, given: MessageStep): Found | null {
  switch (rule.kind) {
    case "frustration":
      return frustrationFound(rule, given);
    case "cannot_resolve":
      return cannotResolveFound(rule, given);
    case "custom":
      return customFound(rule, given);
    case "unanswered":
    case "high_value":
      return null;
  }
}

const frustrationWords: Record<FrustrationReason, string> = {
  abuse: "The customer is abusive",
  complaint: "The customer complains",
  repeated_complaint: "The customer complains again",
  very_negative: "The customer is very negative",
  negative_twice: "Two negative messages running",
};

function frustrationFound({ signs }: RuleOf<"frustration">, { message, after }: MessageStep): Found | null {
  const found = message.direction === "inbound" ? frustrationOf(after.moods) : null;
  if (!found || !signs.includes(found.because)) return null;
  const evidence = found.quotes.map(({ id, at, quote }) => ({ messageId: id, at, quote, because: found.because }));
  return { reason: frustrationWords[found.because], evidence, isRequest: false };
}

function cannotResolveFound(rule: RuleOf<"cannot_resolve">, { message, before, isEdited }: MessageStep): Found | null {
  const { id: messageId, at, reading } = message;
  const asks = message.direction === "inbound" ? reading.intents.find(({ intent }) => intent === "human_request") : undefined;
  if (asks && rule.asksForPerson)
    return { reason: "The customer asks for a person", evidence: [{ messageId, at, quote: asks.quote, because: "human_request" }], isRequest: true };
  if (message.direction === "outbound") {
    const cannot = rule.weCannot ? reading.cannotResolve : null;
    return (
      cannot && { reason: "We said that we cannot help", evidence: [{ messageId, at, quote: cannot.quote, because: "cannot" }], isRequest: false }
    );
  }
  // The words that an edit replaced would be found as the earlier question.
  const asked = rule.asksTwice && !isEdited ? askedBefore(before, message) : null;
  if (!asked) return null;
  const evidence = [
    { messageId: asked.id, at: asked.at, quote: asked.quote, because: "asked" },
    { messageId, at, quote: shortened(message.text), because: "asked_again" },
  ];
  return { reason: "The customer has asked the same twice", evidence, isRequest: false };
}

function customFound(rule: RuleOf<"custom">, { message }: MessageStep): Found | null {
  if (message.direction !== "inbound") return null;
  const { id: messageId, at, text, reading } = message;
  const found = (reason: string, quote: string, because: string): Found => ({
    reason,
    evidence: [{ messageId, at, quote, because }],
    isRequest: false,
  });
  const intent = reading.intents.find(({ intent: name }) => rule.intents.includes(name));
  if (intent) return found(`The message shows ${intent.intent.replaceAll("_", " ")}`, intent.quote, intent.intent);
  const [keyword] = rule.keywords.length > 0 ? keywordsIn<Keywords>(text, compiledKeywords(rule)) : [];
  if (keyword) return found(`The message says “${keyword.quote}”`, shortened(text), "keyword");
  const { sentiment } = reading;
  if (rule.sentimentAtMost === null || sentiment === null || sentiment > rule.sentimentAtMost) return null;
  return found(`The tone is ${sentiment.toFixed(2)}`, shortened(text), "sentiment");
}

/** Grades from best to worst: a lower place is a better one. */
const placeOf = (grade: ContactRecord["grade"]) => grades.indexOf(grade);

function valueReached(rule: RuleOf<"high_value">, { before, after }: ValueChange, isInbound: boolean): string | null {
  const value = after.status === "converted" ? null : leadReached(rule, before, after);
  if (value !== null) return value;
  return rule.vipWrites && after.vip && isInbound ? `A VIP writes${after.vipBecause === null ? "" : `: ${after.vipBecause}`}` : null;
}

/** Somebody who has just booked or bought has grade A too, but is no lead any more that staff must be called to. */
function leadReached(
  { gradeReached: grade, scoreReached: score }: RuleOf<"high_value">,
  before: ValueChange["before"],
  after: ValueChange["after"],
): string | null {
  if (grade !== null && placeOf(after.grade) <= placeOf(grade) && placeOf(before?.grade ?? "F") > placeOf(grade))
    return `Grade ${after.grade} reached`;
  return score !== null && after.score >= score && (before?.score ?? 0) < score ? `Score ${after.score} reached` : null;
}

const shortened = (text: string): string => text.trim().slice(0, 200);
