import { z } from "@hono/zod-openapi";

/** Times on the wire are ISO 8601 in UTC. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}

export function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}

export const Moment = z.iso.datetime().meta({ description: "ISO 8601 in UTC", example: "2026-11-24T16:31:00.000Z" });
