import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { startChild } from "#tests/faults/child.ts";
import { tempFolder } from "#tests/support/database.ts";

/** Listens on a free port of loopback, and lists what it is asked for. */
async function listening(): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  // A server on a port has an address of this form.
  return { port: (server.address() as AddressInfo).port, asked };
}

it("a start on a port that is taken says so in one line, ends with 1, and has called no platform", async () => {
  const taken = await listening();
  const platform = await listening();
  const folder = tempFolder();
  onTestFinished(() => folder.remove());
  const address = `http://127.0.0.1:${platform.port}`;
  const child = startChild("api/main.ts", [], {
    PORT: String(taken.port),
    DATA_DIR: folder.file("data"),
    TELEGRAM_BOT_TOKEN: "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
    TELEGRAM_API_ROOT: address,
    SLACK_BOT_TOKEN: "xoxb-0123456789",
    SLACK_SIGNING_SECRET: "0123456789abcdef-signing",
    SLACK_API_URL: `${address}/api`,
  });

  const said = await child.hear(/^((?:.|\n)*\n)/);
  const code = await child.ended;

  expect(said).toMatch(/^port \d+ of 127\.0\.0\.1 is taken: [^\n]*PORT[^\n]*\n$/);
  expect(code).toBe(1);
  expect(platform.asked).toEqual([]);
}, 60_000);
