import type { Clock, IDatabase, PgBoss } from "./pg-boss.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Fields are ids, counts and codes: no personal data. */
export type QueueLogger = { info(fields: Fields, message: string): void; warn(fields: Fields, message: string): void };

export type QueueOptions = {
  /** `postgres://…`; without it the queue is embedded and lives in `dataDir`/queue. */
  url?: string | undefined;
  dataDir: string;
  logger?: QueueLogger | undefined;
  /** Of tests. */
  clock?: Clock | undefined;
};

export type Row = Record<string, unknown>;

/** A started pg-boss, and what its own calls do not offer. */
export type Motor = {
  boss: PgBoss;
  clock: Clock;
  log: QueueLogger;
  run(text: string, values?: unknown[]): Promise<Row[]>;
};

/** Where the tables of the queue are. */
export type Backend = {
  connection: { backend: "pglite"; db: IDatabase } | { connectionString: string; max: number; connectionTimeoutMillis: number };
  /** No other process works on these tables, and nobody else vacuums them. */
  isEmbedded: boolean;
  /** Throws when what is written there cannot be found again: a folder takes writes for a while after it was deleted. */
  assertThere(): void;
  close(): Promise<void>;
};
