import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import Table from "cli-table3";
import { Command } from "commander";
import type { Decision } from "#core/rules/analysis/learned/weights.ts";
import { readLines } from "./corpus.ts";
import { decide, decidedLabels, decideTone, judgedOf, sureOf } from "./decisions.ts";
import { exampleOf } from "./examples.ts";
import { largestVector, predict, type TrainOptions, train } from "./model.ts";
import { readOwnTexts } from "./own-texts.ts";
import { weightsFile } from "./weights-file.ts";

/*
 * `npm run train` trains the learned reader on tests/corpus/train and writes its weights. What each label is decided by is told by five
 * folds: the reader is trained on four fifths of the voices and asked about the fifth. `-- --check` only says whether the weights were
 * made from this corpus by these rules and this program. Texts that are set apart are not read.
 */

const target = "core/rules/analysis/learned/weights.json";
const corpus = "tests/corpus/train";
/** The program that trains; what it learns from is looked at itself. */
const sources = ["tests/train/{adam,decisions,loss,main,model,weights-file}.ts", "core/rules/analysis/learned/{labels,network}.ts"];
const options: TrainOptions = { dimensions: 32, hidden: 48, epochs: 8, rate: 0.004, dropout: 0.3, decay: 0.01, batch: 16, seed: 1, start: 0.02 };
const folds = 5;

const program = new Command("train")
  .option("--check", "fail when the weights are stale")
  .option("--fast", "keep the decisions that are there")
  .parse();
const given = program.opts<{ check?: boolean; fast?: boolean }>();
/** Texts that rules were written with are short and mislead on purpose: each counts so many times. */
const ownTextWeight = 3;
const ownTexts = Array.from({ length: ownTextWeight }, () => readOwnTexts()).flat();
const examples = [...readLines(corpus), ...ownTexts].map(exampleOf);
const fingerprint = fingerprintOf();

if (given.check) {
  const held = JSON.parse(readFileSync(target, "utf8")).fingerprint;
  if (held !== fingerprint) {
    console.error(`${target} is stale: npm run train`);
    process.exitCode = 1;
  }
} else write();

/** Of all that the weights follow from: each example as the numbers that the network sees, and the program. */
function fingerprintOf(): string {
  const hash = createHash("sha256");
  for (const { turns, open, flags, groups, byRules, toneByRules, writer } of examples) {
    for (const ids of turns) hash.update(ids);
    hash.update(JSON.stringify([open, flags, groups, [...byRules].sort(), toneByRules, writer]));
  }
  for (const path of sources.flatMap((pattern) => globSync(pattern)).sort()) hash.update(readFileSync(path));
  return hash.digest("hex").slice(0, 32);
}

function write(): void {
  console.log(`${examples.length} labelled turns of ${new Set(examples.map(({ writer }) => writer)).size} voices`);
  const decisions: Record<string, Decision> = given.fast ? JSON.parse(readFileSync(target, "utf8")).decisions : decisionsOf();
  const net = train(examples, options);
  writeFileSync(target, weightsFile(net, largestVector(net, examples) / 127, fingerprint, decisions));
  console.log(`${target} is written`);
}

function decisionsOf(): Record<string, Decision> {
  const voices = [...new Set(examples.map(({ writer }) => writer))].sort();
  const sures: Record<string, number>[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const isHeld = ({ writer }: { writer: string }) => voices.indexOf(writer) % folds === fold;
    const net = train(
      examples.filter((example) => !isHeld(example)),
      options,
    );
    for (const [at, example] of examples.entries()) if (isHeld(example)) sures[at] = sureOf(example, predict(net, example));
  }
  const table = new Table({ head: ["label", "n", "rules F1", "learned F1", "precision", "recall", "false of others", "decided by", "from", "keep"] });
  const decisions: Record<string, Decision> = {};
  const show = (value: number) => value.toFixed(3);
  for (const label of decidedLabels) {
    const judged = judgedOf(label, examples, sures);
    const { decision, learned, rules } = decide(label, judged);
    decisions[label] = decision;
    table.push([
      label,
      judged.filter(({ gold }) => gold).length,
      show(rules.f1),
      show(learned.f1),
      show(learned.precision),
      show(learned.recall),
      show(learned.falseAlarms),
      decision.by,
      decision.from,
      decision.keep,
    ]);
  }
  const tone = decideTone(examples, sures);
  decisions.tone = tone.decision;
  table.push([
    "tone, 3 levels",
    examples.length,
    show(tone.rules),
    show(tone.learned),
    "",
    "",
    "",
    tone.decision.by,
    tone.decision.from,
    tone.decision.keep,
  ]);
  console.log(table.toString());
  return decisions;
}
