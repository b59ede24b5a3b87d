import { connect } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createApp } from "#api/app.ts";
import { systemRuntime } from "#api/context.ts";
import { silentLogger } from "#api/logger.ts";
import { listen } from "#api/node/server.ts";
import { createHook } from "#bots/staff/slack/receiver.ts";
import { idleBackground } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** A server whose hooks read what they are given; `lengths` are those of the bodies. */
async function openHooks() {
  const held = await testDatabase();
  const lengths: number[] = [];
  const slack = createHook({ signingSecret: "0123456789abcdef-signing", handle: async () => {}, now: () => 0, log: silent });
  const app = createApp({
    directory: held.database.directory,
    ready: async () => true,
    runtime: systemRuntime(),
    log: silentLogger,
    channels: [],
    secret: "a-secret-of-at-least-24-characters",
    background: {
      ...idleBackground,
      workspaces: { ...idleBackground.workspaces, hook: (_id, request) => slack(request) },
      connections: {
        ...idleBackground.connections,
        hook: async (_channel, _id, request) => {
          lengths.push((await request.text()).length);
          return new Response(null, { status: 200 });
        },
      },
    },
  });
  const server = await listen(app.fetch, { host: "127.0.0.1", port: 0 });
  onTestFinished(async () => {
    await server.stop();
    await held.close();
  });
  return { ...server, lengths };
}

const chunk = `${(64 * 1024).toString(16)}\r\n${"x".repeat(64 * 1024)}\r\n`;

/** Sends a chunked body that has no end, until there is an answer; with how many bytes the server has let in. */
async function pour(port: number, path: string): Promise<{ answer: string; sent: number }> {
  const socket = connect(port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  let answer = "";
  const ended = new Promise<void>((resolve) => {
    socket.on("data", (data) => {
      answer += data.toString();
      resolve();
    });
    socket.on("close", () => resolve());
    socket.on("error", () => resolve());
  });
  const most = 200_000_000;
  const write = () => {
    while (answer === "" && !socket.destroyed && socket.bytesWritten < most) if (!socket.write(chunk)) return;
  };
  socket.on("drain", write);
  socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`);
  write();
  await ended;
  return { answer, sent: socket.bytesWritten };
}

describe.each(["/hooks/slack", "/hooks/telegram", "/hooks/telegram/chn_1"])("%s", (path) => {
  it("answers 413 to a chunked body without end, and stops reading it", async () => {
    const { port, lengths } = await openHooks();

    const { answer, sent } = await pour(port, path);

    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(sent).toBeLessThan(20_000_000);
    expect(lengths).toEqual([]);
  });

  it("answers 413 to a body that says how long it is", async () => {
    const { url, lengths } = await openHooks();

    const { status } = await fetch(url + path, { method: "POST", body: "x".repeat(1_000_001) });

    expect(status).toBe(413);
    expect(lengths).toEqual([]);
  });
});

it("hands over bodies of the largest size whole", async () => {
  const { url, lengths } = await openHooks();

  const { status } = await fetch(`${url}/hooks/telegram`, { method: "POST", body: "x".repeat(1_000_000) });

  expect([status, lengths]).toEqual([200, [1_000_000]]);
});
