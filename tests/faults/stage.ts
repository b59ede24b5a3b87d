import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JobStep } from "#core/jobs/steps.ts";
import { provideQueue } from "#tests/support/services/prepared-queue.ts";
import { type RemoteTelegram, remoteTelegram } from "#tests/support/telegram/fake-telegram-control.ts";
import { type Child, startChild } from "./child.ts";

const adminKey = "a-key-of-at-least-24-characters";
/** Faster than anything here can be. */
const lifted = "1000000";

export type StageOptions = {
  /** More of the product's environment. */
  env?: Record<string, string>;
  /** Messages a second, in all and in one chat, on both sides; without: none is kept. */
  /** How long a send is under way there and back. */
  travelMs?: number;
  limits?: { perSecond: number; perChat: number; mode: "strict" | "bucket" };
  /** False: the first start creates the queue, which takes seconds. */
  hasQueue?: boolean;
};

/** The platform and the product as processes of their own, and what the platform has outlives the product. */
export type Stage = {
  platform: RemoteTelegram;
  /** Where the bot calls the platform. */
  botUrl: string;
  dataDir: string;
  url: string;
  /** What a product on this stage is started with. */
  env: Readonly<Record<string, string>>;
  /** `env` on top, e.g. FAIL_AT. Resolves when it takes requests. */
  start(env?: Record<string, string>): Promise<void>;
  /** Resolves when it hands out jobs too. */
  working(): Promise<unknown>;
  /** The product is to end as by kill -9 the next time that it reaches the step. */
  failAt(step: JobStep): Promise<void>;
  /** Resolves while the product runs, and until then not. */
  running(): Promise<void>;
  /** Resolves when the product has ended, however that came. */
  ended(): Promise<number | null>;
  end(signal: "SIGKILL" | "SIGTERM"): Promise<number | null>;
  /** The API; says what went wrong when the status is not 2xx. A request that gets no answer throws `NoAnswer`. */
  ask<T>(method: "GET" | "POST" | "PUT" | "PATCH", path: string, body?: unknown, key?: string): Promise<T>;
  /** Any answer of the API, with the admin's key; redirects are not followed. */
  fetch(path: string): Promise<Response>;
  close(): Promise<void>;
};

/** The process was gone, or said that it cannot now: the same request may be sent again. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

export async function openStage({ env = {}, travelMs = 0, limits, hasQueue = true }: StageOptions = {}): Promise<Stage> {
  const { perSecond = lifted, perChat = lifted, mode = "bucket" } = limits ?? {};
  const rates = ["--per-second", String(perSecond), "--per-chat", String(perChat), "--mode", mode, "--travel", String(travelMs)];
  const fake = startChild("tests/support/telegram/fake-telegram-main.ts", rates, {});
  const { apiRoot, token } = JSON.parse(await fake.hear(/(\{.*\})\n/));
  const dataDir = mkdtempSync(join(tmpdir(), "rapport-faults-"));
  if (hasQueue && env.QUEUE_URL === undefined) await provideQueue(dataDir);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const common = {
    PORT: String(port),
    DATA_DIR: dataDir,
    API_KEY: adminKey,
    LOG_LEVEL: "error",
    TELEGRAM_BOT_TOKEN: String(token),
    TELEGRAM_API_ROOT: String(apiRoot),
    ...(limits ? {} : { PACE: `${lifted},${lifted}` }),
    ...env,
  };
  let product: Child | undefined;
  let running = Promise.withResolvers<void>();
  const ended = async () => (product ? product.ended : null);

  return {
    platform: remoteTelegram(apiRoot),
    botUrl: `${apiRoot}/bot${token}`,
    dataDir,
    url,
    env: common,
    start: async (more = {}) => {
      product = startChild("tests/faults/product.ts", [], { ...common, ...more });
      await product.hear(/ready (\S+)/);
      running.resolve();
      void product.ended.then(() => {
        running = Promise.withResolvers();
      });
    },
    working: async () => product?.hear(/^working$/m),
    failAt: async (step) => {
      product?.tell(`${step}:1`);
      await product?.hear(new RegExp(`armed ${step}`));
    },
    running: () => running.promise,
    ended,
    end: async (signal) => {
      product?.kill(signal);
      return ended();
    },
    ask: (method, path, body, key) => ask(url, method, path, body, key),
    fetch: (path) => fetch(url + path, { headers: { authorization: `Bearer ${adminKey}` }, redirect: "manual" }),
    close: async () => {
      product?.kill("SIGKILL");
      await ended();
      fake.kill("SIGKILL");
      await fake.ended;
      rmSync(dataDir, { recursive: true });
    },
  };
}

async function ask<T>(url: string, method: string, path: string, body?: unknown, key?: string): Promise<T> {
  const headers = { authorization: `Bearer ${adminKey}`, "content-type": "application/json", ...(key ? { "idempotency-key": key } : {}) };
  const given = body === undefined ? {} : { body: JSON.stringify(body) };
  const [status, text] = await fetch(url + path, { method, headers, ...given })
    .then(async (response): Promise<[number, string]> => [response.status, await response.text()])
    .catch(() => [0, ""] as const);
  // 409: the first request with this key is still under way, or has just been carried out.
  if (status === 0 || status === 503 || (status === 409 && key !== undefined)) throw new NoAnswer(`${method} ${path}: ${status} ${text}`);
  if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${text}`);
  // What the caller expects; what it does with it says so.
  return JSON.parse(text) as T;
}

export async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
  });
  return promise;
}
