import type { TableName } from "#core/model/tables.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import { encode } from "../rows.ts";
import { type Statement, statement } from "../sql.ts";
import { column, type Kind, tableNames, tables } from "../tables.ts";
import { updateContacts } from "./contact-updates.ts";
import { moveDeliveries } from "./delivery-moves.ts";
import { erasure } from "./erasure.ts";
import { expectedRows, unreplaced } from "./expected-rows.ts";
import { unchanged, unmoved } from "./guards.ts";
import { stepOperations } from "./operation-steps.ts";
import { readInContext } from "./read-in-context.ts";
import { reviewOfBranch } from "./review-branch.ts";
import { setWork } from "./set-work.ts";
import { absorb, transfer } from "./transfers.ts";

type AnyTable = { readonly name: string; readonly key: readonly string[]; readonly columns: Readonly<Record<string, Kind>> };
type AnyRow = Readonly<Record<string, unknown>>;

/** The statements of a change set: a few for each table it touches, whatever the number of rows. `agentId` null: those of the directory. */
export function toStatements(changes: ChangeSet, agentId: string | null): Statement[] {
  const removals = tableNames.toReversed().flatMap((name) => remove(name, changes.removals[name] ?? [], agentId));
  const writes = tableNames.flatMap((name) => [
    ...write(name, changes.inserts[name] ?? [], agentId, insertSqlOf),
    ...write(name, changes.puts[name] ?? [], agentId, putSqlOf),
  ]);
  return [
    ...expectedRows(changes.expected, agentId),
    ...unreplaced(changes.replaced, agentId),
    ...unchanged(changes.unchanged, agentId),
    ...unmoved(
      changes.followUps.map(({ before }) => before),
      agentId,
    ),
    ...erasure(changes.erased, agentId),
    ...removals,
    ...writes,
    ...write(
      "followups",
      changes.followUps.map(({ after }) => after),
      agentId,
      putSqlOf,
    ),
    ...readInContext(changes.readInContext, agentId),
    ...changes.transfers.flatMap((one) => transfer(one, agentId)),
    ...updateContacts(changes.updates, agentId),
    ...moveDeliveries(changes.moves, agentId),
    ...changes.sets.flatMap((work) => setWork(work, agentId)),
    ...changes.reviewedBranches.flatMap((one) => reviewOfBranch(one, agentId)),
    ...stepOperations(changes.steps, agentId),
    ...changes.absorbed.flatMap((contact) => absorb(contact, agentId)),
  ];
}

function write(name: TableName, rows: readonly AnyRow[], agentId: string | null, sqlOf: (name: TableName) => string): Statement[] {
  if (rows.length === 0) return [];
  const owner = name === "agents" ? "id" : "agentId";
  if (agentId !== null && rows.some((row) => row[owner] !== agentId)) throw new Error(`a row of ${name} belongs to another agent`);
  const { columns }: AnyTable = tables[name];
  const sql = sqlOf(name);
  return encode(columns, Object.keys(columns), rows).map(({ text }) => statement(sql, text));
}

const insertSqlOf = madeOnce(insertSql);
const putSqlOf = madeOnce(putSql);

/** A table's statement never changes. */
function madeOnce(make: (table: AnyTable) => string): (name: TableName) => string {
  const made = new Map<TableName, string>();
  return (name) => {
    const sql = made.get(name) ?? make(tables[name]);
    made.set(name, sql);
    return sql;
  };
}

/** Without MATERIALIZED, SQLite writes the row's JSON out again and reads it again for every one of its columns. */
const given = "WITH given AS MATERIALIZED (SELECT value FROM json_each(?))";

function insertSql(table: AnyTable): string {
  const names = Object.keys(table.columns);
  const values = names.map((_, at) => `value->>${at}`);
  return `INSERT INTO ${table.name}(${names.map(column).join(", ")}) ${given} SELECT ${values.join(", ")} FROM given WHERE true`;
}

function putSql(table: AnyTable): string {
  const key = table.name === "agents" ? table.key : ["agentId", ...table.key];
  const rest = Object.keys(table.columns).filter((name) => !key.includes(name));
  const set = rest.map((name) => `${column(name)} = ${replacement(table, name)}`);
  return `${insertSql(table)} ON CONFLICT(${key.map(column).join(", ")}) DO UPDATE SET ${set.join(", ")}`;
}

/** What is once verified stays so, in whatever order the evidence comes. */
function replacement(table: AnyTable, name: string): string {
  const value = `excluded.${column(name)}`;
  return table.name === "addresses" && name === "verified" ? `max(${table.name}.${column(name)}, ${value})` : value;
}

function remove(name: TableName, matches: readonly AnyRow[], agentId: string | null): Statement[] {
  const [first] = matches;
  if (!first) return [];
  if (agentId === null) throw new Error("the directory removes nothing");
  if (matches.some((match) => "agentId" in match && match.agentId !== agentId)) throw new Error(`a match of ${name} names another agent`);
  const { name: table, columns }: AnyTable = tables[name];
  const names = Object.keys(first).filter((each) => each !== "agentId");
  if (names.length === 0) throw new Error(`a match of ${name} names no column`);
  const values = names.map((_, at) => `value->>${at}`);
  const owner = name === "agents" ? "id" : "agent_id";
  const sql = `DELETE FROM ${table} WHERE ${owner} = ? AND (${names.map(column).join(", ")}) IN (SELECT ${values.join(", ")} FROM json_each(?))`;
  return encode(columns, names, matches).map(({ text }) => statement(sql, agentId, text));
}
