import { connect } from "node:net";
import { expect, it } from "vitest";
import type { Logger } from "#api/logger.ts";
import { listen } from "#api/node/server.ts";
import { testApp } from "../support/app.ts";
import { eventually } from "../support/eventually.ts";

const json = "content-type: application/json";

it.each([
  ["half a body of a known length", "POST", "/v1/contacts", `${json}\r\ncontent-length: 1000`, '{"name":'],
  ["no body at all", "POST", "/v1/contacts", `${json}\r\ncontent-length: 1000`, ""],
  ["a chunk that is not the last", "POST", "/v1/contacts", `${json}\r\ntransfer-encoding: chunked`, '8\r\n{"name":\r\n'],
  ["half a batch", "POST", "/v1/messages/batch", `${json}\r\ncontent-length: 5000000`, '{"messages":['],
  [
    "half a file of contacts",
    "POST",
    "/v1/contacts/import",
    "content-type: text/csv\r\ncontent-length: 100000",
    "name,email\r\nAna,ana@example.com\r\n",
  ],
  ["half a file in chunks", "POST", "/v1/contacts/import", "content-type: text/csv\r\ntransfer-encoding: chunked", "c\r\nname,email\r\n\r\n"],
  ["half a call of a platform", "POST", "/hooks/telegram", `${json}\r\ncontent-length: 1000`, '{"update_id":'],
  ["a list, before it is answered", "GET", "/v1/contacts", "accept: */*", ""],
  ["an export, before it is read", "GET", "/v1/contacts.csv", "accept: */*", ""],
])("a client that hangs up after %s is no error of the server's", async (_what, method, path, headers, body) => {
  const lines: string[] = [];
  const log: Logger = {
    debug: (fields, message) => void lines.push(`debug ${message} ${JSON.stringify(fields)}`),
    info: (_fields, message) => void lines.push(`info ${message}`),
    warn: (fields, message) => void lines.push(`warn ${message} ${JSON.stringify(fields)}`),
    error: (fields, message) => void lines.push(`error ${message} ${JSON.stringify(fields)}`),
  };
  const { app, key } = await testApp({ log });
  const server = await listen(app.fetch, { host: "127.0.0.1", port: 0 });
  lines.length = 0;

  await new Promise<void>((resolve) => {
    const socket = connect(server.port, "127.0.0.1", () => {
      socket.write(`${method} ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\n${headers}\r\n\r\n${body}`, () => {
        setImmediate(() => socket.destroy());
      });
    });
    socket.on("close", () => resolve());
    socket.on("error", () => resolve());
  });
  const answered = await eventually(
    async () => lines.filter((line) => line.startsWith("debug request")),
    (all) => all.length > 0,
  ).catch(() => []);
  await server.stop();

  expect(lines.filter((line) => /^(error|warn)/.test(line))).toEqual([]);
  expect(answered.filter((line) => /"status":5/.test(line))).toEqual([]);
});
