import type { ConversationRecord, ConversationState } from "#core/model/conversation.ts";
import type { EscalationRule } from "#core/model/escalation.ts";
import type { Settings } from "#core/model/settings.ts";
import { openingTimes, type Place } from "#core/rules/duty/opening-times.ts";
import { afterOpenMinutes } from "#core/rules/opening-hours.ts";
import type { Escalation } from "./escalations.ts";

export type UnansweredRule = Extract<EscalationRule, { kind: "unanswered" }>;

/**
 * When each rule calls staff because nobody has answered, in ms since 1970, earliest first, by the hours and the zone of the place
 * that the conversation belongs to. Also while staff own the conversation: whoever has it may have gone home.
 */
export function unansweredCalls(
  settings: Settings,
  { waitingSince }: Pick<ConversationRecord, "waitingSince">,
  place: Place,
): { rule: UnansweredRule; at: number }[] {
  if (waitingSince === null) return [];
  const { escalations } = settings;
  const times = openingTimes(settings, place);
  const calls = escalations.rules.flatMap((rule) => {
    if (!rule.enabled || rule.kind !== "unanswered") return [];
    const at = afterOpenMinutes(times, waitingSince, rule.minutes);
    return at === null ? [] : [{ rule, at }];
  });
  return calls.sort((a, b) => a.at - b.at);
}

/** What such a rule calls staff with: the words that wait. */
export function unansweredEscalation(rule: UnansweredRule, waiting: NonNullable<ConversationState["waiting"]>): Escalation {
  const evidence = { messageId: waiting.quotedFrom.id, at: waiting.quotedFrom.at, quote: waiting.quote, because: "unanswered" };
  return { rule, reason: `Nobody has answered for ${rule.minutes} minutes of opening hours`, evidence: [evidence], isRequest: false };
}
