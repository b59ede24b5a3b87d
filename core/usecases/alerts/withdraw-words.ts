import type { ContactRecord } from "#core/model/records.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { quotingWait, summaryWithoutWithdrawn, type WithdrawnWords, withoutWithdrawn } from "#core/rules/alerts/withdrawn-words.ts";
import { conversationStateOf } from "#core/rules/conversations/state-of.ts";
import type { ChangedContact } from "#core/usecases/contact-change/contact-change.ts";
import { writeAlert } from "./change-alert.ts";
import { withWritten } from "./written-alerts.ts";

/**
 * Takes the words of messages that were taken back or edited out of the alerts and the summaries that quote them, in the commit
 * that changes the messages and after their new words have called staff. Reads nothing where no message was.
 */
export async function withdrawWords(ctx: Context, changes: ChangeSet, changed: readonly ChangedContact[]): Promise<void> {
  for (const one of changed) {
    if (one.withdrawn.length === 0) continue;
    const words = wordsNow(one);
    await quoteAnewInAlerts(ctx, changes, one.after, words);
    await quoteAnewInSummaries(ctx, changes, one.after.id, words);
  }
}

function wordsNow({ withdrawn, facts }: ChangedContact): WithdrawnWords {
  const said = new Map(facts.flatMap((fact) => (fact.type === "message" ? [[fact.id, fact.text]] : [])));
  return new Map(withdrawn.map((id) => [id, said.get(id) ?? null]));
}

async function quoteAnewInAlerts(ctx: Context, changes: ChangeSet, contact: ContactRecord, words: WithdrawnWords): Promise<void> {
  const stored = await ctx.store.alerts.quoting(contact.id, [...words.keys()]);
  for (const { before, alert } of withWritten(changes, stored)) {
    const waiting = conversationStateOf(contact, alert.conversationId)?.waiting ?? null;
    const after = withoutWithdrawn(quotingWait(alert, waiting), words, ctx.now());
    if (after !== alert) writeAlert(ctx, changes, before, after);
  }
}

async function quoteAnewInSummaries(ctx: Context, changes: ChangeSet, contactId: string, words: WithdrawnWords): Promise<void> {
  for (const decision of await ctx.store.conversations.decisionsQuoting(contactId, [...words.keys()])) {
    const summary = decision.summary && summaryWithoutWithdrawn(decision.summary, words);
    if (summary !== decision.summary) changes.put("conversationDecisions", { ...decision, summary });
  }
}
