import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { applyImport } from "#core/usecases/imports/apply-import.ts";
import { getImport } from "#core/usecases/imports/imports.ts";
import { type PlannedImport, type StagedRow, stageImport } from "#core/usecases/imports/stage-import.ts";
import { runOperation } from "#core/usecases/operations/run-operation.ts";
import { type Core, openCore } from "#tests/support/context.ts";

const now = Date.UTC(2026, 0, 20);

let core: Core;
beforeEach(async () => {
  core = await openCore(() => now);
});
afterEach(() => core.close());

type Values = Record<string, string>;

async function stage(ctx: Context, values: readonly Values[]): Promise<PlannedImport> {
  const columns = [...new Set(values.flatMap((row) => Object.keys(row)))];
  const rows = values.map((row, at): StagedRow => ({ line: at + 2, values: row, reasons: [] }));
  async function* batches() {
    for (let at = 0; at < rows.length; at += 150) yield rows.slice(at, at + 150);
  }
  return stageImport(ctx, { file: { format: "csv", columns: () => columns, batches: batches(), requestHash: () => "" } });
}

async function applied(ctx: Context, values: readonly Values[]) {
  const { file } = await stage(ctx, values);
  const { id } = await applyImport(ctx, { id: file.id, planId: file.planId ?? "" });
  await runOperation(ctx, { id, isLastTry: false });
  return getImport(ctx, { id: file.id });
}

const people = Array.from({ length: 450 }, (_, n) => ({
  name: `Person ${n}`,
  email: `p${n}@example.com`,
  "telegram id": `${n}`,
  tags: `t${n % 3}`,
  notes: `Note ${n}`,
}));

/** The process dies at its n-th commit, before or after it is kept. */
function dying(at: number, when: "before" | "after"): Context {
  let commits = 0;
  const commit = async (changes: ChangeSet) => {
    commits += 1;
    if (commits === at && when === "before") throw new Error("killed");
    await core.ctx.store.commit(changes);
    if (commits === at) throw new Error("killed");
  };
  return { ...core.ctx, store: { ...core.ctx.store, commit } };
}

describe("applying an import whose process dies", () => {
  it.each([
    [1, "before"],
    [1, "after"],
    [2, "before"],
    [2, "after"],
    [3, "after"],
  ] as const)("at commit %i, %s it is kept, goes on from there and makes each contact once", async (at, when) => {
    const { file } = await stage(core.ctx, people);
    const { id } = await applyImport(core.ctx, { id: file.id, planId: file.planId ?? "" });
    await expect(runOperation(dying(at, when), { id, isLastTry: false })).rejects.toThrow("killed");

    await runOperation(core.ctx, { id, isLastTry: false });

    expect(await getImport(core.ctx, { id: file.id })).toMatchObject({ state: "applied", counts: { create: 450, applied: 450 } });
    expect(await core.ctx.store.contacts.count({})).toBe(450);
    expect(await core.ctx.store.labels.tags()).toHaveLength(3);
  });
});

describe("a dry run whose process dies", () => {
  it("remembers the rows before, when it goes on in another process", async () => {
    const again = people.slice(0, 5).map((row) => ({ ...row, notes: "" }));
    const { file } = await stage(core.ctx, [...people, ...again]);
    const begun = { ...file, state: "planning" as const, planId: null, counts: { ...file.counts, create: 450, update: 0 } };
    const operation = await core.ctx.store.operations.find(file.operationId ?? "");
    if (!operation) throw new Error("there is no operation");
    const id = core.ctx.newId("op");
    const cursor = String(people.length + 1);
    const halfway = { ...operation, id, state: "running" as const, cursor, finishedAt: null };
    await core.ctx.store.commit(new ChangeSet().insert("operations", halfway).put("imports", { ...begun, operationId: id }));

    await runOperation(core.ctx, { id, isLastTry: false });

    expect(await getImport(core.ctx, { id: file.id })).toMatchObject({ state: "planned", counts: { create: 450, update: 5, newTags: 3 } });
  });
});

const optional = (arbitrary: fc.Arbitrary<string>) => fc.option(arbitrary, { nil: "" });
const values = fc.uniqueArray(
  fc.record({
    email: fc.integer({ min: 0, max: 10_000 }).map((n) => `p${n}@example.com`),
    name: optional(fc.string({ unit: "grapheme", maxLength: 20 }).filter((text) => !text.includes("\u0000"))),
    company: optional(fc.constantFrom("=1+1", "Reyes, Catering", '"', "Ñandú")),
    tags: optional(fc.constantFrom("a", "a; B", "b|A")),
    notes: optional(fc.constantFrom("one", "two")),
    "opt in": optional(fc.constantFrom("yes", "no", "maybe")),
    vip: optional(fc.constantFrom("yes", "no")),
  }),
  { selector: ({ email }) => email, minLength: 1, maxLength: 20 },
);

/** What an import makes of the agent, without ids. */
async function picture({ store }: Context): Promise<unknown[]> {
  const contacts = await store.contacts.scan(null, 200);
  const tags = await store.labels.tagsOf(contacts.map(({ id }) => id));
  return contacts
    .map(({ id, name, email, company, optedOut, vip, status }) => [
      email,
      name,
      company,
      optedOut,
      vip,
      status,
      tags.get(id)?.map(({ nameKey }) => nameKey),
    ])
    .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
}

describe("a file of people", () => {
  it("changes nothing when it is imported again", async () => {
    await fc.assert(
      fc.asyncProperty(values, async (rows) => {
        const { ctx, close } = await openCore(() => now);
        await applied(ctx, rows);
        const before = await picture(ctx);

        const { file, rows: decided } = await stage(ctx, rows);

        expect(decided.map(({ reasons }) => reasons.at(-1)?.code)).toEqual(rows.map(() => "no_change"));
        expect(file.counts).toMatchObject({ rows: rows.length, skip: rows.length });
        expect(await picture(ctx)).toEqual(before);
        await close();
      }),
      { numRuns: 15 },
    );
  });

  it("makes the same contacts in whatever order its rows are", async () => {
    await fc.assert(
      fc.asyncProperty(values, fc.integer(), async (rows, seed) => {
        const [one, other] = [await openCore(() => now), await openCore(() => now)];
        const shuffled = [...rows].sort(
          (a, b) => ((a.email.length * 31 + a.email.charCodeAt(1) * seed) % 7) - ((b.email.length * 31 + b.email.charCodeAt(1) * seed) % 7),
        );
        const files = [await applied(one.ctx, rows), await applied(other.ctx, shuffled)];

        expect(await picture(one.ctx)).toEqual(await picture(other.ctx));
        expect(files[0]?.counts).toEqual(files[1]?.counts);
        await one.close();
        await other.close();
      }),
      { numRuns: 10 },
    );
  });
});
