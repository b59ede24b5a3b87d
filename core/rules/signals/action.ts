import { z } from "zod";
import { line } from "#core/model/line.ts";
import { defineSignal, nothing } from "./define.ts";
import { sameTargets } from "./same-target.ts";

/** A named action that the API or an integration reports; `message_received` is every message of the customer. */
export const action = defineSignal({
  type: "action",
  position: 3,
  settings: { action: z.string().min(1).max(64) },
  input: { action: line(64).meta({ description: "Any name that actions are posted under", example: "form_submitted" }) },
  view: { action: z.string().meta({ example: "form_submitted" }) },
  points: "of the signal",
  detector(signals) {
    const byAction = Map.groupBy(signals, (signal) => signal.action);
    const matches = (name: string, quote: string) => (byAction.get(name) ?? []).map((signal) => ({ signal, quote }));
    return (fact) => {
      if (fact.type === "action") return matches(fact.action, fact.action);
      return fact.type === "message" && fact.direction === "inbound" ? matches("message_received", "") : [];
    };
  },
  findings: { same_action: { field: "action" } },
  lint: { each: nothing, all: nothing, overlaps: (signals) => sameTargets(signals, "same_action", (signal) => signal.action) },
  words: nothing,
  lists: [],
});
