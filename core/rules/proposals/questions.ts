import type { OpenQuestion } from "#core/model/contact-state.ts";
import type { ProposalEvidence, ProposalRecord } from "#core/model/people/merge.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { type ConversionKind, conversionKinds } from "#core/model/vocabulary.ts";

/** A question that may be asked, and the score of its contact. */
export type Candidate = { contactId: string; score: number; question: OpenQuestion };

/** The key of the proposal: staff are asked about one message once. */
export const questionKey = ({ id }: Pick<OpenQuestion, "id">): string => `question:${id}`;

/** What staff may be asked about a contact. Somebody who is opted out, or about whose wish staff are asked already, is not asked about again. */
export function questionsOf({ state, optedOut }: Pick<ContactRecord, "state" | "optedOut">): readonly OpenQuestion[] {
  const nearMiss = state.engagement.nearMiss?.id;
  return (state.questions ?? []).filter(({ what, id }) => what !== "opt_out" || (!optedOut && id !== nearMiss));
}

/** True when both ask the same about the same words. */
export function isSameQuestion(a: OpenQuestion, b: OpenQuestion): boolean {
  const parts = ({ id, what, quote, after, kind, dueAt }: OpenQuestion) => JSON.stringify([id, what, quote, after, kind, dueAt]);
  return parts(a) === parts(b);
}

const worth = (what: OpenQuestion["what"]): number => (["confirmed", "revoked"].includes(what) ? 0 : what === "opt_out" ? 1 : 2);

/** What has been booked or sold comes first, then who wants to be left alone, then promises; of equals the higher score, then the surer. */
export function mostValuableFirst(a: Candidate, b: Candidate): number {
  return worth(a.question.what) - worth(b.question.what) || b.score - a.score || b.question.sure - a.question.sure;
}

/** What the proposal of a question holds besides its key. */
export function contentOf({ what, id, quote, after, kind, dueAt }: OpenQuestion): Pick<ProposalRecord, "kind" | "value" | "evidence"> {
  const before: ProposalEvidence[] = after === undefined ? [] : [{ kind: "said_before", detail: after, messageId: null }];
  const due = dueAt === undefined ? null : new Date(dueAt).toISOString();
  return { kind: what, value: kind ?? due, evidence: [{ kind: "unsure", detail: quote, messageId: id }, ...before] };
}

/** What people state by saying yes: the name of an action. */
export function actionFor({ kind, value }: Pick<ProposalRecord, "kind" | "value">, standing: readonly ConversionKind[]): string {
  const guessed = conversionKinds.find((each) => each === value) ?? "booking";
  if (kind === "promise") return "promise_made";
  if (kind === "confirmed") return guessed === "booking" ? "booking_confirmed" : "purchase_completed";
  // What is revoked is what stands, where nothing of the kind that the words suggest does.
  const revoked = standing.includes(guessed) ? guessed : (standing[0] ?? guessed);
  return revoked === "booking" ? "booking_cancelled" : "purchase_refunded";
}
