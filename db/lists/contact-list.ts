import type { ContactRecord } from "#core/model/records.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import type { ContactFilter, ContactSort } from "#core/ports/store.ts";
import { type Row, rowsOf } from "../connection.ts";
import { yieldToEventLoop } from "../event-loop.ts";
import { decoder, selection } from "../rows.ts";
import { raw, sql } from "../sql.ts";
import type { Tenant } from "../stores/tenant.ts";
import { among, amongEntries, type ContactPlan, planContacts, shortest } from "./contact-plan.ts";
import { type PagePosition, readPage } from "./cursor.ts";
import { entriesOf, isAfter, orderBy, positionOfEntry } from "./walk.ts";

/** Entries of the index looked at in one go, at first and later. */
const firstStep = 2000;
const laterStep = 10_000;
/** The same where only the index is read. */
const indexStep = 50_000;

const decode = decoder("contacts");
/** The columns of a contact, then its place. */
const columnsOf = ({ walk }: ContactPlan) => `${selection("contacts", "c")}, c.${walk.column}, c.row`;
const positionOf = (row: Row): PagePosition => [row.at(-2) ?? null, Number(row.at(-1))];

export async function listContacts(tenant: Tenant, filter: ContactFilter, sort: ContactSort, page: PageQuery): Promise<Page<ContactRecord>> {
  const plan = planContacts(tenant.agentId, filter, sort);
  const order = `${sort.descending ? "-" : ""}${sort.by}`;
  const { data, nextCursor } = await readPage(page, (after, limit) => readRows(tenant, plan, after, limit), positionOf, order);
  return { data: data.map(decode), nextCursor };
}

async function readRows(tenant: Tenant, plan: ContactPlan, after: PagePosition | null, limit: number): Promise<Row[]> {
  const candidates = await shortest(tenant, plan.narrow);
  if (candidates !== null) return sorted(tenant, plan, candidates, after, limit);
  if (plan.rest.length === 0) return walked(tenant, plan, after, limit, limit);

  const found: Row[] = [];
  for (let from = after, size = firstStep; ; size = laterStep) {
    found.push(...(await walked(tenant, plan, from, size, limit - found.length)));
    if (found.length >= limit) return found;
    const end = await positionOfEntry(tenant, plan.walk, from, size);
    if (end === null) return found;
    const others = size === firstStep ? await shortest(tenant, plan.others) : null;
    if (others !== null) return [...found, ...(await sorted(tenant, plan, others, end, limit - found.length))];
    from = end;
    await yieldToEventLoop();
  }
}

/** Those for which the filter holds among the next `size` entries of the walk, which are read in its order. */
function walked(tenant: Tenant, plan: ContactPlan, after: PagePosition | null, size: number, limit: number): Promise<Row[]> {
  const entries = entriesOf(plan.walk, "c.row", after, size);
  return rowsOf(tenant.connection, sql`${amongEntries(plan, entries, columnsOf(plan))} LIMIT ${limit}`);
}

/** The wide rows are read only once it is known which of them make the page. */
function sorted(tenant: Tenant, plan: ContactPlan, rows: string, after: PagePosition | null, limit: number): Promise<Row[]> {
  const best = sql`${among(plan, rows, "c.row")}${isAfter(plan.walk, after)} ${orderBy(plan.walk)} LIMIT ${limit}`;
  return rowsOf(tenant.connection, sql`SELECT ${raw(columnsOf(plan))} FROM (${best}) AS w CROSS JOIN contacts AS c ON c.row = w.row`);
}

export async function countContacts(tenant: Tenant, filter: ContactFilter): Promise<number> {
  const plan = planContacts(tenant.agentId, filter, { by: "lastSeenAt", descending: true });
  const { walk, rest } = plan;
  const rows = await shortest(tenant, rest.length > 0 ? [...plan.narrow, ...plan.others] : []);
  if (rows !== null) return countOf(await rowsOf(tenant.connection, among(plan, rows, "count(*)")));
  // Without more to check the index alone is counted, its rows are not looked up.
  const step = rest.length === 0 ? indexStep : laterStep;
  let count = 0;
  for (let from: PagePosition | null = null; ; await yieldToEventLoop()) {
    const entries = entriesOf(walk, "c.row", from, step);
    count += countOf(
      await rowsOf(tenant.connection, rest.length === 0 ? sql`SELECT count(*) FROM (${entries})` : amongEntries(plan, entries, "count(*)")),
    );
    from = await positionOfEntry(tenant, walk, from, step);
    if (from === null) return count;
  }
}

const countOf = (rows: Row[]) => Number(rows[0]?.[0] ?? 0);
