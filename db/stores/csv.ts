import type { ContactFilter, CsvColumn } from "#core/ports/store.ts";
import { csvCell } from "#core/rules/csv/cell.ts";
import { joinList } from "#core/rules/csv/list.ts";
import { worthText } from "#core/rules/csv/worth.ts";
import { rowsOf } from "../connection.ts";
import { yieldToEventLoop } from "../event-loop.ts";
import { among, amongEntries, planContacts, shortest } from "../lists/contact-plan.ts";
import type { PagePosition } from "../lists/cursor.ts";
import { entriesOf, orderBy, positionOfEntry } from "../lists/walk.ts";
import { sql } from "../sql.ts";
import type { Tenant } from "./tenant.ts";

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
  for (let from: PagePosition | null = null; ; await yieldToEventLoop()) {
    const entries = entriesOf(plan.walk, "c.row", from, chunk);
    yield* textOf(await rowsOf(tenant.connection, amongEntries(plan, entries, `group_concat(${line}, '')`)));
    from = await positionOfEntry(tenant, plan.walk, from, chunk);
    if (from === null) return;
  }
}

function* textOf(rows: unknown[][]): Generator<string> {
  const text = rows[0]?.[0];
  if (typeof text === "string") yield text.replace(marked, (_, json: string) => written(JSON.parse(json)));
}

/** Stands around the JSON of a cell that SQL leaves to the rules: a text, a list of texts, or sums of money of which one part is shown. */
const mark = "\u0001";
const marked = new RegExp(`${mark}([^${mark}]*)${mark}`, "g");

type CellContent = string | string[] | Parameters<typeof worthText>[0];

function written(value: CellContent): string {
  if (typeof value === "object" && "sums" in value) return csvCell(worthText(value));
  return csvCell(Array.isArray(value) ? joinList(value.map(String)) : String(value));
}

const plain = (value: string) => `coalesce(${value}, '')`;
const flag = (value: string) => `iif(${value}, 'true', 'false')`;
/** Twice as fast as strftime. */
const time = (value: string) => plain(`replace(datetime(${value} / 1000.0, 'unixepoch', 'subsec'), ' ', 'T') || 'Z'`);

const toWrite = (json: string) => `char(1) || ${json} || char(1)`;
const phone = (value: string) => `(${value} GLOB '+[0-9]*' AND substr(${value}, 2) NOT GLOB '*[^0-9]*')`;
/** Begins and ends with a letter or digit of ASCII, and has no control character, quote, comma, semicolon or bar. */
const harmless = (value: string) =>
  `(${value} GLOB '[A-Za-z0-9]*' AND ${value} GLOB '*[A-Za-z0-9.)]' AND ${value} NOT GLOB '*[' || char(1) || '-' || char(31) || '",;|]*')`;

/** A text that someone else wrote. Most are harmless, as phones are, and are written here; csvCell writes the others. */
function text(value: string): string {
  const other = toWrite(`json_quote(${value})`);
  return `CASE WHEN ${value} IS NULL THEN '' WHEN ${harmless(value)} OR ${phone(value)} THEN ${value} ELSE ${other} END`;
}

const tags = `(SELECT CASE WHEN count(*) = 0 THEN '' ELSE ${toWrite("json_group_array(name)")} END FROM (SELECT g.name FROM contact_tags AS t
  CROSS JOIN tags AS g ON g.agent_id = t.agent_id AND g.id = t.tag_id
  WHERE t.agent_id = c.agent_id AND t.contact_id = c.id ORDER BY g.name_key LIMIT -1))`;

/** A part of the lifetime value. */
function worth(part: "amount" | "currency"): string {
  const sums = "json_extract(c.state, '$.conversions.value')";
  return `iif(coalesce(${sums}, '{}') = '{}', '', ${toWrite(`json_object('part', '${part}', 'sums', json(${sums}))`)})`;
}

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
  tags,
  channels: plain("(SELECT group_concat(value, '; ') FROM json_each(c.channels))"),
  vip: flag("c.vip"),
  atRisk: flag("c.at_risk"),
  branchId: text("c.branch_id"),
  ownerId: text("c.owner_id"),
  language: text("c.language"),
  timeZone: text("c.time_zone"),
  bookedFor: time("json_extract(c.state, '$.conversions.booking.from')"),
  lifetimeValue: worth("amount"),
  currency: worth("currency"),
};
