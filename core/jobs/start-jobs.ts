import type { Context } from "#core/ports/context.ts";
import type { Queue } from "#core/ports/queue.ts";
import { noStaffChat, type StaffChat } from "#core/ports/staff-chat.ts";
import type { Directory } from "#core/ports/store.ts";
import type { Pace } from "#core/rules/pace.ts";
import { type DeliverySender, claimMs as defaultClaimMs } from "#core/usecases/deliveries/sender.ts";
import { Connections, type ConnectionsDeps } from "./connections.ts";
import { jobKinds } from "./handlers.ts";
import { startRecovery } from "./recovery-loop.ts";
import { RelayLoop } from "./relay-loop.ts";
import { schedules } from "./schedules.ts";
import type { Step } from "./steps.ts";

/** What only tests ask for. */
export type Tuning = {
  /** Hears of each step. */
  reached?: (step: Step) => void;
  pace?: Pace;
  /** How long a claim on a delivery lasts. */
  claimMs?: number;
};

export type JobsDeps = Omit<ConnectionsDeps, "pace" | "ingested"> & {
  queue: Queue;
  directory: Directory;
  contextFor(agentId: string): Context;
  /** There is no other process on the database. */
  isAlone: boolean;
  tuning: Tuning;
  staffChat?: StaffChat;
};

/** How long handlers may take to finish when the process is asked to stop; an attempt to send takes 20 s at most. */
const graceMs = 25_000;

/** `working` resolves when jobs are handed out, and rejects when the queue cannot be opened. */
export type BackgroundJobs = { connections: Connections; queue: Queue; working: Promise<void>; stop(): Promise<void> };

/** Starts everything that moves: connections, relay, handlers, schedules, and the recovery of what the dead have left. */
export async function startJobs(deps: JobsDeps): Promise<BackgroundJobs> {
  const { queue, directory, contextFor, owner, wait, log, tuning, staffChat = noStaffChat } = deps;
  const { reached = () => {}, pace, claimMs = defaultClaimMs } = tuning;
  const ended = new AbortController();
  const connections = new Connections({ ...deps, pace, ingested: () => reached("ingested") });
  const relay = new RelayLoop({
    directory,
    queue,
    wait,
    onOutage: (error) => log.warn({ error: error instanceof Error ? error.name : "unknown" }, "effects wait: the queue cannot be reached"),
    handedOver: () => reached("handed_over"),
  });
  await startRecovery({ ...deps, claimMs }, ended.signal);
  await connections.start();
  const sender: DeliverySender = { owner, claimMs, channelFor: connections.channelFor.bind(connections), reached };
  const working = queue
    .work(jobKinds({ contextFor, sender, staffChat }), schedules({ directory, contextFor, now: deps.now, staffChat }))
    .catch((error: unknown) => {
      // Who is asked to stop while the queue is being opened has not failed.
      if (!ended.signal.aborted) throw error;
    });
  directory.onEffects(() => relay.wake());
  relay.start();
  return {
    connections,
    queue,
    working,
    stop: async () => {
      ended.abort();
      // The relay too, or what is put back would come again at once.
      await Promise.all([relay.stop(), connections.stopReceiving()]);
      await queue.stop(graceMs);
      await connections.release();
    },
  };
}
