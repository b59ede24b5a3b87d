import type { ContactFilter, CsvColumn } from "#core/ports/store.ts";
import { rowsOf } from "../connection.ts";
import { sql } from "../sql.ts";
import { among, amongEntries, planContacts, shortest } from "./contact-plan.ts";
import type { Place } from "./cursor.ts";
import type { Tenant } from "./tenant.ts";
import { breathe, entriesOf, orderBy, placeOfEntry } from "./walk.ts";

/** Contacts looked at in one go. */
const chunk = 4000;

/** RFC 4180, header first, the oldest contact first: that order does not move while it is read. Each text is some whole lines. */
export async function* csvOf(tenant: Tenant, filter: ContactFilter, columns: readonly CsvColumn[]): AsyncGenerator<string> {
  yield `${columns.join(",")}\r\n`;
  const plan = planContacts(tenant.agentId, filter, { by: "createdAt", descending: false });
  const line = `${columns.map((column) => cells[column]).join(" || ',' || ")} || char(13, 10)`;
  const few = await shortest(tenant, [...plan.narrow, ...plan.others]);
  if (few !== null) {
    const rows = sql`${among(plan, few, `${line} AS line`)} ${orderBy(plan.walk)}`;
    yield* textOf(await rowsOf(tenant.connection, sql`SELECT group_concat(line, '') FROM (${rows} LIMIT -1)`));
    return;
  }
  for (let from: Place | null = null; ; await breathe()) {
    const entries = entriesOf(plan.walk, "c.row", from, chunk);
    yield* textOf(await rowsOf(tenant.connection, amongEntries(plan, entries, `group_concat(${line}, '')`)));
    from = await placeOfEntry(tenant, plan.walk, from, chunk);
    if (from === null) return;
  }
}

function* textOf(rows: unknown[][]): Generator<string> {
  const text = rows[0]?.[0];
  if (typeof text === "string") yield text;
}

const plain = (value: string) => `coalesce(${value}, '')`;
const flag = (value: string) => `iif(${value}, 'true', 'false')`;
/** Twice as fast as strftime. */
const time = (value: string) => plain(`replace(datetime(${value} / 1000.0, 'unixepoch', 'subsec'), ' ', 'T') || 'Z'`);

/** White space before it does not keep a spreadsheet from reading a formula. A plus and digits is a phone and stays as it is. */
const formula = (value: string) => `ltrim(${value}, char(9, 10, 13, 32, 160)) GLOB '[-=+@]*' OR ${value} GLOB char(91, 9, 13, 93) || '*'`;
const phone = (value: string) => `(${value} GLOB '+[0-9]*' AND substr(${value}, 2) NOT GLOB '*[^0-9]*')`;
const quoted = (value: string) => `'"' || replace(${value}, '"', '""') || '"'`;
const special = (value: string) => `${value} GLOB char(42, 91, 34, 44, 10, 13, 93, 42)`;
const whole = (value: string) => `CASE WHEN ${special(value)} THEN ${quoted(value)} ELSE ${value} END`;

/** A text that someone else wrote: quoted where needed, and never a formula. Most begin with a letter and need neither. */
function text(value: string): string {
  const harmless = `${value} GLOB '[A-Za-z0-9]*' AND NOT (${special(value)})`;
  const guarded = `CASE WHEN (${formula(value)}) AND NOT ${phone(value)} THEN ${whole(`('''' || ${value})`)} ELSE ${whole(value)} END`;
  return `CASE WHEN ${value} IS NULL THEN '' WHEN ${harmless} THEN ${value} ELSE ${guarded} END`;
}

const tags = `(SELECT group_concat(name, '; ') FROM (SELECT g.name FROM contact_tags AS t
  CROSS JOIN tags AS g ON g.agent_id = t.agent_id AND g.id = t.tag_id
  WHERE t.agent_id = c.agent_id AND t.contact_id = c.id ORDER BY g.name_key LIMIT -1))`;

/** Each column of the export in SQL, of a contact `c`. */
const cells: Record<CsvColumn, string> = {
  name: text("c.name"),
  email: text("c.email"),
  phone: text("c.phone"),
  company: text("c.company"),
  status: "c.status",
  source: "c.source",
  createdAt: time("c.created_at"),
  firstSeenAt: time("c.first_seen_at"),
  lastSeenAt: time("c.last_seen_at"),
  messageCount: "c.message_count",
  id: "c.id",
  stage: "c.stage",
  grade: "c.grade",
  score: "c.score",
  sentiment: plain("c.sentiment"),
  tags: `(SELECT ${text("v.t")} FROM (SELECT ${tags} AS t) AS v)`,
  channels: plain("(SELECT group_concat(value, '; ') FROM json_each(c.channels))"),
  vip: flag("c.vip"),
  atRisk: flag("c.at_risk"),
  branchId: text("c.branch_id"),
  ownerId: text("c.owner_id"),
  language: text("c.language"),
  timeZone: text("c.time_zone"),
};
