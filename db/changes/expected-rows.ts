import type { TableName } from "#core/model/tables.ts";
import type { ChangeSet, ExpectedRows } from "#core/ports/change-set.ts";
import { encode } from "../rows.ts";
import { join, raw, type Statement, sql, statement } from "../sql.ts";
import { column, type Kind, tables } from "../tables.ts";

type PlainTable = { readonly name: string; readonly columns: Readonly<Record<string, Kind>> };

/** The batch fails as stale unless each match finds exactly the rows that were read: none that is new, and none that has gone. */
export function expectedRows(expected: readonly ExpectedRows[], agentId: string | null): Statement[] {
  const bySql = Map.groupBy(expected.map(namesOf), ({ table, by, names }) => [table, by, ...names].join(" "));
  return [...bySql.values()].flatMap((same) => {
    const [first] = same;
    return first ? statementsFor(first, same, agentId) : [];
  });
}

type NamedMatch = ExpectedRows & { names: string[] };

function namesOf(one: ExpectedRows): NamedMatch {
  const { columns }: PlainTable = tables[one.table];
  const names = Object.keys(columns).filter((name) => name !== "agentId" && one.match[name] !== undefined);
  if (names.some((name) => columns[name] === "json")) throw new Error(`a match of ${one.table} names a JSON column`);
  return { ...one, names };
}

function statementsFor({ table, by, names }: NamedMatch, same: readonly NamedMatch[], agentId: string | null): Statement[] {
  const { columns }: PlainTable = tables[table];
  const rows = same.map(({ match, values }) => ({ ...match, expectedValues: [...new Set(values)] }));
  return encode({ ...columns, expectedValues: "json" }, [...names, "expectedValues"], rows).map(({ text }) => {
    const found = rowsEqualTo(table, names, agentId);
    const values = raw(`json_extract(j.value, '$[${names.length}]')`);
    const isAnother = sql`(SELECT count(DISTINCT t.${raw(column(by))}) ${found}) <> json_array_length(${values})`;
    const isGone = sql`EXISTS (SELECT 1 FROM json_each(${values}) AS e WHERE NOT EXISTS (SELECT 1 ${found} AND t.${raw(column(by))} = e.value))`;
    return none(text, sql`(${isAnother} OR ${isGone})`);
  });
}

/** The batch fails as stale unless each row is there as it was read, JSON columns apart: what they hold has no one spelling. */
export function unreplaced(replaced: ChangeSet["replaced"], agentId: string | null): Statement[] {
  return [...Map.groupBy(replaced, ({ table }) => table)].flatMap(([table, ofTable]) => {
    const { columns }: PlainTable = tables[table];
    const names = Object.keys(columns).filter((name) => name !== "agentId" && columns[name] !== "json");
    const rows = ofTable.map(({ row }) => row);
    return encode(columns, names, rows).map(({ text }) => none(text, sql`NOT EXISTS (SELECT 1 ${rowsEqualTo(table, names, agentId)})`));
  });
}

/** Rows of a table that equal the row `j` of the JSON. */
function rowsEqualTo(table: TableName, names: readonly string[], agentId: string | null): Statement {
  const owner = raw(table === "agents" ? "id" : "agent_id");
  if (agentId === null) throw new Error("the directory expects no rows");
  const equal = names.map((name, at) => raw(`t.${column(name)} IS j.value->>${at}`));
  return sql`FROM ${raw(tables[table].name)} AS t WHERE ${join([sql`t.${owner} = ${agentId}`, ...equal], " AND ")}`;
}

/** Fails the batch, by the trigger of `expectations`, when the condition holds for any row of the JSON. */
function none(text: string, isBroken: Statement): Statement {
  return sql`INSERT INTO expectations(expected, changed) SELECT 0, count(*) FROM ${statement("json_each(?)", text)} AS j WHERE ${isBroken}`;
}
