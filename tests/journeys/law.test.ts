import fc from "fast-check";
import { expect, it } from "vitest";
import { openCore } from "#tests/support/context.ts";
import { Teller, told } from "#tests/support/races/law.ts";
import { history, historyEnd, type Step } from "#tests/support/records/histories.ts";
import { randomFrom } from "#tests/support/records/random.ts";

/** `LAW_HISTORIES=20000 npx vitest run tests/journeys/law.test.ts` tells as many as architecture.md asks for. */
const count = Number(process.env.LAW_HISTORIES ?? 300);
const atOnce = 100;

it(`makes the same contact, readings and hits of ${count} histories, in order or as they arrive`, { timeout: 3_600_000 }, async () => {
  const histories = fc.sample(history, { numRuns: count, seed: 7 });
  const now = () => historyEnd;
  const [ordered, arriving] = [await openCore(now), await openCore(now)];

  const mismatches: string[] = [];
  for (let first = 0; first < histories.length; first += atOnce) {
    const chunk = histories.slice(first, first + atOnce);
    await Promise.all(
      chunk.map(async (steps, i) => {
        const name = `p${first + i}`;
        await new Teller(ordered.ctx, name).inOrder(steps);
        await new Teller(arriving.ctx, name).asItArrives(steps, randomFrom(first + i));
        const difference = await compare(ordered.ctx, arriving.ctx, name);
        if (difference !== null) mismatches.push(`${name}: ${difference}\n${describeSteps(steps)}`);
      }),
    );
  }
  await Promise.all([ordered.close(), arriving.close()]);

  expect(mismatches.slice(0, 3).join("\n")).toBe("");
});

async function compare(a: Parameters<typeof told>[0], b: Parameters<typeof told>[0], name: string): Promise<string | null> {
  const key = { channel: "telegram" as const, account: "main", externalId: name };
  const find = async (ctx: typeof a) => {
    const view = await ctx.store.ingest.find({ identities: [key], messages: [], actions: [], contactIds: [], addresses: [] });
    return view.contacts[0];
  };
  const [contactA, contactB] = [await find(a), await find(b)];
  if (!contactA) return null;
  if (!contactB) return "is known only when told in order";
  const [rowsA, rowsB] = [await told(a, contactA), await told(b, contactB)];
  return rowsA === rowsB ? null : `in order ${rowsA}\nas it arrives ${rowsB}`;
}

function describeSteps(steps: readonly Step[]): string {
  return steps.map((step) => JSON.stringify(step)).join("\n");
}
