import type { ContactState, OpenQuestion } from "#core/model/contact-state.ts";
import type { Fact, MessageFact } from "#core/model/fact.ts";
import { conversionActions, revokingActions, type UnsureFinding } from "#core/model/vocabulary.ts";
import { consentIn } from "#core/rules/contactability/consent-words.ts";
import { named } from "#core/rules/named.ts";
import { conversionIn, revocationIn } from "./conversions.ts";

/** The most open questions that the state of one contact holds: above it the oldest are dropped. */
const mostQuestions = 5;

/** The state with what the fact leaves in doubt, and without the doubts that it settles. */
export function withQuestions(state: ContactState, fact: Fact): ContactState {
  const { questions = [] } = state;
  const settled = settledBy(fact);
  const open = settled.length === 0 ? questions : questions.filter(({ what }) => !settled.includes(what));
  const raised = questionsIn(fact).filter((question) => !isSettled(state, question));
  if (raised.length === 0 && open.length === questions.length) return state;
  return { ...state, questions: [...open, ...raised].slice(-mostQuestions) };
}

function questionsIn(fact: Fact): OpenQuestion[] {
  if (fact.type !== "message" || !isAskedAbout(fact)) return [];
  return (fact.reading.unsure ?? []).map((unsure) => ({ ...unsure, at: fact.at, id: fact.id }));
}

/** Nobody is asked about the past, about what others or a program say, nor about what we send unasked. */
function isAskedAbout({ history, forwarded, placeholder, author, purpose }: MessageFact): boolean {
  return !history && !forwarded && !placeholder && author !== "system" && (purpose === null || purpose === "reply");
}

/** True when a fact of the same instant, which may come before the message in the order of facts, has answered. */
function isSettled({ consents, engagement }: ContactState, { what, at }: OpenQuestion): boolean {
  if (what === "opt_out") return Object.values(consents).some((consent) => consent.at >= at);
  const reports = what === "promise" ? ["promise_made"] : [...Object.keys(conversionActions), ...Object.keys(revokingActions)];
  return reports.some((action) => (named(engagement.actions, action)?.at ?? Number.NEGATIVE_INFINITY) >= at);
}

/** The questions that a fact answers: a report or plain words about a booking or sale, a promise in plain words, a decision about consent. */
function settledBy(fact: Fact): UnsureFinding[] {
  const outcome: UnsureFinding[] = conversionIn(fact) || revocationIn(fact) ? ["confirmed", "revoked"] : [];
  switch (fact.type) {
    case "message":
      if (fact.direction === "inbound") return consentIn(fact.text, fact.reading) ? ["opt_out"] : [];
      return fact.reading.promises.length > 0 ? [...outcome, "promise"] : outcome;
    case "action":
      return fact.promise ? ["promise"] : outcome;
    case "consent":
      return ["opt_out"];
    default:
      return [];
  }
}
