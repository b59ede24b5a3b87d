import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type TestApp, testApp } from "../support/app.ts";
import { apply, type Contact, type Import, jsonl, type Row, upload } from "../support/imports.ts";
import { dataPath, has } from "../support/services/needs.ts";

type Labelled = { id: string; default_region: string | null; valid: boolean; e164: string | null };

const fileOf = (set: string) => readFileSync(join(dataPath, set, "dev.jsonl"), "utf8");
const linesOf = <T>(text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as T);

async function all<T>(app: TestApp, path: string): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | null = null;
  do {
    const page: string = `${path}?limit=200${cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`}`;
    const { data, nextCursor } = (await app.get(page)).is<{ data: T[]; nextCursor: string | null }>(200);
    found.push(...data);
    cursor = nextCursor;
  } while (cursor !== null);
  return found;
}

/** A whole set, uploaded and applied over HTTP. */
async function imported(set: string, mapping: Record<string, string | null>) {
  const app = await testApp();
  const text = fileOf(set);
  const planned = await upload(app, text, jsonl, `?mapping=${encodeURIComponent(JSON.stringify(mapping))}`);
  const dryRun = await all<Row>(app, `/v1/imports/${planned.id}/rows`);
  const file: Import = await apply(app, planned);
  const rows = await all<Row>(app, `/v1/imports/${planned.id}/rows`);
  return { text, planned, file, dryRun, rows, contacts: await all<Contact>(app, "/v1/contacts") };
}

const isUnexplained = ({ outcome, reasons }: Row) => outcome === null || (outcome === "skip" && reasons.length === 0);
const outcomes = (rows: readonly Row[]) => rows.map(({ line, outcome }) => [line, outcome]);

describe.skipIf(!has.data)("a set of made contacts", () => {
  it("is imported whole: every row has its outcome, which the dry run has said", async () => {
    const { text, planned, file, dryRun, rows, contacts } = await imported("names_contacts", {
      text: "name",
      email: "email",
      phone_raw: "phone",
      company: "company",
      label: "attribute:locale",
      first: null,
      last: null,
    });

    expect(planned.state).toBe("planned");
    expect(rows).toHaveLength(linesOf(text).length);
    expect(rows.filter(isUnexplained)).toEqual([]);
    expect(outcomes(rows)).toEqual(outcomes(dryRun));
    const { create, update, skip, applied } = file.counts;
    expect([create + update + skip, create + update]).toEqual([rows.length, applied]);
    expect(contacts).toHaveLength(create);
    expect(rows.filter(({ contactId, outcome }) => outcome !== "skip" && contactId === null)).toEqual([]);
  });
});

describe.skipIf(!has.data)("a set of labelled phone numbers", () => {
  it("is read as its labels say, wherever a number tells its country", async () => {
    const { text, file, dryRun, rows, contacts } = await imported("phone_numbers", { id: "name", text: "phone", label: null, country: null });

    const labels = linesOf<Labelled>(text);
    expect(rows).toHaveLength(labels.length);
    expect(rows.filter(isUnexplained)).toEqual([]);
    expect(outcomes(rows)).toEqual(outcomes(dryRun));
    expect(contacts).toHaveLength(file.counts.create);
    const phoneOf = new Map(contacts.map(({ id, phone }) => [id, phone]));
    const wrong = labels.flatMap(({ id, default_region, valid, e164 }, at) => {
      const row = rows[at];
      const isRefused = row?.reasons.some(({ code }) => code === "not_a_phone");
      const isRight = valid ? !isRefused && phoneOf.get(row?.contactId ?? "") === e164 : isRefused;
      return default_region !== null || isRight ? [] : [{ id, valid, e164 }];
    });
    expect(wrong).toEqual([]);
  });
});
