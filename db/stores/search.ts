import { foldText } from "#core/rules/text.ts";
import { sql } from "../sql.ts";
import type { Condition } from "./contact-filter.ts";

/** Shorter words are not in the trigram index: beside longer ones they are looked for in the text, alone they begin a name. */
const indexed = 3;

/** What `q` asks for: every word must be found in the folded name, e-mail or phone digits. */
export function searchFor(q: string, agentId: string): Condition[] {
  const words = toWords(q);
  const [first, ...others] = words;
  if (first === undefined) return [];
  const inText = (word: string): Condition => ({ holds: sql`instr(c.search_text, ${word}) > 0` });
  const long = words.filter((word) => [...word].length >= indexed);
  if (long.length > 0) {
    // Rows of all agents: those of others fall out when they are looked up.
    const rows = sql`SELECT rowid AS row FROM contacts_search WHERE contacts_search MATCH ${long.map(quote).join(" AND ")}`;
    return words.map((word, at) => (at === 0 ? { ...inText(word), rows, isNarrow: true } : inText(word)));
  }
  const holds = sql`c.name_key >= ${first} AND c.name_key < ${`${first}\u{10ffff}`}`;
  const rows = sql`SELECT row FROM contacts AS c INDEXED BY contacts_by_name WHERE c.agent_id = ${agentId} AND ${holds}`;
  return [{ holds, rows, isNarrow: true, bounds: { column: "name_key", holds } }, ...others.map(inText)];
}

const quote = (word: string) => `"${word.replaceAll('"', '""')}"`;

/** Phones are kept as digits with the country first: separators go, groups join, and so do the zeros dialled before the number. */
const phoneLike = /^[+\d().\-/]*\d[+\d().\-/]*$/;

function toWords(q: string): string[] {
  const words = foldText(q.replaceAll("\0", " ")).split(" ").filter(Boolean);
  if (words.length > 1 && words.every((word) => phoneLike.test(word))) return [toDigits(words.join(""))];
  return words.map((word) => (phoneLike.test(word) ? toDigits(word) : word));
}

function toDigits(word: string): string {
  const digits = word.replace(/\D/g, "");
  return digits.replace(/^00?(?=\d)/, "");
}
