import { invalidField } from "#core/errors.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import type { FailedJob } from "#core/ports/queue.ts";
import { jobTable, schema } from "./pg-boss.ts";
import type { PgBossClient } from "./types.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Newest first. The cursor is the position of the last row as text, since a number of ms would lose its microseconds. */
export async function listFailed({ run }: PgBossClient, agentId: string, { limit, cursor }: PageQuery): Promise<Page<FailedJob>> {
  const after = cursor === null ? [] : fromCursor(cursor);
  const rows = await run(
    `SELECT id, name, group_id, data, retry_count, output ->> 'error' AS error, completed_on::text AS at,
            extract(epoch FROM completed_on)::float8 * 1000 AS failed_at
     FROM ${jobTable}
     WHERE state = 'failed' AND group_id = $1 ${after.length > 0 ? "AND (completed_on, id) < ($3::timestamptz, $4::uuid)" : ""}
     ORDER BY completed_on DESC, id DESC LIMIT $2`,
    [agentId, limit + 1, ...after],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { data: page.map(toFailed), nextCursor: rows.length > limit && last ? toCursor(String(last.at), String(last.id)) : null };
}

/** False when this agent has no failed job with the id. */
export async function retryFailed({ boss, run }: PgBossClient, agentId: string, id: string): Promise<string | false> {
  if (!uuid.test(id)) return false;
  const [found] = await run(`SELECT name FROM ${jobTable} WHERE state = 'failed' AND group_id = $1 AND id = $2::uuid`, [agentId, id]);
  if (!found) return false;
  const name = String(found.name);
  await boss.retry(name, id);
  return name;
}

/** Makes jobs that wait for their next attempt due now. Jobs that were inserted for a later time keep it. */
export async function retryWaiting({ run }: PgBossClient, types: readonly string[]): Promise<void> {
  await run(
    `UPDATE ${jobTable} SET start_after = ${schema}.job_now() WHERE name = ANY($1) AND state = 'retry' AND start_after > ${schema}.job_now()`,
    [types],
  );
}

function toFailed(row: Record<string, unknown>): FailedJob {
  return {
    id: String(row.id),
    type: String(row.name),
    agentId: String(row.group_id),
    // As it was inserted: a flat record of ids.
    payload: row.data as Record<string, string>,
    failedAt: Math.floor(Number(row.failed_at)),
    attempts: Number(row.retry_count) + 1,
    // A job that pg-boss itself fails (expired, no heartbeat) has no error name of ours.
    error: typeof row.error === "string" ? row.error : "timed_out",
  };
}

function toCursor(at: string, id: string): string {
  return Buffer.from(JSON.stringify([at, id])).toString("base64url");
}

function fromCursor(cursor: string): [string, string] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const [at, id] = Array.isArray(place) && place.length === 2 ? place : [];
    if (typeof at === "string" && !Number.isNaN(Date.parse(at.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"))) && uuid.test(id)) return [at, id];
  } catch {
    // Not JSON: answered by the error below.
  }
  throw invalidField("/cursor", "is not a cursor of this list: leave it out to start again");
}
