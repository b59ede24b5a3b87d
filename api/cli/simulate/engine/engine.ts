import { jobKinds } from "#core/jobs/handlers.ts";
import { relayOutbox } from "#core/jobs/relay.ts";
import { schedules } from "#core/jobs/schedules.ts";
import type { Context } from "#core/ports/context.ts";
import type { Schedule } from "#core/ports/queue.ts";
import type { StaffChat } from "#core/ports/staff-chat.ts";
import type { Directory } from "#core/ports/store.ts";
import { earliest } from "#core/rules/time.ts";
import { recoverDeliveries } from "#core/usecases/deliveries/recover-deliveries.ts";
import { retryStalledDeliveries } from "#core/usecases/deliveries/retry-stalled-deliveries.ts";
import { claimMs, type DeliverySender } from "#core/usecases/deliveries/sender.ts";
import { Activity } from "./activity.ts";
import type { VirtualClock } from "./clock.ts";
import { nextDue } from "./next-due.ts";
import { VirtualQueue } from "./queue.ts";
import { type Grain, Ticks } from "./ticks.ts";

export type EngineDeps = {
  /** As `watched` (watch.ts) gives it: the engine is told of what is committed. */
  directory: Directory;
  contextFor(agentId: string): Context;
  clock: VirtualClock;
  channelFor: DeliverySender["channelFor"];
  /** Where staff work; without, nowhere. */
  staffChat?: StaffChat;
  activity?: Activity;
  grain: Grain;
  /** Told after each instant at which something was committed. */
  happened?(): Promise<void>;
};

type Planned = { at: number; run(): Promise<void> };

/** Everything that moves, on a virtual clock: it jumps from each instant at which anything is due to the next. */
export class Engine {
  readonly queue: VirtualQueue;
  readonly #deps: EngineDeps;
  readonly #activity: Activity;
  readonly #ticks: Ticks;
  #planned: Planned[] = [];
  #outageUntil = Number.NEGATIVE_INFINITY;
  #hasEffects = true;
  #inTick = false;
  #commits = 1;
  #asked = 0;
  #reported = 0;

  constructor(deps: EngineDeps) {
    const { directory, contextFor, clock, channelFor, staffChat, activity = new Activity(), grain } = deps;
    this.#deps = deps;
    this.#activity = activity;
    this.queue = new VirtualQueue(clock.now, activity);
    const sender: DeliverySender = {
      owner: "simulation",
      claimMs,
      channelFor,
      ...(staffChat && { fetchFile: staffChat.fetchFile }),
      reached: () => {},
    };
    const ticking = [...schedules({ directory, contextFor, now: clock.now }), recovery(deps)];
    void this.queue.work(jobKinds({ contextFor, sender, ...(staffChat && { staffChat }) }), ticking);
    this.#ticks = new Ticks(ticking, grain, clock.now());
    directory.onEffects(() => {
      this.#hasEffects = true;
    });
  }

  /** To be told of every commit. */
  committed(): void {
    this.#commits += 1;
    if (!this.#inTick) this.#ticks.changedAt = this.#deps.clock.now();
  }

  /** From now until then neither jobs nor schedules run. */
  outage(until: number): void {
    this.#outageUntil = Math.max(this.#outageUntil, until);
  }

  /** Does something at an instant to come. */
  plan(at: number, run: () => Promise<void>): void {
    this.#planned.push({ at, run });
  }

  /** Carries out what is due now, then goes on to an instant, stopping wherever something is due. */
  async advance(to: number): Promise<void> {
    const { clock } = this.#deps;
    await this.#settle();
    for (let at = await this.#nextAt(); at !== null && at <= to; at = await this.#nextAt()) {
      clock.set(at);
      await this.#activity.settled();
      await this.#runPlanned();
      await this.#tick();
      await this.#settle();
    }
    clock.set(to);
  }

  async #nextAt(): Promise<number | null> {
    const { clock, directory } = this.#deps;
    const [planned] = this.#planned.map(({ at }) => at).sort((a, b) => a - b);
    const outside = earliest(clock.nextWake(), planned ?? null);
    if (this.#isDown()) return earliest(outside, this.#outageUntil);
    if (this.#asked !== this.#commits) {
      this.#ticks.dueAt = await nextDue(directory);
      this.#asked = this.#commits;
    }
    return earliest(outside, this.queue.nextAt(), this.#ticks.nextAt());
  }

  #isDown(): boolean {
    return this.#deps.clock.now() < this.#outageUntil;
  }

  async #runPlanned(): Promise<void> {
    const now = this.#deps.clock.now();
    const due = this.#planned.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    this.#planned = this.#planned.filter(({ at }) => at > now);
    for (const { run } of due) await run();
  }

  async #tick(): Promise<void> {
    if (this.#isDown()) return;
    this.#inTick = true;
    await this.#ticks.run(this.#deps.clock.now()).finally(() => {
      this.#inTick = false;
    });
  }

  async #settle(): Promise<void> {
    if (!this.#isDown()) {
      do {
        await this.#relay();
        await this.queue.runDue();
      } while (this.#hasEffects);
    }
    if (this.#reported === this.#commits) return;
    this.#reported = this.#commits;
    await this.#deps.happened?.();
  }

  async #relay(): Promise<void> {
    while (this.#hasEffects) {
      this.#hasEffects = false;
      while ((await relayOutbox(this.#deps.directory, this.queue)) > 0);
    }
  }
}

/** What the recovery loop of a process does (core/jobs/recovery-loop.ts). */
function recovery({ directory, contextFor, clock }: EngineDeps): Schedule {
  return {
    name: "recover-deliveries",
    cron: "* * * * *",
    run: async () => {
      await recoverDeliveries(directory, contextFor, clock.now());
      await retryStalledDeliveries(directory, contextFor, clock.now(), claimMs);
    },
  };
}
