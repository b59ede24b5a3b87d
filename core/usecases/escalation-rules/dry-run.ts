import type { EscalationRule } from "#core/model/escalation.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { dateAt } from "#core/rules/days.ts";
import { replayRule, type WouldBeAlert } from "#core/rules/escalations/replay.ts";
import { reservedRuleIds } from "#core/rules/escalations/reserved-ids.ts";
import { day } from "#core/rules/time.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { factsOf } from "#core/usecases/contact-change/fold-contact.ts";
import { idFromName } from "#core/usecases/id-from-name.ts";
import { yieldToEventLoop } from "#core/usecases/operations/yield-to-event-loop.ts";
import { requireRuleReferences } from "#core/usecases/settings/require-references.ts";
import type { NewRule } from "./create-rule.ts";
import { refuseFaultyRule } from "./rule-report.ts";
import { checkRule, ruleIn } from "./rules.ts";

/** The longest span that is looked at. */
export const mostDays = 90;
/** Alerts that are shown. */
const mostShown = 50;
/** What one dry run reads at most; a contact with very many messages is left out, so that nobody waits for it. */
const most = { contacts: 5_000, messages: 20_000, messagesOfContact: 2_000 };
const pageSize = 100;

/** An alert that would have been raised, and about whom. */
export type ShownWouldBe = WouldBeAlert & { contact: ContactRecord };

/**
 * How often a rule would have called staff. `perDay` is in the agent's zone, days without an alert left out; `alerts` are the newest.
 * `isComplete`: false when there was more than one dry run reads; contacts who wrote last come first.
 */
export type DryRunReport = {
  from: number;
  until: number;
  count: number;
  perDay: { date: string; count: number }[];
  alerts: ShownWouldBe[];
  contacts: number;
  messages: number;
  isComplete: boolean;
};

/** What the rule of the settings would have raised in the last so many days. Changes nothing. */
export async function dryRunRule(ctx: Context, { id, days }: { id: string; days: number }): Promise<DryRunReport> {
  const { document } = await ctx.store.settings.current();
  const report = await dryRun(ctx, ruleIn(document.escalations.rules, id), document, days);
  return retrying(ctx, () => commit(ctx, new ChangeSet(), report));
}

/** The same of a rule that is not in the settings. */
export async function dryRunNewRule(ctx: Context, { rule: given, days }: { rule: NewRule; days: number }): Promise<DryRunReport> {
  const { document } = await ctx.store.settings.current();
  const rule = checkRule({ ...given, id: given.id ?? idFromName(given.name, "rule", (free) => !reservedRuleIds.has(free)) });
  refuseFaultyRule({ ...document, escalations: { ...document.escalations, rules: [rule] } }, rule, "/rule");
  await requireRuleReferences(ctx, new ChangeSet(), rule, "/rule");
  const report = await dryRun(ctx, rule, document, days);
  return retrying(ctx, () => commit(ctx, new ChangeSet(), report));
}

/** A rule that is off is tried as if it were on. */
async function dryRun(ctx: Context, given: EscalationRule, settings: Settings, days: number): Promise<DryRunReport> {
  const rule = { ...given, enabled: true };
  const span = { from: ctx.now() - days * day, until: ctx.now() };
  const tally = new DryRunTally(settings.timeZone);
  const branches = await ctx.store.labels.branches();
  for (let cursor: string | null = null; ; ) {
    const page = await ctx.store.contacts.list({ lastSeenAfter: span.from }, { by: "lastSeenAt", descending: true }, { limit: pageSize, cursor });
    for (const contact of page.data) {
      if (!tally.hasRoomFor(contact)) continue;
      tally.add(contact, replayRule(rule, { ...(await known(ctx, contact, rule)), branches }, settings, span));
      await yieldToEventLoop(ctx);
    }
    cursor = page.nextCursor;
    if (cursor === null || tally.isFull) return tally.report(span, cursor === null);
  }
}

async function known(ctx: Context, contact: ContactRecord, rule: EscalationRule) {
  const facts = factsOf(await ctx.store.contacts.facts(contact.id));
  const conversations = await ctx.store.conversations.ofContact(contact.id);
  const tagged = rule.only.tag.length === 0 ? [] : ((await ctx.store.labels.tagsOf([contact.id])).get(contact.id) ?? []);
  return { contact, facts, conversations, tags: tagged.map(({ id }) => id) };
}

/** Adds up what would have been raised, in memory that does not grow with it. */
class DryRunTally {
  readonly #timeZone: string;
  readonly #perDay = new Map<string, number>();
  #shown: ShownWouldBe[] = [];
  #contacts = 0;
  #messages = 0;
  #hasLeftOut = false;

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  get isFull(): boolean {
    return this.#contacts >= most.contacts || this.#messages >= most.messages;
  }

  hasRoomFor({ messageCount }: ContactRecord): boolean {
    const hasRoom = !this.isFull && messageCount <= most.messagesOfContact;
    this.#hasLeftOut ||= !hasRoom;
    return hasRoom;
  }

  add(contact: ContactRecord, alerts: readonly WouldBeAlert[]): void {
    this.#contacts += 1;
    this.#messages += contact.messageCount;
    for (const { at } of alerts) {
      const date = dateAt(at, this.#timeZone);
      this.#perDay.set(date, (this.#perDay.get(date) ?? 0) + 1);
    }
    if (alerts.length > 0)
      this.#shown = [...this.#shown, ...alerts.map((alert) => ({ ...alert, contact }))].sort((a, b) => b.at - a.at).slice(0, mostShown);
  }

  report({ from, until }: { from: number; until: number }, isLast: boolean): DryRunReport {
    const perDay = [...this.#perDay].map(([date, count]) => ({ date, count })).sort((a, b) => (a.date < b.date ? -1 : 1));
    const count = perDay.reduce((sum, one) => sum + one.count, 0);
    const isComplete = isLast && !this.#hasLeftOut;
    return { from, until, count, perDay, alerts: this.#shown, contacts: this.#contacts, messages: this.#messages, isComplete };
  }
}
