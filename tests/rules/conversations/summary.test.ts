import { expect, it } from "vitest";
import { noConversationState } from "#core/model/conversation.ts";
import { type SummarizedMessage, summaryOf } from "#core/rules/conversations/summary.ts";
import { reading } from "#tests/support/people/said.ts";

const at = 1_000_000;
let count = 0;

function message(text: string, found: Parameters<typeof reading>[0] = {}, more: Partial<SummarizedMessage> = {}): SummarizedMessage {
  count += 1;
  return {
    id: `msg_${String(count).padStart(3, "0")}`,
    sentAt: at + count,
    direction: "inbound",
    text,
    forwarded: false,
    reading: reading(found),
    ...more,
  };
}

const intent = (name: string, quote: string) => ({ intents: [{ intent: name, quote }] });

it("says what they want, with their words, the newest of each kind", () => {
  const said = [
    message("Hi", intent("greeting", "Hi")),
    message("How much is it?", intent("pricing_question", "How much is it?")),
    message("I want my money back", intent("refund_request", "my money back")),
    message("How much is a large one?", intent("pricing_question", "How much is a large one?")),
    message("Is there parking?", { question: { quote: "Is there parking?" } }),
  ];

  const { wants } = summaryOf([...said].reverse(), undefined);

  expect(wants.map(({ what, quote }) => [what, quote])).toEqual([
    ["refund_request", "my money back"],
    ["pricing_question", "How much is a large one?"],
    ["question", "Is there parking?"],
  ]);
});

it("names a question once, whether or not its intent was found", () => {
  const { wants } = summaryOf([message("How much?", { ...intent("pricing_question", "How much"), question: { quote: "How much?" } })], undefined);

  expect(wants.map(({ what }) => what)).toEqual(["pricing_question"]);
});

it("says what our side has promised, and nothing that the customer has", () => {
  const promises = [{ quote: "I will call you tomorrow", dueAt: at + 86_400_000 }];

  const { promised } = summaryOf(
    [message("ok", { promises }), message("I will call you tomorrow", { promises }, { direction: "outbound" })],
    undefined,
  );

  expect(promised).toMatchObject([{ quote: "I will call you tomorrow", dueAt: at + 86_400_000 }]);
});

it("leaves out what was passed on from somebody else", () => {
  expect(summaryOf([message("I want a refund", intent("refund_request", "a refund"), { forwarded: true })], undefined).wants).toEqual([]);
});

it("says in which mood they are, and what waits for an answer", () => {
  const mood = (id: string, sentiment: number | null, quote: string) => ({ id, at, sentiment, complaint: false, abuse: false, quote });
  const quotedFrom = { id: "msg_9", at: at + 9 };
  const waiting = { id: "msg_8", at: at + 8, quote: "Where is it?", because: "question" as const, quotedFrom };
  const state = {
    ...noConversationState,
    waiting,
    moods: [mood("msg_1", -0.9, "terrible"), mood("msg_2", null, "ok"), mood("msg_3", -0.3, "not nice")],
  };

  const summary = summaryOf([], state);

  expect(summary.mood).toMatchObject({ tone: -0.6, quotes: [{ messageId: "msg_1", quote: "terrible" }, { quote: "not nice" }] });
  expect(summary.open).toEqual([{ messageId: "msg_9", quote: "Where is it?", at: at + 9, because: "question" }]);
  expect(summaryOf([], undefined)).toEqual({ wants: [], promised: [], mood: { tone: null, quotes: [] }, open: [] });
});

it("keeps to a few quotes of at most 200 characters, however much is said", () => {
  const long = "x".repeat(1000);
  const said = Array.from({ length: 100 }, (_, at) => message(long, { ...intent(`own_${at}`, ""), promises: [] }));

  const { wants } = summaryOf(said, undefined);

  expect(wants).toHaveLength(4);
  expect(wants.every(({ quote }) => quote.length === 200)).toBe(true);
});
