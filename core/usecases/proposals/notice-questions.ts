import type { ProposalRecord } from "#core/model/people/merge.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { localDayStart } from "#core/rules/contactability/local-day.ts";
import { type Candidate, contentOf, isSameQuestion, mostValuableFirst, questionKey, questionsOf } from "#core/rules/proposals/questions.ts";
import type { ChangedContact } from "#core/usecases/contact-change/contact-change.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";
import { decideProposal } from "./decide-proposal.ts";
import { draftProposal } from "./draft-proposal.ts";

/**
 * Asks staff what messages mean that may say something, in the commit that stores them: the most valuable first, and only so many a day of
 * the business as the settings say. Questions that a fact has answered, or whose message has gone, are withdrawn. Reads nothing when there are none.
 */
export async function noticeQuestions(
  ctx: Context,
  changes: ChangeSet,
  touched: readonly ChangedContact[],
  { isShown = true }: { isShown?: boolean } = {},
): Promise<void> {
  for (const change of touched) await withdrawSettled(ctx, changes, change);
  const raised = touched.flatMap(raisedBy).sort(mostValuableFirst);
  if (raised.length === 0) return;
  const { questions, timeZone } = (await ctx.store.settings.current()).document;
  if (questions.perDay === 0) return;
  const known = new Map((await ctx.store.proposals.withKeys(raised.map(({ question }) => questionKey(question)))).map((row) => [row.key, row]));
  let left = questions.perDay - (await ctx.store.proposals.questionsSince(localDayStart(ctx.now(), timeZone)));
  for (const candidate of raised) {
    const before = known.get(questionKey(candidate.question));
    const isDecided = before?.state === "accepted" || before?.state === "rejected";
    // A question that is still open takes the new words of its message; it has been counted.
    if (isDecided || (left <= 0 && before?.state !== "open")) continue;
    if (before?.state !== "open") left -= 1;
    ask(ctx, changes, candidate, { before, isShown });
  }
}

/** Questions about the messages that the change brings, not about older ones that read differently after it. */
function raisedBy({ before, after, facts }: ChangedContact): Candidate[] {
  const brought = new Set(facts.map(({ id }) => id));
  const was = before ? questionsOf(before) : [];
  return questionsOf(after)
    .filter((question) => brought.has(question.id) && !was.some((asked) => isSameQuestion(asked, question)))
    .map((question) => ({ contactId: after.id, score: after.score, question }));
}

/** Withdraws what is no longer in question, and takes words that were taken back or edited out of the questions that quote them. */
async function withdrawSettled(ctx: Context, changes: ChangeSet, change: ChangedContact): Promise<void> {
  const { before, after, actor, withdrawn } = change;
  const still = new Set(questionsOf(after).map(questionKey));
  const settled = new Set((before ? questionsOf(before) : []).map(questionKey).filter((key) => !still.has(key)));
  const keys = new Set([...settled, ...withdrawn.map((id) => questionKey({ id }))]);
  if (keys.size === 0) return;
  const decided = new Set((changes.removals.proposals ?? []).map(({ id }) => id));
  for (const proposal of await ctx.store.proposals.withKeys([...keys])) {
    if (decided.has(proposal.id)) continue;
    const quoted = withoutGoneWords(proposal, change);
    const isAskedAnew = still.has(proposal.key) && (proposal.state === "open" || proposal.state === "withdrawn");
    // The decision names the actor of this contact's change, since a commit may serve several actors.
    if (proposal.state === "open" && settled.has(proposal.key)) decideProposal({ ...ctx, actor }, changes, quoted, "withdrawn");
    else if (quoted !== proposal && !isAskedAnew) {
      changes.replace("proposals", proposal, quoted);
      showCard(ctx, changes, "proposal", proposal.id);
    }
  }
}

/** The question without words that its message says no longer; the same object where it still says them. */
function withoutGoneWords(proposal: ProposalRecord, { withdrawn, facts }: ChangedContact): ProposalRecord {
  const texts = new Map(facts.flatMap((fact) => (fact.type === "message" ? [[fact.id, fact.text] as const] : [])));
  const isSaid = ({ messageId, detail }: ProposalRecord["evidence"][number]) =>
    messageId === null || !withdrawn.includes(messageId) || (texts.get(messageId)?.includes(detail) ?? false);
  const evidence = proposal.evidence.filter(isSaid);
  return evidence.length === proposal.evidence.length ? proposal : { ...proposal, evidence };
}

type Known = { before: ProposalRecord | undefined; isShown: boolean };

function ask(ctx: Context, changes: ChangeSet, { contactId, question }: Candidate, { before, isShown }: Known): void {
  const draft = draftProposal(ctx, { key: questionKey(question), contactId, ...contentOf(question) });
  // The message was edited, so what was asked about it is asked anew under the same id.
  const proposal = before ? { ...draft, id: before.id } : draft;
  if (before) changes.replace("proposals", before, proposal);
  else changes.insert("proposals", proposal);
  if (isShown) showCard(ctx, changes, "proposal", proposal.id);
}
