import type { TableName } from "#core/model/tables.ts";
import { join, raw, rowsOfJson, type Statement, sql } from "../sql.ts";
import { column, tableNames, tables } from "../tables.ts";

/** A SELECT of the contacts' ids, and of those that have become part of them. The id of one that is part of another gives nothing. */
export function personIds(agentId: string, ids: readonly string[]): Statement {
  return sql`WITH RECURSIVE person(id) AS (
      SELECT c.id FROM ${rowsOfJson(ids)} AS j CROSS JOIN contacts AS c ON c.agent_id = ${agentId} AND c.id = j.value
      UNION SELECT m.from_id FROM person CROSS JOIN merges AS m ON m.agent_id = ${agentId} AND m.into_id = person.id AND m.undone_at IS NULL)
    SELECT id FROM person`;
}

/**
 * A SELECT of the ids of all posts in the staff chat about the persons: those written for them, and those that show one of
 * their records, for whomever it was posted. Costs nothing while there are no posts of a kind.
 */
export function postIdsAbout(agentId: string, persons: Statement): Statement {
  const bySubject = (name: TableName, named: string, kind: string) => {
    const record = sql`FROM (${persons}) AS n CROSS JOIN ${raw(tables[name].name)} AS t ON t.agent_id = ${agentId} AND t.${raw(column(named))} = n.id
      CROSS JOIN posts AS p INDEXED BY posts_once ON p.agent_id = ${agentId} AND p.kind = ${kind}`;
    const exists = sql`EXISTS (SELECT 1 FROM posts INDEXED BY posts_once WHERE agent_id = ${agentId} AND kind = ${kind})`;
    // A subject is the record's id, or the id, a colon and a part.
    return [
      sql`SELECT p.id ${record} AND p.subject_id = t.id WHERE ${exists}`,
      sql`SELECT p.id ${record} AND p.subject_id >= t.id || ':' AND p.subject_id < t.id || ';' WHERE ${exists}`,
    ];
  };
  const subjects = tableNames.flatMap((name) => {
    const { contactColumns, posts } = tables[name].policy;
    return posts.flatMap((kind) => contactColumns.flatMap((named) => bySubject(name, named, kind)));
  });
  return join(
    [sql`SELECT id FROM posts WHERE agent_id = ${agentId} AND contact_id IN (${persons}) AND contact_id IS NOT NULL`, ...subjects],
    " UNION ",
  );
}
