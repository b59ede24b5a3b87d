import { Presets, SingleBar } from "cli-progress";
import type { ReplayOutcome } from "./outcome.ts";

export type Progress = { update(done: number, total: number, outcome: ReplayOutcome): void; stop(): void };

const every = 5_000;

/** A bar on a terminal; elsewhere a plain line now and then. */
export function showProgress(out: NodeJS.WriteStream): Progress {
  return out.isTTY ? showBar(out) : showLines(out);
}

function showBar(out: NodeJS.WriteStream): Progress {
  const options = {
    format: "{bar} {percentage}% | {added} new, {known} known, {failed} failed | {eta_formatted} left",
    stream: out,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
  };
  const bar = new SingleBar(options, Presets.shades_classic);
  let started = false;
  return {
    update(done, total, outcome) {
      const shown = { added: outcome.added, known: outcome.known, failed: outcome.failedLines };
      if (!started) bar.start(total, done, shown);
      started = true;
      bar.update(done, shown);
    },
    stop: () => bar.stop(),
  };
}

function showLines(out: NodeJS.WriteStream): Progress {
  let next = every;
  return {
    update(done, total, { added, known, failedLines }) {
      if (added + known < next) return;
      next += every;
      out.write(`${Math.floor((done / Math.max(total, 1)) * 100)}%: ${added} new, ${known} known, ${failedLines} lines failed\n`);
    },
    stop() {},
  };
}
