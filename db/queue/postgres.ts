import type { QueueBackend } from "./types.ts";

/** pg-boss keeps the pool and reconnects by itself; a server that is down is noticed within seconds. */
export function postgresBackend(url: string): QueueBackend {
  return {
    connection: { connectionString: url, max: 8, connectionTimeoutMillis: 3_000 },
    isEmbedded: false,
    assertThere: () => {},
    close: async () => {},
  };
}
