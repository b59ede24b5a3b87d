import type { ContactRecord } from "#core/model/records.ts";
import { encode } from "../rows.ts";
import { type Statement, statement } from "../sql.ts";
import { column, tables } from "../tables.ts";
import { expecting } from "./expecting.ts";

/**
 * SQLite rewrites every index on a column that an UPDATE sets, also when the value is the same. So each group of columns has its
 * own statement, which gets only the contacts in which the group differs. The columns of `hot` change with every message.
 */
type ColumnGroup = "hot" | "settings" | "score" | "class" | "names" | "people";

const groupOf: Record<Exclude<keyof ContactRecord, "id" | "agentId" | "version">, ColumnGroup> = {
  updatedAt: "hot",
  settingsVersion: "settings",
  rulesVersion: "settings",
  state: "hot",
  messageCount: "hot",
  firstSeenAt: "hot",
  lastSeenAt: "hot",
  recentAt: "hot",
  reviewAt: "hot",
  sentiment: "hot",
  sentimentLevel: "hot",
  sentimentTrend: "hot",
  language: "hot",
  awaitingReply: "hot",
  score: "score",
  grade: "score",
  status: "class",
  statusBecause: "class",
  stage: "class",
  vip: "class",
  vipBecause: "class",
  atRisk: "class",
  atRiskBecause: "class",
  name: "names",
  email: "names",
  phone: "names",
  company: "names",
  nameKey: "names",
  searchText: "names",
  ownerId: "people",
  branchId: "people",
  timeZone: "people",
  attributes: "people",
  vipOverride: "people",
  peopleBy: "people",
  optedOut: "class",
  channels: "people",
  source: "people",
  sourceDetail: "people",
  createdAt: "people",
};

type Update = { before: ContactRecord; after: ContactRecord };

// The keys of `groupOf` are columns of a contact by its type.
const columnsOf = (group: ColumnGroup) => (Object.keys(groupOf) as (keyof typeof groupOf)[]).filter((name) => groupOf[name] === group);
const others = (["settings", "score", "class", "names", "people"] as const).map((group) => ({
  group,
  names: columnsOf(group),
  sql: updateSql(columnsOf(group)),
}));
const hot = guarded(columnsOf("hot"));
/** The only `hot` columns that differ for contacts that were decided again or edited by hand. */
const still: readonly (keyof ContactRecord)[] = ["updatedAt", "reviewAt"];
// The state comes last, because comparing it takes longest and a change usually shows in another column first.
const moving = [...hot.names.filter((name) => name !== "state" && !still.includes(name)), "state" as const];
const decided = guarded(still);
const settingsColumns = columnsOf("settings");
const brought = guarded([...still, ...settingsColumns]);

type Write = { names: readonly (keyof ContactRecord)[]; sql: string };

/** One of these is written for every contact: it takes the version that was read, and counts it up. */
function guarded(names: Write["names"]): Write {
  return { names, sql: updateSql(names, ["version"]) };
}

function updateSql(names: readonly string[], guards: readonly string[] = []): string {
  const given = ["agentId", "id", ...guards, ...names];
  const values = given.map((name, at) => `value->>${at} AS ${column(name)}`);
  const set = [
    ...guards.map((name) => `${column(name)} = contacts.${column(name)} + 1`),
    ...names.map((name) => `${column(name)} = j.${column(name)}`),
  ];
  const held = guards.map((name) => ` AND contacts.${column(name)} = j.${column(name)}`);
  // The plus keeps the planner from walking all contacts of the agent to look each up in the list.
  return `UPDATE contacts SET ${set.join(", ")} FROM (SELECT ${values.join(", ")} FROM json_each(?)) AS j
    WHERE +contacts.agent_id = ? AND contacts.agent_id = j.agent_id AND contacts.id = j.id${held.join("")}`;
}

/** Writes what differs. The batch fails unless every contact is there in the version that was read. */
export function updateContacts(updates: readonly Update[], agentId: string | null): Statement[] {
  if (updates.length === 0) return [];
  if (agentId === null) throw new Error("the directory updates no contact");
  check(updates, agentId);

  const { columns } = tables.contacts;
  const all = updates.map((update) => ({ ...update, guard: guardOf(update) }));
  const byGuard = Map.groupBy(all, ({ guard }) => guard);
  const guards = [...byGuard].flatMap(([{ names, sql }, given]) => {
    const rows = given.map(({ before, after }) => ({ ...after, version: before.version }));
    return encode(columns, ["agentId", "id", "version", ...names], rows).flatMap(({ text, count }) =>
      expecting(count, statement(sql, text, agentId)),
    );
  });
  const rest = others.flatMap(({ group, names, sql }) => {
    const moved = all.filter((update) => !(group === "settings" && update.guard === brought) && isMoved(update, names));
    return encode(
      columns,
      ["agentId", "id", ...names],
      moved.map(({ after }) => after),
    ).map(({ text }) => statement(sql, text, agentId));
  });
  return [...guards, ...rest];
}

/** The statement that takes the contact's version. */
function guardOf(update: Update): Write {
  if (isMoved(update, moving)) return hot;
  return isMoved(update, settingsColumns) ? brought : decided;
}

function isMoved({ before, after }: Update, names: Write["names"]): boolean {
  return names.some((name) => differs(before[name], after[name]));
}

function check(updates: readonly Update[], agentId: string): void {
  const ids = new Set<string>();
  for (const { before, after } of updates) {
    if (before.agentId !== agentId || after.agentId !== agentId || before.id !== after.id) throw new Error("an update names another contact");
    if (ids.has(before.id)) throw new Error(`a change set updates contact ${before.id} twice`);
    ids.add(before.id);
  }
}

function differs(before: unknown, after: unknown): boolean {
  if (before === after) return false;
  return typeof after === "object" && after !== null ? JSON.stringify(before) !== JSON.stringify(after) : true;
}
