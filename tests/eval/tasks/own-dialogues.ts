import { z } from "zod";
import { emptyState } from "#core/model/contact-state.ts";
import { stages, statuses } from "#core/model/vocabulary.ts";
import { decide } from "#core/rules/contact/decide.ts";
import { foldAll } from "#core/rules/fold/fold.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { day } from "#core/rules/time.ts";
import { begins, factsOf, readTurns } from "../analyst.ts";
import type { EvalRecord } from "../records.ts";
import type { Task } from "../task.ts";

const minute = 60_000;
const settings = defaultSettings();

/** What is true of a contact when all has been said, or some days later. `promise`: the business came back or still has to. */
const dialogueRecord = z.object({
  status: z.enum(statuses),
  stage: z.enum(stages),
  converted: z.boolean(),
  promise: z.enum(["kept", "open"]).optional(),
  daysLater: z.number().default(0),
});
const isDialogue = (record: EvalRecord) => record.turns !== undefined && dialogueRecord.safeParse(record).success;

/** Status, stage and conversion as the rules see them at the end. */
function outcomeOf(record: EvalRecord) {
  const { daysLater } = dialogueRecord.parse(record);
  const facts = factsOf(record.turns ?? []);
  const { state } = foldAll(emptyState(begins), facts, settings);
  const now = begins + facts.length * minute + daysLater * day;
  const { status, stage } = decide(state, { createdAt: begins, vipOverride: null }, settings, now);
  return { status: status.status, stage: stage.stage, converted: state.conversions.count > 0 };
}

function promiseOf(record: EvalRecord): string {
  const said = readTurns(record).filter(({ role }) => role === "agent");
  const promised = said.findLastIndex(({ reading }) => reading.promises.length > 0);
  if (promised === -1) return "none";
  return promised === said.length - 1 ? "open" : "kept";
}

const textOf = ({ turns = [] }: EvalRecord) => turns.map(({ text }) => text).join(" / ");

function outcomeTask(name: string, field: "status" | "stage" | "converted"): Task {
  return {
    name,
    fits: isDialogue,
    predict: (record) => [
      {
        id: record.id,
        gold: String(dialogueRecord.parse(record)[field]),
        predicted: String(outcomeOf(record)[field]),
        text: textOf(record),
      },
    ],
  };
}

export const dialogueTasks: readonly Task[] = [
  outcomeTask("status in the end", "status"),
  outcomeTask("stage in the end", "stage"),
  outcomeTask("converted in the end", "converted"),
  {
    name: "promise kept or open",
    fits: isDialogue,
    predict: (record) => [
      { id: record.id, gold: dialogueRecord.parse(record).promise ?? "none", predicted: promiseOf(record), text: textOf(record) },
    ],
  },
];
