import { Counter, Gauge, type Registry } from "prom-client";
import type { TableName, Tables } from "#core/model/tables.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Directory } from "#core/ports/store.ts";
import type { BackgroundServices } from "./background.ts";

export type WorkloadSource = { directory: Pick<Directory, "workload">; background: BackgroundServices | undefined; now(): number };

/** What is read from the database and the queue is read once in so many ms, however often somebody scrapes. */
const freshMs = 5_000;

/** Counts what this process writes, by state and analyst. Labels are closed words, never ids. */
export function commitCounters(registry: Registry): (changes: ChangeSet) => void {
  const registers = [registry];
  const deliveries = new Counter({ name: "rapport_deliveries_total", help: "Sends that came into a state", labelNames: ["state"], registers });
  const followUps = new Counter({ name: "rapport_followups_total", help: "Follow-ups that came into a state", labelNames: ["state"], registers });
  const readings = new Counter({ name: "rapport_readings_total", help: "Messages read, by their reader", labelNames: ["analyst"], registers });
  return (changes) => {
    const moved = changes.moves.flatMap(({ delivery, from }) => (delivery.state === from ? [] : [delivery]));
    for (const { state } of [...rowsWritten(changes, "deliveries"), ...moved]) deliveries.inc({ state });
    const decided = changes.followUps.flatMap(({ before, after }) => (before.state === after.state ? [] : [after]));
    for (const { state } of [...rowsWritten(changes, "followups"), ...decided]) followUps.inc({ state });
    for (const { analyst } of rowsWritten(changes, "readings")) readings.inc({ analyst });
  };
}

/** Gauges of what waits and of what is connected; what cannot be read is left out of the answer. */
export function workloadGauges(registry: Registry, { directory, background, now }: WorkloadSource): () => Promise<void> {
  const readDatabase = databaseGauges(registry, directory);
  const readQueue = queueGauges(registry);
  const readConnections = connectionGauges(registry);
  let readAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (background) readConnections(background);
    if (now() - readAt < freshMs) return;
    readAt = now();
    await Promise.allSettled([readDatabase(), ...(background ? [readQueue(background.queue)] : [])]);
  };
}

function databaseGauges(registry: Registry, directory: WorkloadSource["directory"]): () => Promise<void> {
  const outbox = gaugeOf(registry, "outbox_effects", "Effects that wait to be handed to the queue, counted up to 100000");
  const sends = gaugeOf(registry, "deliveries_waiting", "Sends that wait (queued) or are under way (claimed), counted up to 100000 each", "state");
  const operations = gaugeOf(registry, "operations_open", "Imports and other work on many contacts that has not ended", "kind");
  const bytes = gaugeOf(registry, "database_bytes", "Size of the database");
  return async () => {
    for (const each of [outbox, sends, operations, bytes]) each.reset();
    const load = await directory.workload();
    outbox.set(load.outbox);
    sends.set({ state: "queued" }, load.queuedDeliveries);
    sends.set({ state: "claimed" }, load.claimedDeliveries);
    for (const { kind, open } of load.operations) operations.set({ kind }, open);
    if (load.databaseBytes !== null) bytes.set(load.databaseBytes);
  };
}

function queueGauges(registry: Registry): (queue: BackgroundServices["queue"]) => Promise<void> {
  const waiting = gaugeOf(registry, "queue_jobs_waiting", "Jobs that are due and wait, by type, counted up to 10000 in all", "type");
  const oldest = gaugeOf(registry, "queue_lag_seconds", "How long the oldest of the jobs that are due has waited, by type", "type");
  return async (queue) => {
    for (const each of [waiting, oldest]) each.reset();
    for (const { type, jobs, oldestMs } of await queue.waiting()) {
      waiting.set({ type }, jobs);
      oldest.set({ type }, oldestMs / 1_000);
    }
  };
}

function connectionGauges(registry: Registry): (background: BackgroundServices) => void {
  const channels = gaugeOf(registry, "channel_connections", "Accounts on chat platforms, by channel and state", "channel", "state");
  const workspaces = gaugeOf(registry, "slack_workspaces", "Slack workspaces, by state: open, starting, faulty", "state");
  const ignored = new Counter({
    name: "rapport_updates_ignored_total",
    help: "Updates of a platform that were left out, by kind",
    labelNames: ["channel", "kind"],
    registers: [registry],
  });
  return ({ connections, workspaces: staff }) => {
    channels.reset();
    for (const { connection, health } of connections.health()) channels.inc({ channel: connection.channel, state: health?.state ?? "connected" });
    const { open, starting } = staff.count();
    for (const [state, count] of Object.entries({ open, starting, faulty: staff.faults().length })) workspaces.set({ state }, count);
    ignored.reset();
    for (const { channel, kind, count } of connections.ignored()) ignored.inc({ channel, kind }, count);
  };
}

function gaugeOf(registry: Registry, name: string, help: string, ...labelNames: string[]): Gauge {
  return new Gauge({ name: `rapport_${name}`, help, labelNames, registers: [registry] });
}

/** Rows of a table that a change set writes whole. */
function rowsWritten<T extends TableName>({ inserts, puts }: ChangeSet, table: T): Tables[T][] {
  const of = (rows: { [K in TableName]?: Tables[K][] }): Tables[T][] => rows[table] ?? [];
  return [...of(inserts), ...of(puts)];
}
