import Database from "libsql";
import { beforeAll, expect, it } from "vitest";
import type { Contactability, ContactabilityRow } from "#core/model/contactability.ts";
import { decideContactability } from "#core/rules/contactability/decide.ts";
import { reasons } from "#core/rules/contactability/reasons.ts";
import { contactabilitySql, predicates } from "#db/contactability.ts";
import { contactabilityColumns, noon, randomRow } from "#tests/support/records/contactability.ts";
import { randomFrom } from "#tests/support/records/random.ts";

/** 100,000 on request; fewer find a difference just as surely, but not every rare mixture. */
const count = Number(process.env.CONTACTABILITY_ROWS ?? 20_000);
const chunk = 5_000;

let rows: ContactabilityRow[];
let db: Database.Database;

beforeAll(() => {
  const random = randomFrom(9);
  rows = Array.from({ length: count }, () => randomRow(random));
  db = new Database(":memory:");
  const names = contactabilityColumns.map(({ column }) => column).join(", ");
  const values = contactabilityColumns.map(({ field }) => `value ->> '${field}'`).join(", ");
  db.exec(`CREATE TABLE facts (${names})`);
  const insert = db.prepare(`INSERT INTO facts SELECT ${values} FROM json_each(?) ORDER BY key`);
  for (let from = 0; from < rows.length; from += chunk) insert.run(JSON.stringify(rows.slice(from, from + chunk)));
  return () => db.close();
});

/** The rows on which code and SQL say different things, at most three. */
function differences(sql: string, inCode: (row: ContactabilityRow) => readonly unknown[]) {
  const answers = db.prepare(sql).raw(true).all();
  expect(answers).toHaveLength(count);
  return rows
    .map((row, index) => ({ row, code: JSON.stringify(inCode(row)), sql: JSON.stringify(answers[index]) }))
    .filter(({ code, sql: said }) => code !== said)
    .slice(0, 3);
}

const answerOf = ({ decision, until, reasons: told }: Contactability) => [decision, until, told[0]?.code ?? null];

it("decides in SQL exactly as in code, on any rows", () => {
  const sql = `SELECT decision, until, reason FROM (${contactabilitySql("facts")})`;

  expect(differences(sql, (row) => answerOf(decideContactability(row)))).toEqual([]);
});

it.each(reasons)("finds $code in SQL where code does, with its end", ({ code, holds, until }) => {
  const sql = predicates[code];
  const asked = `SELECT iif(${sql.holds}, 1, 0), iif(${sql.holds}, ${sql.until}, NULL) FROM (SELECT *, at + 7 AS send_at FROM facts)`;
  let held = 0;

  const found = differences(asked, (row) => {
    const isHeld = holds(row, noon + 7);
    held += Number(isHeld);
    return [Number(isHeld), isHeld ? until(row) : null];
  });

  expect(found).toEqual([]);
  expect(held).toBeGreaterThan(count / 100);
});
