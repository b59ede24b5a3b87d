import type { ConversationMemory, ConversationMessage } from "#core/model/conversation.ts";
import { answers, putsOff, stanceOf } from "./answers.ts";
import { moodOf, mostMoods } from "./frustration.ts";
import { asksAgain, isSameQuestion } from "./same-question.ts";
import { leavesNothingOpen, wantsAnswer } from "./wants-answer.ts";

/** How many questions of the customer are remembered. */
const mostAsked = 3;

/** What is remembered of a conversation after one more message, in the order of the messages. */
export function followConversation(before: ConversationMemory, message: ConversationMessage): ConversationMemory {
  return message.direction === "inbound" ? afterTheirs(before, message) : afterOurs(before, message);
}

/**
 * What the customer asked before and asks again with this message, in the same or other words or by "hello?" while it waits; null:
 * nothing. `before` is what is remembered of the messages before it.
 */
export function askedBefore(before: ConversationMemory, { text, direction }: ConversationMessage): ConversationMemory["asked"][number] | null {
  if (direction !== "inbound") return null;
  if (asksAgain(text)) return before.waiting && before.waiting.because !== "greeting" ? before.waiting : null;
  return before.asked.findLast(({ quote }) => isSameQuestion(quote, text, before.waiting !== null)) ?? null;
}

function afterTheirs(before: ConversationMemory, message: ConversationMessage): ConversationMemory {
  const { at, id, reading } = message;
  const wanted = wantsAnswer(message, before);
  const closes = wanted === null && leavesNothingOpen(message, before);
  const asks = wanted !== null && (wanted.because === "question" || reading.question !== null);
  return {
    ...before,
    waiting: wanted ? waitingWith(before, { at, id, ...wanted, quotedFrom: { at, id } }) : closes ? null : before.waiting,
    held: wanted || closes ? null : before.held,
    closed: wanted ? null : closes ? { at, id, quote: message.text.trim().slice(0, 200) } : before.closed,
    asked: asks ? [...before.asked, { at, id, quote: wanted.quote }].slice(-mostAsked) : before.asked,
    moods: [...before.moods, moodOf(message)].slice(-mostMoods),
  };
}

/** The wait began with its first words; those that say more than a greeting are shown, and urgent ones always. */
function waitingWith({ waiting }: ConversationMemory, wanted: NonNullable<ConversationMemory["waiting"]>): ConversationMemory["waiting"] {
  if (waiting === null) return wanted;
  const isUrgent = wanted.because === "human_request" || wanted.because === "complaint";
  const shows = isUrgent || waiting.because === "greeting";
  return shows ? { ...wanted, at: waiting.at, id: waiting.id } : waiting;
}

function afterOurs(before: ConversationMemory, message: ConversationMessage): ConversationMemory {
  const { at, id, reading } = message;
  if (answers(message, before.waiting)) return { ...before, waiting: null, held: null, closed: null, ours: { at, id, stance: stanceOf(message) } };
  return putsOff(message) ? { ...before, held: { at, id, promised: reading.promises.length > 0 } } : before;
}
