import type { AnalysisInput, Reading } from "#core/model/reading.ts";
import { readMessage } from "#core/rules/analysis/index.ts";

/** Wednesday 4 March 2026, 10:00 in Manila. */
export const wednesdayMorning = Date.parse("2026-03-04T02:00:00Z");

const input: AnalysisInput = {
  text: "",
  direction: "inbound",
  author: "customer",
  sentAt: wednesdayMorning,
  timeZone: "Asia/Manila",
  region: "PH",
  ownIntents: [],
};

/** A customer's message. */
export function heard(text: string, given: Partial<AnalysisInput> = {}): Reading {
  return readMessage({ ...input, text, ...given });
}

/** A message of the business. */
export function said(text: string, given: Partial<AnalysisInput> = {}): Reading {
  return readMessage({ ...input, text, direction: "outbound", author: "staff", ...given });
}

export const intentsIn = (text: string) => heard(text).intents.map(({ intent }) => intent);
