import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { type TestApp, testApp } from "#tests/support/app.ts";

setFlagsFromString("--expose-gc");
// With the flag, `gc` is a function of every new context.
const gc = runInNewContext("gc") as () => void;

const megabyte = 1_048_576;
const encoder = new TextEncoder();

/** Looked at so often near the end: between them a batch is kept, and what it took is given back. */
const looks = 4;

/** Uploads so many bytes of people with much to tell; returns how much more than before is held at least while its last pieces are asked for. */
async function heldAtTheEndOf(app: TestApp, bytes: number): Promise<number> {
  const held = () => {
    gc();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = held();
  let [sent, line, least] = [0, 0, Number.POSITIVE_INFINITY];
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = encoder.encode(sent === 0 ? "name,filler\n" : `Person ${line++},${"x".repeat(8_000)}\n`.repeat(12));
        controller.enqueue(piece);
        sent += piece.length;
        if (sent > bytes - looks * piece.length) least = Math.min(least, held());
        if (sent >= bytes) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const headers = { authorization: `Bearer ${app.key}`, "content-type": "text/csv" };
  const answer = await app.app.request("/v1/contacts/import", { method: "POST", headers, body, duplex: "half" } as RequestInit);
  expect(answer.status).toBe(201);
  return least - before;
}

it("an upload holds a few batches of its file, however long that is", async () => {
  const app = await testApp();
  const short = await heldAtTheEndOf(app, 2 * megabyte);

  const long = await heldAtTheEndOf(app, 20 * megabyte);

  expect(long - short).toBeLessThan(12 * megabyte);
});
