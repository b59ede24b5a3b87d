import type { BuiltInIntent } from "#core/model/vocabulary.ts";
import { readText } from "../analyst.ts";
import type { EvalRecord } from "../records.ts";
import type { Task } from "../task.ts";

const finds = (text: string, intent: BuiltInIntent) => readText(text).intents.some((found) => found.intent === intent);
const isNlupp = ({ id, intents }: EvalRecord) => intents !== undefined && id.startsWith("nlupp");
const isBitext = ({ tags, label }: EvalRecord) => typeof tags === "string" && label !== undefined;
const labelsOf = ({ intents, label }: EvalRecord) => intents ?? [label ?? ""];

/** Whether texts of some labels, and only those, carry an intent. */
function intentTask(name: string, intent: BuiltInIntent, labels: readonly string[], fits: Task["fits"]): Task {
  return {
    name,
    positive: intent,
    fits,
    predict: (record) => {
      const { id, text = "" } = record;
      const gold = labelsOf(record).some((label) => labels.includes(label));
      return [{ id, gold: gold ? intent : "other", predicted: finds(text, intent) ? intent : "other", text }];
    },
  };
}

const isOptOut = ({ label }: EvalRecord) => label === "opt_out" || label === "not_opt_out" || label === "opt_in" || label === "help";

export const intentTasks: readonly Task[] = [
  intentTask("human request", "human_request", ["handoff", "contact_human_agent"], (record) => isNlupp(record) || isBitext(record)),
  intentTask(
    "cancellation",
    "cancellation",
    ["cancel_close_leave_freeze", "cancel_order", "delete_account"],
    (record) => isNlupp(record) || isBitext(record),
  ),
  intentTask(
    "refund request",
    "refund_request",
    ["refund", "get_refund", "track_refund", "check_refund_policy"],
    (record) => isNlupp(record) || isBitext(record),
  ),
  intentTask("complaint", "complaint", ["complaint", "payment_issue", "registration_problems"], isBitext),
  intentTask("purchase", "purchase_intent", ["place_order"], isBitext),
  intentTask("opt-out", "opt_out", ["opt_out"], isOptOut),
  {
    ...intentTask("opt-out keyword", "opt_out", ["opt_out"], ({ kind }) => kind === "carrier_keyword"),
    fits: isOptOut,
    predict: ({ id, text = "", kind, label }) =>
      kind === "carrier_keyword" && label === "opt_out"
        ? [{ id, gold: "opt_out", predicted: finds(text, "opt_out") ? "opt_out" : "other", text }]
        : [],
  },
  {
    name: "purchase intent",
    positive: "purchase_intent",
    fits: ({ label }) => label === "purchase_intent" || label === "no_intent" || label === "undefined",
    predict: ({ id, text = "", label = "" }) =>
      label === "undefined" ? [] : [{ id, gold: label, predicted: finds(text, "purchase_intent") ? "purchase_intent" : "no_intent", text }],
  },
  {
    name: "abuse",
    positive: "abuse",
    fits: ({ labels }) => labels?.abusive_majority !== undefined,
    predict: ({ id, turns = [], labels }) => {
      const text = turns.at(-1)?.text ?? "";
      return [{ id, gold: labels?.abusive_majority ? "abuse" : "other", predicted: finds(text, "abuse") ? "abuse" : "other", text }];
    },
  },
];
