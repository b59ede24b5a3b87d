import fc from "fast-check";

const day = 86_400_000;
/** All of a history happens within the quarter before this instant, so that decay, windows and cycles come into play. */
export const historyEnd = Date.UTC(2026, 5, 1, 12);

export type MessageStep = {
  kind: "message";
  externalId: string;
  at: number;
  direction: "inbound" | "outbound";
  text: string;
  email: string | null;
  verified: boolean;
  /** Text the platform's author later puts in its place; null: not edited. */
  editedTo: string | null;
  retracted: boolean;
};
export type ActionStep = {
  kind: "action";
  externalId: string;
  at: number;
  action: string;
  reference: string | null;
  email: string | null;
  verified: boolean;
};
export type Step = MessageStep | ActionStep;

const customerWords = [
  "Hi there",
  "How much is a cleaning?",
  "magkano po ang whitening?",
  "Is the deluxe room better than the standard one?",
  "I'd like to book for Friday please",
  "yes please",
  "no thanks",
  "Your service is terrible, nobody answers me",
  "ok",
  "Thank you so much, you are great!",
  "I want to cancel my booking",
  "not interested anymore",
  "My name is Ana Cruz",
  "you can write me at ana.cruz@example.com or ben@example.org",
  "call me at +63 917 123 4567",
  "quiero reservar una mesa para dos",
  "this is for our company, a bulk order",
  "please don't write me any more",
  "",
];
const businessWords = [
  "Hello, how can I help?",
  "Shall I book it for you?",
  "We have the deluxe room at 3,500 a night. Would you like to reserve it?",
  "Your booking is confirmed for Friday at 10 am.",
  "Your order has been placed.",
  "Your booking has been cancelled.",
  "Your order has been delivered.",
  "I'll get back to you tomorrow.",
  "Sorry, I will send you the quote this afternoon.",
  "Which date do you need?",
  "Is there anything else I can help you with?",
  "Sorry, we are fully booked.",
];
const actions = [
  "booking_attempted",
  "booking_confirmed",
  "booking_cancelled",
  "purchase_completed",
  "purchase_refunded",
  "order_fulfilled",
  "link_clicked",
];

/** Quarters of days, so that ties in time are common. */
const at = fc.integer({ min: 0, max: 90 * 4 }).map((quarters) => historyEnd - 90 * day + (quarters * day) / 4);

const message = fc
  .record({
    at,
    isInbound: fc.boolean(),
    word: fc.nat(1000),
    edited: fc.option(fc.nat(1000), { freq: 4 }),
    retracted: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    email: fc.option(fc.constantFrom("ana.cruz@example.com", "a.cruz@example.net"), { freq: 4 }),
    verified: fc.boolean(),
  })
  .map(({ isInbound, word, edited, ...rest }): Omit<MessageStep, "externalId"> => {
    const words = isInbound ? customerWords : businessWords;
    const pick = (n: number) => words[n % words.length] ?? "";
    const direction = isInbound ? "inbound" : "outbound";
    return { kind: "message", direction, text: pick(word), editedTo: edited === null ? null : pick(edited), ...rest };
  });

const action = fc
  .record({
    at,
    action: fc.constantFrom(...actions),
    reference: fc.option(fc.constantFrom("r1", "r2"), { nil: null }),
    email: fc.option(fc.constantFrom("ana.cruz@example.com", "a.cruz@example.net"), { freq: 4 }),
    verified: fc.boolean(),
  })
  .map((fields): Omit<ActionStep, "externalId"> => ({ kind: "action", ...fields }));

/** What happened to one person, in any order of telling. */
export const history: fc.Arbitrary<Step[]> = fc
  .array(fc.oneof({ arbitrary: message, weight: 3 }, { arbitrary: action, weight: 1 }), { minLength: 1, maxLength: 14 })
  .map((steps) => steps.map((step, i) => ({ ...step, externalId: `f${i}` }) as Step));
