import { z } from "zod";
import { readText } from "../analyst.ts";
import type { EvalRecord } from "../records.ts";
import type { Prediction, Task } from "../task.ts";

/** Intents that must be found, that may be, and that the words are known to mislead to. All others must not be. */
const intentsRecord = z.object({
  text: z.string(),
  intents: z.array(z.string()),
  maybe: z.array(z.string()),
  never: z.array(z.string()).default([]),
});
const isIntents = (record: EvalRecord) => intentsRecord.safeParse(record).success;

function intentsOf(record: EvalRecord) {
  const { text, intents, maybe, never } = intentsRecord.parse(record);
  const found = readText(text).intents.map(({ intent }) => intent);
  const missing = intents.filter((intent) => !found.includes(intent));
  const wrong = found.filter((intent) => !intents.includes(intent) && !maybe.includes(intent));
  return { text, intents, never, found, missing, wrong };
}

/** One answer for each intent that is there or was found: its F1 is the micro-F1 over all intents. */
export const everyIntent: Task = {
  name: "every intent",
  positive: "found",
  fits: isIntents,
  predict: (record) => {
    const { text, intents, missing, wrong } = intentsOf(record);
    const answer = (intent: string, gold: string, predicted: string): Prediction => ({
      id: `${record.id} ${intent}`,
      gold,
      predicted,
      text,
    });
    return [
      ...intents.map((intent) => answer(intent, "found", missing.includes(intent) ? "missing" : "found")),
      ...wrong.map((intent) => answer(intent, "missing", "found")),
    ];
  },
};

/** Whether a text's intents are exactly right. */
export const exactIntents: Task = {
  name: "all intents of a text",
  fits: isIntents,
  predict: (record) => {
    const { text, intents, found, missing, wrong } = intentsOf(record);
    const gold = intents.join(" ") || "none";
    const isRight = missing.length === 0 && wrong.length === 0;
    return [{ id: record.id, gold, predicted: isRight ? gold : `“${found.join(" ")}”`, text, sure: missing.length + wrong.length }];
  },
};

/** Texts whose words mislead. */
export const misleading: Task = {
  name: "misleading words",
  fits: isIntents,
  predict: (record) => {
    const { text, never, wrong } = intentsOf(record);
    if (never.length === 0) return [];
    const misled = never.filter((intent) => wrong.includes(intent));
    return [{ id: record.id, gold: "no", predicted: misled.join(" ") || "no", text }];
  },
};

const outcome = /^(none|fulfilment|cannotResolve|(conversion|offer|revocation):(booking|purchase|other))$/;

/** What a message of the business is, with the kind of what it offers, confirms or takes back. */
export const businessMessage: Task = {
  name: "message of the business",
  fits: ({ text, label = "" }) => text !== undefined && outcome.test(label),
  predict: ({ id, text = "", label = "" }) => {
    const { conversion, revocation, fulfilment, cannotResolve, offer } = readText(text, { direction: "outbound" });
    const done = [
      ...(conversion ? [`conversion:${conversion.kind}`] : []),
      ...(revocation ? [`revocation:${revocation.kind}`] : []),
      ...(fulfilment ? ["fulfilment"] : []),
      ...(cannotResolve ? ["cannotResolve"] : []),
    ];
    const said = done.length > 0 ? done : offer ? [`offer:${offer.kind}`] : ["none"];
    return [{ id, gold: label, predicted: said.join(" + "), text }];
  },
};

/** Said in Manila on Wednesday 4 March 2026 at 10:00; `due` is a time of the clock there. */
const promiseRecord = z.object({ text: z.string(), promises: z.boolean(), due: z.string().optional() });
const isPromise = (record: EvalRecord) => promiseRecord.safeParse(record).success;
const manilaOffset = 8 * 3_600_000;

function promiseIn(text: string): string | null {
  const sentAt = Date.parse("2026-03-04T10:00:00Z") - manilaOffset;
  const [first] = readText(text, { direction: "outbound", sentAt, timeZone: "Asia/Manila" }).promises;
  return first ? new Date(first.dueAt + manilaOffset).toISOString().slice(0, 16) : null;
}

export const promise: Task = {
  name: "promise to come back",
  positive: "promise",
  fits: isPromise,
  predict: (record) => {
    const { text, promises } = promiseRecord.parse(record);
    return [{ id: record.id, gold: promises ? "promise" : "none", predicted: promiseIn(text) ? "promise" : "none", text }];
  },
};

export const promiseDue: Task = {
  name: "due time of a promise",
  fits: isPromise,
  predict: (record) => {
    const { text, due } = promiseRecord.parse(record);
    const said = due ? promiseIn(text) : null;
    return due && said ? [{ id: record.id, gold: due, predicted: said, text }] : [];
  },
};
