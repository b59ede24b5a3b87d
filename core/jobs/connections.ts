import type { ConnectionRecord, PoisonRecord } from "#core/model/connection.ts";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { type Channel, type ChannelHealth, hasHealth, hasHook, hasPace } from "#core/ports/channel.ts";
import type { Context } from "#core/ports/context.ts";
import type { Directory } from "#core/ports/store.ts";
import type { Pace } from "#core/rules/pace.ts";
import { commitStep } from "#core/usecases/commit.ts";
import { receiveEvent } from "#core/usecases/connections/receive-event.ts";
import { PaceGate } from "#core/usecases/deliveries/pace-gate.ts";
import type { ConnectedChannel } from "#core/usecases/deliveries/sender.ts";

type Account = Pick<DeliveryRecord, "agentId" | "channel" | "account">;
/** Sets aside what can never be kept. */
export type SetAside = (update: unknown, code: string) => Promise<void>;

export type ConnectionsDeps = {
  directory: Directory;
  contextFor(agentId: string): Context;
  /** Opens the channel of a connection, with its credentials. */
  open(connection: ConnectionRecord, setAside: SetAside): Promise<Channel>;
  /** Names this run of this process in leases. */
  owner: string;
  now(): number;
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Told when an event is durable and the platform is not told yet. */
  ingested?(): void;
  /** Instead of what the platform permits. */
  pace?: Pace | undefined;
  /** Without personal data. */
  log: { warn(fields: Record<string, unknown>, message: string): void };
};

/** A process that is silent for so long has lost its connections to another. */
const leaseMs = 15_000;
const renewMs = 5_000;
/** An account on a platform that names no pace. */
const unpaced = { perSecond: 1_000, perChatPerSecond: 1_000 };

type Open = ConnectedChannel & { connection: ConnectionRecord };

/** Carries each connection in one process at a time: takes its lease, opens its channel, lets go of both. */
export class Connections {
  private readonly deps: ConnectionsDeps;
  private readonly open = new Map<string, Open>();
  private readonly ended = new AbortController();
  private running: Promise<void> | null = null;

  constructor(deps: ConnectionsDeps) {
    this.deps = deps;
  }

  /** Resolves when the connections that are free have been taken once. */
  async start(): Promise<void> {
    await this.renew();
    this.running = this.keep();
  }

  /** The door to an account; null when it is not carried here. */
  channelFor({ agentId, channel, account }: Account): ConnectedChannel | null {
    return [...this.open.values()].find(({ connection: c }) => c.agentId === agentId && c.channel === channel && c.account === account) ?? null;
  }

  /** The channel of a connection of this process, by the connection's id. */
  channel(id: string): Channel | null {
    return this.open.get(id)?.channel ?? null;
  }

  /** Hands a platform's call to the connection it is for; without an id, to the first of the channel that takes calls. */
  async hook(channel: string, id: string | null, request: Request): Promise<Response> {
    // The connections are still being opened: the platform repeats the call.
    if (this.running === null) return new Response(null, { status: 503 });
    const found = [...this.open.values()].find(
      ({ connection, channel: door }) =>
        connection.channel === channel && (id === null ? connection.sealed === null : connection.id === id) && hasHook(door),
    );
    return found && hasHook(found.channel) ? found.channel.hook(request) : new Response(null, { status: 404 });
  }

  health(): { connection: ConnectionRecord; health: ChannelHealth | null }[] {
    return [...this.open.values()].map(({ connection, channel }) => ({ connection, health: hasHealth(channel) ? channel.health() : null }));
  }

  /** Stops receiving; what has been received is durable. What is not under way to the platform stays here. */
  async stopReceiving(): Promise<void> {
    this.ended.abort();
    await this.running;
    for (const { gate } of this.open.values()) gate.close();
    await Promise.all([...this.open.values()].map(({ channel }) => channel.stop()));
  }

  async release(): Promise<void> {
    for (const { connection } of this.open.values()) await this.store(connection).release(leaseName(connection), this.deps.owner);
    this.open.clear();
  }

  private async keep(): Promise<void> {
    while (!this.ended.signal.aborted) {
      await this.deps.wait(renewMs, this.ended.signal);
      if (this.ended.signal.aborted) return;
      await this.renew().catch((error: unknown) => this.deps.log.warn({ error: nameOf(error) }, "connections cannot be looked after"));
    }
  }

  /** Keeps what is ours, takes what is free, lets go of what has been removed or lost. */
  private async renew(): Promise<void> {
    const known = await this.deps.directory.connections();
    for (const connection of known) {
      const { owner, now } = this.deps;
      const isOurs = await this.store(connection).lease(leaseName(connection), owner, now() + leaseMs, now());
      if (isOurs && !this.open.has(connection.id)) await this.begin(connection);
      if (!isOurs) await this.end(connection.id);
    }
    const ids = new Set(known.map(({ id }) => id));
    for (const id of [...this.open.keys()]) if (!ids.has(id)) await this.end(id);
  }

  private async begin(connection: ConnectionRecord): Promise<void> {
    try {
      const channel = await this.deps.open(connection, (update, code) => this.setAside(connection, update, code));
      const { now, wait, pace = hasPace(channel) ? channel.pace : unpaced, ingested } = this.deps;
      this.open.set(connection.id, { connection, channel, gate: new PaceGate(pace, now, wait) });
      await channel.start(async (event) => {
        await receiveEvent(this.deps.contextFor(connection.agentId), connection, event);
        ingested?.();
      });
    } catch (error) {
      this.open.delete(connection.id);
      this.deps.log.warn({ connection: connection.id, channel: connection.channel, error: nameOf(error) }, "a connection cannot be opened");
    }
  }

  private async end(id: string): Promise<void> {
    const lost = this.open.get(id);
    this.open.delete(id);
    lost?.gate.close();
    await lost?.channel.stop();
  }

  private async setAside({ agentId, channel, account }: ConnectionRecord, payload: unknown, code: string): Promise<void> {
    const ctx = this.deps.contextFor(agentId);
    const row: PoisonRecord = { id: ctx.newId("psn"), agentId, channel, account, senderId: senderIn(payload), code, payload, receivedAt: ctx.now() };
    await commitStep(ctx, new ChangeSet().insert("poison", row));
  }

  private store({ agentId }: ConnectionRecord) {
    return this.deps.directory.store(agentId).connections;
  }
}

function leaseName({ channel, account }: ConnectionRecord): string {
  return `${channel}:${account}`;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}

/** The sender's id wherever the update has a `from`: so that it can be deleted with the contact. */
function senderIn(update: unknown): string | null {
  if (update === null || typeof update !== "object") return null;
  for (const [key, value] of Object.entries(update)) {
    if (key === "from" && value !== null && typeof value === "object" && "id" in value) return String(value.id);
    const nested = senderIn(value);
    if (nested !== null) return nested;
  }
  return null;
}
