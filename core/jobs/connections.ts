import { errorName, fail } from "#core/errors.ts";
import { type ConnectionRecord, type FieldValues, lostCredentials, type PoisonRecord } from "#core/model/connection.ts";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { type Channel, type ChannelHealth, hasHealth, hasRules } from "#core/ports/channel.ts";
import type { ChannelDefinition } from "#core/ports/channel-definition.ts";
import type { ChannelLog, OnPoison } from "#core/ports/channel-options.ts";
import type { ChannelRules } from "#core/ports/channel-rules.ts";
import type { Context } from "#core/ports/context.ts";
import type { FetchPublic } from "#core/ports/fetch-public.ts";
import type { Directory } from "#core/ports/store.ts";
import type { Wait } from "#core/ports/wait.ts";
import type { Pace } from "#core/rules/delivery/pace.ts";
import { commitStep } from "#core/usecases/commit.ts";
import { receiveEvent } from "#core/usecases/connections/receive-event.ts";
import { PaceGate } from "#core/usecases/deliveries/pace-gate.ts";
import type { ConnectedChannel } from "#core/usecases/deliveries/sender.ts";
import { answerHook } from "./answer-hook.ts";

type DeliveryAccount = Pick<DeliveryRecord, "agentId" | "channel" | "account">;
export type ConnectionsDeps = {
  directory: Directory;
  contextFor(agentId: string): Context;
  channels: readonly ConfiguredChannel[];
  /** What a connection's account is opened with; null: the environment does not hold it any more. */
  credentialsOf(connection: ConnectionRecord): Promise<FieldValues | null>;
  /** Names this run of this process in leases. */
  owner: string;
  now(): number;
  wait: Wait;
  fetchPublic: FetchPublic;
  /** Called when an event is durable, before the platform is told. */
  ingested?(): void;
  /** Instead of what the platform permits. */
  pace?: Pace | undefined;
  /** Without personal data. */
  log: ChannelLog;
};

/** A process that is silent for so long has lost its connections to another. */
const leaseMs = 15_000;
const renewMs = 5_000;

type OpenConnection = ConnectedChannel & { connection: ConnectionRecord; rules: ChannelRules };

/** How many updates of a kind a channel has left out since this process started. */
export type IgnoredUpdates = { channel: string; kind: string; count: number };

/** A channel of the roster with the variables that the environment gives it. */
export type ConfiguredChannel = { definition: ChannelDefinition; variables: FieldValues };

/** Opens each connection in one process at a time: takes its lease, opens its channel, and releases both. */
export class Connections {
  private readonly deps: ConnectionsDeps;
  private readonly open = new Map<string, OpenConnection>();
  /** Connections whose credentials are lost, with the health that is shown of them. */
  private lost: { connection: ConnectionRecord; health: ChannelHealth }[] = [];
  private readonly ignoredCounts = new Map<string, IgnoredUpdates>();
  private readonly ended = new AbortController();
  private running: Promise<void> | null = null;

  constructor(deps: ConnectionsDeps) {
    this.deps = deps;
  }

  /** Resolves when the connections that are free have been taken once. */
  async start(): Promise<void> {
    await this.renew();
    this.running = this.keepRenewing();
  }

  /** The open channel of an account; null when it is not open in this process. */
  channelFor({ agentId, channel, account }: DeliveryAccount): ConnectedChannel | null {
    return [...this.open.values()].find(({ connection: c }) => c.agentId === agentId && c.channel === channel && c.account === account) ?? null;
  }

  /** The channel of a connection of this process, by the connection's id. */
  channel(id: string): Channel | null {
    return this.open.get(id)?.channel ?? null;
  }

  /** Hands a platform's call at /hooks/{name} to the connections that it is for; `id`: of one connection. */
  hook(name: string, id: string | null, request: Request): Promise<Response> {
    const channel = this.deps.channels.find(({ definition }) => definition.name === name);
    if (!channel) return Promise.resolve(new Response(null, { status: 404 }));
    const open = [...this.open.values()].filter(({ connection }) => (connection.via ?? connection.channel) === name);
    return answerHook(channel, this.running !== null, open, id, request);
  }

