import type { Clock, IDatabase, PgBoss } from "./pg-boss.ts";

type LogFields = Readonly<Record<string, unknown>>;

/** Fields hold ids, counts and codes, never personal data. */
export type QueueLogger = { info(fields: LogFields, message: string): void; warn(fields: LogFields, message: string): void };

export type QueueOptions = {
  /** `postgres://…`; without it the queue is embedded and lives in `dataDir`/queue. */
  url?: string | undefined;
  dataDir: string;
  logger?: QueueLogger | undefined;
  /** Aborted: the queue is not to be opened any more; what is being opened ends within moments. */
  signal?: AbortSignal | undefined;
  /** Set by tests. */
  clock?: Clock | undefined;
};

export type QueueRow = Record<string, unknown>;

/** A started pg-boss, with `run` for SQL that its own methods do not offer. */
export type PgBossClient = {
  boss: PgBoss;
  clock: Clock;
  log: QueueLogger;
  run(text: string, values?: unknown[]): Promise<QueueRow[]>;
};

/** Where the tables of the queue are. */
export type QueueBackend = {
  connection: { backend: "pglite"; db: IDatabase } | { connectionString: string; max: number; connectionTimeoutMillis: number };
  /** True when this process alone uses the tables, and must vacuum them itself. */
  isEmbedded: boolean;
  /** Throws when the files are gone: a deleted folder still accepts writes for a while. */
  assertThere(): void;
  close(): Promise<void>;
};
