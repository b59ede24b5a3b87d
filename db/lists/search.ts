import { searchWords } from "#core/rules/text/search.ts";
import { raw, type Statement, sql } from "../sql.ts";
import type { Condition } from "./condition.ts";

/** Shorter words are not in the trigram index: they begin a name, or beside others a word of it. Digits may stand anywhere in a number. */
const indexed = 3;

/** What `q` asks for: every word must be found in the folded name, e-mail or phone digits. */
export function searchFor(q: string, agentId: string): Condition[] {
  const words = searchWords(q);
  const [first, ...others] = words;
  if (first === undefined) return [];
  const inText = (word: string): Condition => ({ holds: sql`instr(c.search_text, ${word}) > 0` });
  const short = (word: string): Condition => (/^\d+$/.test(word) ? inText(word) : beginsWord(word));
  const long = words.filter((word) => [...word].length >= indexed);
  if (long.length > 0) {
    // One of the words may be rare; otherwise the rows that contain all of them may be few.
    const each = words.map((word) => (long.includes(word) ? { ...inText(word), rows: matching([word]), isNarrow: true } : short(word)));
    return long.length > 1 ? [...each, { holds: raw("true"), rows: matching(long) }] : each;
  }
  const holds = sql`c.name_key >= ${first} AND c.name_key < ${`${first}\u{10ffff}`}`;
  const rows = sql`SELECT row FROM contacts AS c INDEXED BY contacts_by_name WHERE c.agent_id = ${agentId} AND ${holds}`;
  return [{ holds, rows, isNarrow: true, bounds: { column: "name_key", holds } }, ...others.map(short)];
}

/** Marks within names part their words, too. */
function beginsWord(word: string): Condition {
  return { holds: sql`instr(' ' || replace(replace(c.name_key, '-', ' '), char(39), ' '), ${` ${word}`}) > 0` };
}

/** Rows of all agents: those of others fall out when they are looked up. */
function matching(words: readonly string[]): Statement {
  return sql`SELECT rowid AS row FROM contacts_search WHERE contacts_search MATCH ${words.map(quote).join(" AND ")}`;
}

const quote = (word: string) => `"${word.replaceAll('"', '""')}"`;
