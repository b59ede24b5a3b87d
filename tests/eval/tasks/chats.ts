import { emptyState } from "#core/model/contact-state.ts";
import type { Reading } from "#core/model/reading.ts";
import { decide } from "#core/rules/contact/decide.ts";
import { foldAll } from "#core/rules/fold/fold.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { begins, factsOf, readTurns } from "../analyst.ts";
import type { EvalRecord } from "../records.ts";
import type { Prediction, Task } from "../task.ts";
import { levelOf } from "./sentiment.ts";

/*
 * Lines and conversations of chats: one labelled turn after the turns before it, or a whole conversation. A label that is left out is open to
 * taste and not asked about; a list takes any of its answers.
 */

const settings = defaultSettings();
const minute = 60_000;

/** The labelled turns of a record: the line itself, or the labelled turns of a conversation. */
function linesOf(record: EvalRecord): { id: string; role: "customer" | "agent"; text: string; labels: Labels; reading: Reading }[] {
  const { context = [], role, text, labels, turns } = record;
  if (turns) {
    return readTurns(record).flatMap(({ role: speaker, text: said, reading }, at) => {
      const own = turns[at]?.labels;
      return own ? [{ id: `${record.id}#${at}`, role: speaker, text: said, labels: own, reading }] : [];
    });
  }
  if (role === undefined || text === undefined || labels === undefined) return [];
  const reading = readTurns({ turns: [...context, { role, text }] }).at(-1)?.reading;
  return reading ? [{ id: record.id, role, text: [...context.map((turn) => turn.text), text].join(" / "), labels, reading }] : [];
}

type Labels = Readonly<Record<string, unknown>>;
type Line = ReturnType<typeof linesOf>[number];

const read = new WeakMap<EvalRecord, Line[]>();
function known(record: EvalRecord): Line[] {
  const held = read.get(record) ?? linesOf(record);
  read.set(record, held);
  return held;
}

const isChat = (record: EvalRecord) =>
  record.lang !== undefined && (record.role !== undefined || record.turns !== undefined) && record.labels !== undefined;
const yesNo = (value: boolean) => (value ? "yes" : "no");
const grouped = ({ lang = "", writer }: EvalRecord) => ({ language: lang, writer: String(writer ?? "") });

/** A yes-or-no label of one side's turns. `gold` undefined: open to taste. */
function flag(name: string, role: Line["role"], gold: (labels: Labels) => boolean | undefined, said: (reading: Reading) => boolean): Task {
  return {
    name,
    positive: "yes",
    fits: isChat,
    predict: (record) =>
      known(record).flatMap((line): Prediction[] => {
        const right = line.role === role ? gold(line.labels) : undefined;
        return right === undefined
          ? []
          : [{ id: line.id, gold: yesNo(right), predicted: yesNo(said(line.reading)), text: line.text, groups: grouped(record) }];
      }),
  };
}

const labelled = (name: string) => (labels: Labels) => (typeof labels[name] === "boolean" ? labels[name] : undefined);
const says =
  (...names: string[]) =>
  ({ intents }: Reading) =>
    intents.some(({ intent }) => names.includes(intent));
const outcome = (labels: Labels, test: (outcome: string) => boolean) => (typeof labels.conversion === "string" ? test(labels.conversion) : undefined);
const isRevoked = (conversion: string) => conversion === "cancelled" || conversion === "refunded";

