import type { Schedule } from "#core/ports/queue.ts";
import { earliest } from "#core/rules/time.ts";
import { type NextCronMinute, parseCron } from "./cron.ts";

/** How closely the clock is followed where nothing but time goes by. */
export type Grain = {
  /** What is due comes to its turn at the next whole one of these; a minute is what the product does. */
  ms: number;
  /** A schedule runs at least so often: it may look at what `nextDue` does not know. */
  atLeastMs: number;
};

type ScheduleEntry = { schedule: Schedule; nextMinute: NextCronMinute; ranAt: number };

/** Schedules at the minutes of their crons, those left out in which none of them has anything to do. */
export class Ticks {
  readonly #entries: ScheduleEntry[];
  readonly #grain: Grain;
  /** When something is next due, by the store. */
  dueAt: number | null = null;
  /** When facts last came in. */
  changedAt = Number.NEGATIVE_INFINITY;

  constructor(schedules: readonly Schedule[], grain: Grain, now: number) {
    this.#entries = schedules.map((schedule) => ({ schedule, nextMinute: parseCron(schedule.cron), ranAt: now - 1 }));
    this.#grain = grain;
  }

  nextAt(): number | null {
    return earliest(...this.#entries.map((entry) => this.#nextOf(entry)));
  }

  async run(now: number): Promise<void> {
    const due = this.#entries.filter((entry) => this.#nextOf(entry) <= now);
    for (const entry of due) {
      await entry.schedule.run();
      entry.ranAt = now;
    }
  }

  /** Ticks that were missed are not made up for: each schedule runs once. */
  #nextOf({ nextMinute, ranAt }: ScheduleEntry): number {
    const changed = this.changedAt >= ranAt ? this.changedAt : null;
    const nextAt = earliest(this.dueAt, changed, ranAt + this.#grain.atLeastMs) ?? ranAt;
    return nextMinute(Math.ceil(Math.max(nextAt, ranAt + 1) / this.#grain.ms) * this.#grain.ms);
  }
}
