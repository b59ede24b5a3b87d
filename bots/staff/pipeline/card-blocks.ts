import { stageLabels } from "#core/model/labels.ts";
import type { Stage, Status } from "#core/model/vocabulary.ts";
import { statuses } from "#core/model/vocabulary.ts";
import { type BlockMessage, context, dotted, fields, lines, section } from "../blocks/blocks.ts";
import { statusWord } from "../blocks/labels.ts";
import { number, percent, plural } from "../blocks/text.ts";
import { duration } from "../blocks/time.ts";
import { type OutcomeModel, outcomeSections } from "./outcome-blocks.ts";

export type PipelineModel = {
  /** In the order of the journey. */
  stages: { stage: Stage; count: number; entered: number; wentOn: number; conversion: number | null; medianTimeInStage: number | null }[];
  /** Contacts in each status; null: not counted. */
  status: Record<Status, number> | null;
  /** Null: not read. */
  outcomes: OutcomeModel | null;
};

const barWidth = 16;

/** Where people stand on their journey, as a picture: bars in one measure, how many go on, and how long they take. */
export function pipelineCard({ stages, status, outcomes }: PipelineModel): BlockMessage {
  const most = Math.max(1, ...stages.map(({ count }) => count));
  const total = stages.reduce((sum, { count }) => sum + count, 0);
  const wide = Math.max(...stages.map(({ count }) => number(count).length), 1);
  const rows = stages.map(({ stage, count }) => `${stageLabels[stage].label.padEnd(11)} ${bar(count, most)} ${number(count).padStart(wide)}`);
  return {
    text: `Pipeline: ${plural(total, "person", "people")}`,
    blocks: [
      section(`📊 *Pipeline* · ${plural(total, "person", "people")}`),
      section(`\`\`\`\n${rows.join("\n")}\n\`\`\``),
      section(
        lines(
          "*Who goes on*, of all who ever got there, and how long it takes them",
          ...stages.slice(0, -1).map((row, at) => step(row, stages[at + 1]?.stage ?? null)),
          bottleneck(stages),
        ),
      ),
      ...(status === null ? [] : [section("*By status*"), fields(...statuses.map((each) => `${statusWord(each)} *${number(status[each])}*`))]),
      ...(outcomes === null ? [] : outcomeSections(outcomes)),
      context("Times in a stage are medians of those who have left it."),
    ],
  };
}

function step({ stage, conversion, entered, medianTimeInStage: median }: PipelineModel["stages"][number], next: Stage | null): string {
  const to = next === null ? "" : ` → ${stageLabels[next].label}`;
  if (conversion === null) return `${stageLabels[stage].label}${to}: nobody yet`;
  return dotted(`${stageLabels[stage].label}${to}: *${percent(conversion)}* of ${number(entered)}`, median !== null && `after ${duration(median)}`);
}

/** The stage where most people stop, once there are enough people to say so. */
function bottleneck(stages: PipelineModel["stages"]): string | null {
  const losing = stages.filter(({ conversion, entered }) => conversion !== null && entered >= 20);
  const [worst] = losing.toSorted((a, b) => b.entered - b.wentOn - (a.entered - a.wentOn));
  return worst ? `💡 Most stop at *${stageLabels[worst.stage].label}*: ${number(worst.entered - worst.wentOn)} have not gone on` : null;
}

/** A bar for a count: none for 0, and at least an eighth of a character otherwise. */
function bar(count: number, most: number): string {
  const eighths = count === 0 ? 0 : Math.max(1, Math.round((count / most) * barWidth * 8));
  const whole = "█".repeat(Math.floor(eighths / 8));
  const rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8] ?? "";
  return `${whole}${rest}`.padEnd(barWidth);
}