const lines: readonly Task[] = [
  flag(
    "confirmed",
    "agent",
    (labels) => (labels.conversion === "rescheduled" ? undefined : outcome(labels, (found) => found === "confirmed")),
    ({ conversion }) => conversion !== null && conversion.moved !== true,
  ),
  flag(
    "revoked",
    "agent",
    (labels) => (labels.partial === true ? undefined : outcome(labels, isRevoked)),
    ({ revocation }) => revocation !== null,
  ),
  flag(
    "moved booking stands",
    "agent",
    (labels) => (labels.conversion === "rescheduled" ? true : undefined),
    ({ revocation, conversion }) => revocation === null || conversion !== null,
  ),
  flag("tentative", "agent", labelled("tentative"), ({ tentative }) => (tentative ?? null) !== null),
  flag("promise", "agent", labelled("promise"), ({ promises }) => promises.length > 0),
  flag("asks", "agent", labelled("asks"), ({ question, offer }) => question !== null || offer !== null),
  flag("cannot", "agent", labelled("cannot"), ({ cannotResolve }) => cannotResolve !== null),
  flag("buying intent", "customer", labelled("buying_intent"), says("purchase_intent", "booking_request")),
  flag("price question", "customer", labelled("pricing_question"), says("pricing_question")),
  flag("comparison", "customer", labelled("comparison"), says("comparison")),
  flag("negotiation", "customer", labelled("negotiation"), says("negotiation")),
  flag("complaint", "customer", labelled("complaint"), says("complaint")),
  flag("wants to cancel", "customer", labelled("cancellation"), says("cancellation")),
  flag("person asked for", "customer", labelled("human_request"), says("human_request")),
  flag(
    "question",
    "customer",
    labelled("question"),
    ({ question, intents }) => question !== null || intents.some(({ intent }) => asking.includes(intent)),
  ),
  flag("thanks", "customer", labelled("thanks"), says("thanks")),
  flag("spam", "customer", labelled("spam"), says("spam")),
  flag("gone elsewhere", "customer", labelled("elsewhere"), says("not_interested")),
  flag("opts out, or nearly", "customer", ({ opt_out }) => (typeof opt_out === "string" ? opt_out !== "no" : undefined), says("opt_out")),
];

const asking: readonly string[] = [
  "information_request",
  "pricing_question",
  "comparison",
  "negotiation",
  "booking_request",
  "purchase_intent",
  "human_request",
  "complaint",
  "refund_request",
];

const side = (level: string) => level.replace("very_", "");

/** Tone of customers' turns; `to` reduces five levels. */
function tone(name: string, to: (level: string) => string): Task {
  return {
    name,
    fits: isChat,
    predict: (record) =>
      known(record).flatMap((line): Prediction[] => {
        const { sentiment, sentiment_alt } = line.labels;
        if (line.role !== "customer" || sentiment === undefined) return [];
        const predicted = to(levelOf(line.reading.sentiment));
        return [{ id: line.id, gold: accepted([sentiment, sentiment_alt], predicted, to), predicted, text: line.text, groups: grouped(record) }];
      }),
  };
}

/** What was said where it is accepted, else the first that is. */
function accepted(gold: unknown, predicted: string, to: (level: string) => string = (level) => level): string {
  const all = [gold]
    .flat(2)
    .filter((each) => each !== undefined)
    .map((each) => to(String(each)));
  return all.includes(predicted) ? predicted : (all[0] ?? predicted);
}

/** What a contact is after a whole conversation. */
function outcomeOf(record: EvalRecord) {
  const facts = factsOf(record.turns ?? []);
  const { state } = foldAll(emptyState(begins), facts, settings);
  const now = (facts.at(-1)?.at ?? begins) + minute;
  const { status, stage, score, sentiment, atRisk } = decide(state, { createdAt: begins, vipOverride: null }, settings, now);
  return {
    status: status.status as string,
    stage: stage.stage === "follow_up" ? "in_progress" : (stage.stage as string),
    grade: score.grade as string,
    sentiment: (sentiment?.level ?? "neutral") as string,
    at_risk: String(atRisk.value),
    open_promises: String(state.engagement.promises.length),
  };
}

function whole(name: string, label: keyof ReturnType<typeof outcomeOf>, positive?: string): Task {
  return {
    name,
    ...(positive ? { positive } : {}),
    fits: isChat,
    predict: (record) => {
      const gold = record.turns ? record.labels?.[label] : undefined;
      if (gold === undefined) return [];
      const predicted = outcomeOf(record)[label];
      return [
        {
          id: record.id,
          gold: accepted(gold, predicted),
          predicted,
          text: (record.turns ?? []).map(({ text }) => text).join(" / "),
          groups: grouped(record),
        },
      ];
    },
  };
}

export const chatTasks: readonly Task[] = [
  ...lines,
  tone("tone, 3 levels", side),
  tone("tone, 5 levels", (level) => level),
  whole("status in the end", "status"),
  whole("stage in the end", "stage"),
  whole("grade in the end", "grade"),
  whole("sentiment in the end", "sentiment"),
  whole("at risk in the end", "at_risk", "true"),
  whole("open promises in the end", "open_promises"),
];