  health(): { connection: ConnectionRecord; health: ChannelHealth | null }[] {
    const open = [...this.open.values()].map(({ connection, channel }) => ({ connection, health: hasHealth(channel) ? channel.health() : null }));
    return [...open, ...this.lost];
  }

  ignored(): IgnoredUpdates[] {
    return [...this.ignoredCounts.values()];
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

  private async keepRenewing(): Promise<void> {
    while (!this.ended.signal.aborted) {
      await this.deps.wait(renewMs, this.ended.signal);
      if (this.ended.signal.aborted) return;
      await this.renew().catch((error: unknown) => this.deps.log.warn({ error: errorName(error) }, "connections cannot be renewed"));
    }
  }

  /** Renews our leases, opens connections that are free, and closes those that were removed or lost. */
  private async renew(): Promise<void> {
    const all = await this.deps.directory.connections();
    const known = all.filter(({ sealed }) => sealed !== lostCredentials);
    this.lost = all.filter(({ sealed }) => sealed === lostCredentials).map((connection) => ({ connection, health: this.lossOf(connection) }));
    for (const connection of known) {
      const { owner, now } = this.deps;
      const isOurs = await this.store(connection).lease(leaseName(connection), owner, now() + leaseMs, now());
      if (isOurs && !this.open.has(connection.id)) await this.begin(connection);
      if (!isOurs) await this.end(connection.id);
    }
    const ids = new Set(known.map(({ id }) => id));
    for (const id of [...this.open.keys()]) if (!ids.has(id)) await this.end(id);
  }

  private lossOf({ id }: ConnectionRecord): ChannelHealth {
    const before = this.lost.find(({ connection }) => connection.id === id);
    const detail = "its credentials were lost with the secret key: connect it again";
    return before?.health ?? { state: "unauthorized", since: this.deps.now(), detail };
  }

  private async begin(connection: ConnectionRecord): Promise<void> {
    try {
      const opened = await this.openChannel(connection);
      this.open.set(connection.id, opened);
      await opened.channel.start(async (event) => {
        await receiveEvent(this.deps.contextFor(connection.agentId), connection, event);
        this.deps.ingested?.();
      });
    } catch (error) {
      this.open.delete(connection.id);
      this.deps.log.warn({ connection: connection.id, channel: connection.channel, error: errorName(error) }, "a connection cannot be opened");
    }
  }

  private async openChannel(connection: ConnectionRecord): Promise<OpenConnection> {
    const { channels, credentialsOf, now, wait, fetchPublic, log } = this.deps;
    const { definition, variables } =
      channels.find(({ definition: { name } }) => name === (connection.via ?? connection.channel)) ??
      fail("unavailable", `this version of the product has no channel ${connection.via ?? connection.channel}`);
    const credentials = (await credentialsOf(connection)) ?? fail("unavailable", "the environment does not hold the credentials");
    const onPoison: OnPoison = (update, code) => this.setAside(connection, update, code);
    const onIgnored = (kind: string) => this.countIgnored(connection.channel, kind);
    const options = { account: connection.account, now, wait, onPoison, onIgnored, fetchPublic, log };
    const channel = await definition.open({ credentials, variables }, options);
    const rules = hasRules(channel) ? { ...definition.rules, ...channel.rules } : definition.rules;
    return { connection, channel, rules, gate: new PaceGate(this.deps.pace ?? rules.pace, now, wait) };
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

  private countIgnored(channel: string, kind: string): void {
    const key = JSON.stringify([channel, kind]);
    this.ignoredCounts.set(key, { channel, kind, count: (this.ignoredCounts.get(key)?.count ?? 0) + 1 });
  }

  private store({ agentId }: ConnectionRecord) {
    return this.deps.directory.store(agentId).connections;
  }
}

function leaseName({ channel, account }: ConnectionRecord): string {
  return `${channel}:${account}`;
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
