import type { EscalationRule } from "#core/model/escalation.ts";
import type { PlannedCall, PlannedEscalations } from "#core/model/operations/plan.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Context } from "#core/ports/context.ts";
import { replayRule, type WouldBeAlert } from "#core/rules/escalations/replay.ts";
import { type AlteredRule, alteredRules } from "#core/rules/settings-plan/altered-rules.ts";
import { day } from "#core/rules/time.ts";
import { visitRecentContacts } from "#core/usecases/escalation-rules/recent-contacts.ts";

/** How far a plan looks back. */
const days = 30;
/** Calls that are shown of each rule. */
const mostShown = 5;
/** How many messages are gone through at most, over all rules, and of how many contacts. */
const most = { replayed: 20_000, contacts: 1_000 };

type CountedRule = AlteredRule & { counted: { before: number; after: number }; newest: PlannedCall[] };

/** How often the rules that a draft may move would have called staff in the 30 days before `asOf` (ms since 1970), before and after. */
export async function plannedEscalations(ctx: Context, base: Settings, draft: Settings, asOf: number): Promise<PlannedEscalations> {
  const rules = alteredRules(base, draft).map((altered): CountedRule => ({ ...altered, counted: { before: 0, after: 0 }, newest: [] }));
  if (rules.length === 0) return { days, isComplete: true, rules: [] };
  const span = { from: asOf - days * day, until: asOf };
  const messages = Math.ceil(most.replayed / (2 * rules.length));
  const { isComplete } = await visitRecentContacts(
    ctx,
    { from: span.from, most: { contacts: most.contacts, messages, messagesOfContact: messages }, hasTags: rules.some(asksTags) },
    (of) => {
      const callsOf = (rule: EscalationRule | null, settings: Settings) => (rule === null ? [] : replayRule(rule, of, settings, span));
      for (const rule of rules) {
        const after = callsOf(rule.after, draft);
        rule.counted.before += callsOf(rule.before, base).length;
        rule.counted.after += after.length;
        rule.newest = newestOf([...rule.newest, ...after.map(toCall)]);
      }
    },
  );
  return { days, isComplete, rules: rules.map(({ ruleId, counted, newest }) => ({ ruleId, ...counted, newest })) };
}

function asksTags({ before, after }: AlteredRule): boolean {
  return [before, after].some((rule) => rule !== null && rule.only.tag.length > 0);
}

/** The words are read again when they are shown: a plan outlives people who are erased. */
function toCall({ contactId, conversationId, at, evidence }: WouldBeAlert): PlannedCall {
  return { contactId, conversationId, messageId: evidence[0]?.messageId ?? null, at };
}

const newestOf = (calls: readonly PlannedCall[]): PlannedCall[] => calls.toSorted((a, b) => b.at - a.at).slice(0, mostShown);
