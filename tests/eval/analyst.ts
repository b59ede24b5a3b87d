import type { AnalysisInput, Reading } from "#core/model/reading.ts";
import { readMessage } from "#core/rules/analysis/index.ts";
import type { EvalRecord } from "./records.ts";

export function readText(text: string, given: Partial<AnalysisInput> = {}): Reading {
  const direction = given.direction ?? "inbound";
  const author = direction === "inbound" ? "customer" : "bot";
  return readMessage({ text, direction, author, sentAt: 1_700_000_000_000, timeZone: "UTC", region: null, ownIntents: [], ...given });
}

export type ReadTurn = { role: "customer" | "agent"; text: string; reading: Reading; lastOutbound: Reading | null };

/** Readings of all turns, each with that of the last message of the business before it. */
export function readTurns(record: EvalRecord): ReadTurn[] {
  let lastOutbound: Reading | null = null;
  return (record.turns ?? []).map(({ role, text }) => {
    const reading = readText(text, { direction: role === "agent" ? "outbound" : "inbound" });
    const turn = { role, text, reading, lastOutbound };
    if (role === "agent") lastOutbound = reading;
    return turn;
  });
}
