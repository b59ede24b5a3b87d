import type { EffectType } from "#core/model/effect.ts";
import type { Context } from "#core/ports/context.ts";
import type { Queue, QueueJob } from "#core/ports/queue.ts";
import type { Directory } from "#core/ports/store.ts";
import type { SendStep } from "#core/usecases/deliveries/carrier.ts";
import { recoverDeliveries } from "#core/usecases/deliveries/recover-deliveries.ts";
import { Connections, type ConnectionsDeps } from "./connections.ts";
import { jobKinds } from "./handlers.ts";
import { RelayLoop } from "./relay-loop.ts";
import { schedules } from "./schedules.ts";

export type MotionDeps = ConnectionsDeps & {
  queue: Queue;
  directory: Directory;
  contextFor(agentId: string): Context;
  announce(type: EffectType, job: QueueJob): void;
  reached?(step: SendStep): void;
};

/** How long handlers may take to finish when the process is asked to stop; an attempt to send takes 20 s at most. */
const graceMs = 25_000;

export type Motion = { connections: Connections; queue: Queue; stop(): Promise<void> };

/** Starts everything that moves: connections, relay, handlers and schedules. */
export async function startMotion(deps: MotionDeps): Promise<Motion> {
  const { queue, directory, contextFor, now, wait, log } = deps;
  const connections = new Connections(deps);
  const relay = new RelayLoop({
    directory,
    queue,
    wait,
    onOutage: (error) => log.warn({ error: error instanceof Error ? error.name : "unknown" }, "effects wait: the queue cannot be reached"),
  });
  await connections.start();
  await recoverDeliveries(directory, contextFor, now());
  const carrier = { owner: deps.owner, carried: connections.carried.bind(connections), reached: deps.reached ?? (() => {}) };
  await queue.work(jobKinds({ contextFor, carrier, announce: deps.announce }), schedules({ directory, contextFor, now }));
  directory.onEffects(() => relay.wake());
  relay.start();
  return {
    connections,
    queue,
    stop: async () => {
      await connections.stopReceiving();
      await relay.stop();
      await queue.stop(graceMs);
      await connections.release();
    },
  };
}
