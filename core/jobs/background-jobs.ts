import { errorName } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";
import type { Queue } from "#core/ports/queue.ts";
import { noStaffChat, type StaffChat } from "#core/ports/staff-chat.ts";
import type { Directory } from "#core/ports/store.ts";
import type { Wait } from "#core/ports/wait.ts";
import type { Pace } from "#core/rules/delivery/pace.ts";
import { type DeliverySender, claimMs as defaultClaimMs } from "#core/usecases/deliveries/sender.ts";
import type { Connections } from "./connections.ts";
import { DueLoop } from "./due-loop.ts";
import { jobKinds, staffChatJobs } from "./handlers.ts";
import { startRecovery } from "./recovery-loop.ts";
import { RelayLoop } from "./relay-loop.ts";
import { schedules } from "./schedules.ts";
import type { JobStep } from "./steps.ts";

/** What only tests ask for. */
export type Tuning = {
  /** Called after each step. */
  reached?: (step: JobStep) => void;
  pace?: Pace;
  /** How long a claim on a delivery lasts. */
  claimMs?: number;
};

export type JobsDeps = {
  queue: Queue;
  directory: Directory;
  connections: Connections;
  contextFor(agentId: string): Context;
  /** Names this run of this process in claims. */
  owner: string;
  /** There is no other process on the database. */
  isAlone: boolean;
  tuning: Tuning;
  staffChat?: StaffChat;
  now(): number;
  wait: Wait;
  /** Without personal data. */
  log: { warn(fields: Record<string, unknown>, message: string): void };
};

/**
 * How long handlers may take to finish when the process is asked to stop, and how long the rest of the stop may take: all of it
 * is to take less than 5 s. What is interrupted is handed out again at the next start, and a send under way becomes `unknown`.
 */
const graceMs = 1_500;
const stopMs = 2_200;
const releaseMs = 300;

export type BackgroundJobs = {
  /** Opens the connections and begins to work. `working` resolves when jobs are handed out, and rejects when the queue cannot be opened. */
  start(): Promise<{ working: Promise<void> }>;
  /** Also for jobs that have not started, or only in part. */
  stop(): Promise<void>;
};

/** Connections, relay, handlers, schedules and the recovery of what dead processes have left. Nothing happens before `start`. */
export function createJobs(deps: JobsDeps): BackgroundJobs {
  const { queue, directory, contextFor, connections, owner, wait, log, tuning, staffChat = noStaffChat } = deps;
  const { reached = () => {}, claimMs = defaultClaimMs } = tuning;
  const ended = new AbortController();
  const atMost = async (ms: number, work: Promise<unknown>) => {
    const done = new AbortController();
    const settled = work.catch((error: unknown) => log.warn({ error: errorName(error) }, "the background work has not stopped in order"));
    await Promise.race([settled, wait(ms, done.signal)]);
    done.abort();
  };
  const relay = new RelayLoop({
    directory,
    queue,
    wait,
    onOutage: (error) => void (ended.signal.aborted || log.warn({ error: errorName(error) }, "effects wait: the queue cannot be reached")),
    handedOver: () => reached("handed_over"),
  });
  const warn = (message: string) => (error: unknown) => log.warn({ error: errorName(error) }, message);
  const due = new DueLoop({ directory, queue, now: deps.now, wait, onFailure: warn("due times cannot be looked up; the schedules go on") });
  /** The staff chat can be reached again: what waits for its next attempt starts now, and so does a digest that was missed. */
  const retryStaffChat = () =>
    void Promise.all([queue.retryNow(staffChatJobs), queue.runNow("staff-digest")]).catch(warn("jobs of the staff chat wait for their next attempt"));
  const sender: DeliverySender = { owner, claimMs, channelFor: connections.channelFor.bind(connections), fetchFile: staffChat.fetchFile, reached };
  return {
    start: async () => {
      await startRecovery({ ...deps, claimMs }, ended.signal);
      await connections.start();
      const working = queue
        .work(jobKinds({ contextFor, sender, staffChat }), schedules({ directory, contextFor, now: deps.now, staffChat }))
        .catch((error: unknown) => {
          // A stop while the queue is being opened is no failure.
          if (!ended.signal.aborted) throw error;
        });
      directory.onEffects(() => relay.wake());
      relay.start();
      staffChat.onReachable(retryStaffChat);
      due.start();
      return { working };
    },
    stop: async () => {
      ended.abort();
      // The relay too, since it would hand over at once what is put back. It may be waiting for the queue to open.
      await atMost(stopMs, Promise.all([relay.stop(), due.stop(), connections.stopReceiving(), queue.stop(graceMs)]));
      await atMost(releaseMs, connections.release());
    },
  };
}
