import { emptyState } from "#core/model/contact-state.ts";
import type { MessageFact } from "#core/model/fact.ts";
import type { AnalysisInput, Reading } from "#core/model/reading.ts";
import { readMessage } from "#core/rules/analysis/index.ts";
import { ownWords } from "#core/rules/analysis/own-words.ts";
import { everyMessage, readFacts } from "#core/rules/fold/read-facts.ts";
import type { EvalRecord } from "./records.ts";

type Role = "customer" | "agent";
/** `minutes` after the first turn; by default one apart. */
type SaidTurn = { role: Role; text: string; minutes?: number | undefined };

/** When the conversations of data sets begin: a Tuesday, 22:13 in UTC. */
export const begins = 1_700_000_000_000;
const minute = 60_000;

/** The analyst's own reading of a text alone. */
function readAlone(text: string, given: Partial<AnalysisInput> = {}): Reading {
  const direction = given.direction ?? "inbound";
  const author = direction === "inbound" ? "customer" : "bot";
  return readMessage({ text, direction, author, sentAt: begins, timeZone: "UTC", region: null, ownIntents: [], ...given });
}

/** The reading of a text that stands alone in its conversation. */
export function readText(text: string, given: Partial<AnalysisInput> = {}): Reading {
  const { direction = "inbound" } = given;
  const fact = factOf({ role: direction === "inbound" ? "customer" : "agent", text }, 0, readAlone(text, given));
  return readingsOf([fact])[0] ?? fact.reading;
}

export type ReadTurn = { role: Role; text: string; reading: Reading; lastOutbound: Reading | null };

/** Readings of all turns, each as an answer to those before it, and with that of the last message of the business. */
export function readTurns(record: Pick<EvalRecord, "turns">): ReadTurn[] {
  const facts = factsOf(record.turns ?? []);
  const readings = readingsOf(facts);
  let lastOutbound: Reading | null = null;
  return (record.turns ?? []).map(({ role, text }, at) => {
    const reading = readings[at] ?? readAlone(text);
    const turn = { role, text, reading, lastOutbound };
    if (role === "agent") lastOutbound = reading;
    return turn;
  });
}

/** The turns of one conversation as facts, each with the analyst's own reading. */
export function factsOf(turns: readonly SaidTurn[]): MessageFact[] {
  return turns.map((turn, index) => {
    const direction = turn.role === "agent" ? "outbound" : "inbound";
    const sentAt = begins + (turn.minutes ?? index) * minute + index;
    return factOf(turn, index, readAlone(ownWords({ text: turn.text, direction }), { direction, sentAt }), sentAt);
  });
}

function factOf({ role, text }: SaidTurn, index: number, reading: Reading, at = begins): MessageFact {
  const direction = role === "agent" ? "outbound" : "inbound";
  return {
    type: "message",
    at,
    id: `turn_${String(index).padStart(4, "0")}`,
    direction,
    author: direction === "outbound" ? "staff" : "customer",
    purpose: null,
    source: "whatsapp",
    conversationId: "conversation",
    text: ownWords({ text, direction }),
    media: [],
    forwarded: false,
    placeholder: false,
    history: false,
    sender: null,
    reading,
  };
}

function readingsOf(facts: readonly MessageFact[]): Reading[] {
  return readFacts(emptyState(begins), facts, everyMessage).facts.flatMap((fact) => (fact.type === "message" ? [fact.reading] : []));
}
