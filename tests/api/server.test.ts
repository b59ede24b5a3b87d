import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { childEnvironment } from "#tests/support/services/child-environment.ts";

type Server = { process: ChildProcess; url: string; folder: string; key: string; said(): string };

/** The API alone, on a free port and a folder of its own; or the whole server as `npm start` runs it. */
async function start(env: Record<string, string> = {}, folder = newFolder(), entry = "api/node.ts"): Promise<Server> {
  const child = run({ DATA_DIR: folder, ...env }, entry);
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  while (!/is listening|Admin key: /.test(output)) {
    if (child.exitCode !== null) throw new Error(output);
    await Promise.race([once(child.stdout ?? child, "data"), once(child, "exit")]);
  }
  const url = /http:\/\/[^"\s]+/.exec(output)?.[0] ?? "";
  const key = env.API_KEY ?? readFileSync(join(folder, "admin.key"), "utf8").trim();
  return { process: child, url, folder, key, said: () => output };
}

function run(env: Record<string, string>, entry = "api/node.ts"): ChildProcess {
  const child = spawn("node_modules/.bin/node", [entry], { env: childEnvironment({ PORT: "0", ...env }) });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rapport-start-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const ended = async (child: ChildProcess) => child.exitCode ?? ((await once(child, "exit"))[0] as number | null);

/** What a raw connection gets back until the server closes it. */
function raw(url: string, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(text));
    socket.on("data", (chunk) => {
      answer += chunk.toString();
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", () => resolve(answer));
  });
}

describe("the server", { timeout: 120_000 }, () => {
  it("says where it is and where its key is, keeps the key for its owner, and knows it again", async () => {
    const first = await start({}, newFolder(), "api/start.js");
    const headers = { authorization: `Bearer ${first.key}` };

    expect(first.said()).toContain(`${first.url}/docs`);
    expect(first.said()).toContain(join(first.folder, "admin.key"));
    expect(first.said()).not.toContain(first.key);
    expect(statSync(join(first.folder, "admin.key")).mode & 0o777).toBe(0o600);
    expect((await fetch(`${first.url}/v1/contacts`, { headers })).status).toBe(200);
    first.process.kill("SIGTERM");
    expect(await ended(first.process)).toBe(0);

    const second = await start({}, first.folder);
    expect((await fetch(`${second.url}/v1/contacts`, { headers })).status).toBe(200);
  });

  it("exits 0 also when it is stopped while the queue is being opened", async () => {
    const { process: child, said } = await start({}, newFolder(), "api/start.js");

    child.kill("SIGTERM");

    expect([await ended(child), said()]).toEqual([0, expect.not.stringContaining("cannot")]);
  });

  it("takes the key of the environment, and lets the one before it no longer in", async () => {
    const first = await start();
    first.process.kill("SIGTERM");
    await ended(first.process);
    const second = await start({ API_KEY: "a-key-of-at-least-24-characters" }, first.folder);

    const status = async (key: string) => (await fetch(`${second.url}/v1/contacts`, { headers: { authorization: `Bearer ${key}` } })).status;

    expect(await status("a-key-of-at-least-24-characters")).toBe(200);
    expect(await status(first.key)).toBe(401);
  });

  it("drains what is under way before it exits 0", async () => {
    const { process: child, url, key } = await start();
    const body = new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(url).port), "127.0.0.1", () => {
        socket.write(
          `POST /v1/tags HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\nContent-Length: 12\r\nExpect: 100-continue\r\n\r\n`,
        );
      });
      socket.once("data", () => {
        child.kill("SIGTERM");
        socket.once("data", (chunk) => {
          expect(chunk.toString()).toContain("201 Created");
          resolve();
        });
        socket.write('{"name":"x"}');
      });
    });

    await body;
    expect(await ended(child)).toBe(0);
  });

  it("refuses bodies that are too large, chunked ones too", async () => {
    const { url, key } = await start();
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const chunks = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode("x".repeat(100_000)));
      },
    });

    const announced = await fetch(`${url}/v1/tags`, { method: "POST", headers, body: "x".repeat(2_000_000) });
    const streamed = await fetch(`${url}/v1/tags`, { method: "POST", headers, body: chunks, duplex: "half" } as RequestInit).then(
      ({ status }) => status,
      () => 413,
    );

    expect(announced.status).toBe(413);
    expect(streamed).toBe(413);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it("answers malformed requests with 400, and goes on", async () => {
    const { url } = await start();

    expect(await raw(url, "GARBAGE\r\n\r\n")).toContain("400 Bad Request");
    expect(await raw(url, `GET / HTTP/1.1\r\nHost: x\r\nX: ${"y".repeat(20_000)}\r\n\r\n`)).toContain("431");
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it("does not start in a wrong environment, and says all that is wrong", async () => {
    const child = run({ PORT: "x", API_KEY: "short-secret" });
    let output = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });

    expect(await ended(child)).toBe(1);
    expect(output).toMatch(/PORT[\s\S]*API_KEY/);
    expect(output).not.toContain("short-secret");
  });
});
