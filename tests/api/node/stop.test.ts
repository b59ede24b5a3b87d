import { createServer, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect, createServer as createTcpServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Child, startChild } from "#tests/faults/child.ts";
import { tempFolder } from "#tests/support/database.ts";
import { provideQueue } from "#tests/support/services/prepared-queue.ts";

const key = "a-key-of-at-least-24-characters";
const telegram = { TELEGRAM_BOT_TOKEN: "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw" };
const slack = { SLACK_BOT_TOKEN: "xoxb-0123456789", SLACK_APP_TOKEN: "xapp-0123456789" };
/** More than the 5 s in which a process is to end: one that is still there then is killed, which is a failure. */
const watchdogMs = 5_000;

type Platform = { url: string; asked: Promise<IncomingMessage> };

/** Takes calls and answers only those whose path `answers` names; `asked` resolves with the first of the others. */
async function hanging(answers: (path: string) => string | null = () => null): Promise<Platform> {
  const asked = Promise.withResolvers<IncomingMessage>();
  const server: Server = createServer((request, response) => {
    const answer = answers(request.url ?? "");
    if (answer === null) asked.resolve(request);
    else response.writeHead(200, { "content-type": "application/json" }).end(answer);
  });
  return { url: `http://127.0.0.1:${await listening(server)}`, asked: asked.promise };
}

async function listening(server: ReturnType<typeof createTcpServer> | Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  // A server that listens on a port has an address of this form.
  return (server.address() as AddressInfo).port;
}

/** Takes connections and says nothing; `asked` resolves with the first. */
async function silent(): Promise<{ address: string; asked: Promise<void> }> {
  const asked = Promise.withResolvers<void>();
  const sockets = new Set<{ destroy(): void }>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    asked.resolve();
  });
  onTestFinished(() => sockets.forEach((socket) => void socket.destroy()));
  return { address: `127.0.0.1:${await listening(server)}`, asked: asked.promise };
}

/** The product on a data folder of its own, which has a queue unless `isFirst`, or unless it does not come to open one. */
async function product(env: Record<string, string>, isFirst = "DATABASE_URL" in env || "QUEUE_URL" in env): Promise<Child> {
  const folder = tempFolder();
  if (!isFirst) await provideQueue(folder.file("data"));
  const common = { PORT: "0", DATA_DIR: folder.file("data"), API_KEY: key, LOG_LEVEL: "error" };
  const child = startChild("tests/faults/product.ts", [], { ...common, ...env });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await child.ended;
    folder.remove();
  });
  return child;
}

const url = (child: Child) => child.hear(/ready (\S+)/);

async function post(base: string, path: string, body: unknown): Promise<unknown> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const answer = await fetch(base + path, { method: "POST", headers, body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
  return JSON.parse(text);
}

/** Brings a process into a state, and resolves when it is there. */
const states: [name: string, reach: () => Promise<Child>][] = [
  [
    "asking a database that says nothing",
    async () => {
      const server = await silent();
      const child = await product({ DATABASE_URL: `http://${server.address}` });
      await server.asked;
      return child;
    },
  ],
  [
    "asking the PostgreSQL of a queue that says nothing",
    async () => {
      const server = await silent();
      const child = await product({ QUEUE_URL: `postgres://${server.address}/queue` });
      await server.asked;
      return child;
    },
  ],
  [
    "opening the queue",
    async () => {
      const child = await product({}, true);
      await url(child);
      return child;
    },
  ],
  [
    "connecting to a Telegram that says nothing",
    async () => {
      const platform = await hanging();
      const child = await product({ ...telegram, TELEGRAM_API_ROOT: platform.url });
      await platform.asked;
      await child.hear(/^working$/m);
      return child;
    },
  ],
  [
    "connecting to a Slack that says nothing",
    async () => {
      const platform = await hanging();
      const child = await product({ ...slack, SLACK_API_URL: `${platform.url}/api` });
      await platform.asked;
      await child.hear(/^working$/m);
      return child;
    },
  ],
  [
    "sending to a Telegram that says nothing",
    async () => {
      const from = { id: 5, is_bot: false, first_name: "Ana" };
      const update = { update_id: 1, message: { message_id: 1, date: 1_760_000_000, from, chat: { id: 5, type: "private" }, text: "Hi" } };
      let isPolled = false;
      const platform = await hanging((path) => {
        if (path.endsWith("/sendMessage")) return null;
        if (!path.endsWith("/getUpdates") || isPolled) return '{"ok":true,"result":[]}';
        isPolled = true;
        return JSON.stringify({ ok: true, result: [update] });
      });
      const child = await product({ ...telegram, TELEGRAM_API_ROOT: platform.url });
      const base = await url(child);
      await child.hear(/^working$/m);
      const { conversation } = (await post(base, "/v1/messages", {
        channel: "telegram",
        from: { externalId: "5", name: "Ana" },
        text: "Hi",
      })) as { conversation: { id: string } };
      await post(base, `/v1/conversations/${conversation.id}/messages`, { text: "Hello" });
      await platform.asked;
      return child;
    },
  ],
  [
    "holding idle connections and requests that are half sent",
    async () => {
      const child = await product({});
      const base = await url(child);
      const head = `GET /health HTTP/1.1\r\nHost: x\r\n`;
      for (const text of [
        `${head}\r\n`,
        head,
        `POST /v1/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Length: 9\r\n\r\n{`,
      ]) {
        const socket = connect(Number(new URL(base).port), "127.0.0.1");
        socket.on("error", () => {});
        onTestFinished(() => void socket.destroy());
        await new Promise<void>((resolve) => socket.write(text, () => resolve()));
      }
      await fetch(`${base}/health`);
      return child;
    },
  ],
];

describe("a process that is asked to stop", { timeout: 90_000 }, () => {
  it.each(states)("ends by itself with 0 in less than 5 s while %s", async (_name, reach) => {
    const child = await reach();

    child.kill("SIGTERM");
    const watchdog = setTimeout(() => child.kill("SIGKILL"), watchdogMs);
    const code = await child.ended;
    clearTimeout(watchdog);

    expect(code).toBe(0);
  });

  it("answers within seconds that the queue is still being opened", async () => {
    const child = await product({}, true);
    const base = await url(child);

    const failed = await fetch(`${base}/v1/jobs/failed`, { headers: { authorization: `Bearer ${key}` }, signal: AbortSignal.timeout(2_000) });
    const retried = await fetch(`${base}/v1/jobs/one/retry`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(2_000),
    });
    const ready = (await (await fetch(`${base}/ready`)).json()) as { checks: { queue: { state: string } } };

    expect([failed.status, retried.status, ready.checks.queue.state]).toEqual([503, 503, "starting"]);
  });
});
