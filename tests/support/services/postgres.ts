import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { postgresBin } from "./needs.ts";

export type Postgres = {
  /** Of a new, empty database. */
  database(): Promise<string>;
  /** The server goes away; its data and its port stay for `start`. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops it and deletes what it kept. */
  remove(): Promise<void>;
};

/** A throw-away PostgreSQL on a free loopback port. Ask `has.postgres` first. */
export async function startPostgres(): Promise<Postgres> {
  if (!postgresBin) throw new Error("PostgreSQL is not installed");
  const bin = dirname(postgresBin);
  const folder = mkdtempSync(join(tmpdir(), "rapport-postgres-"));
  const user = unprivileged();
  if (user) chownSync(folder, user.uid, user.gid);
  const initdb = ["-D", folder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  execFileSync(join(bin, "initdb"), initdb, { ...user, cwd: folder, stdio: "ignore" });
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}`;
  let server: ChildProcess | undefined;
  let databases = 0;

  const stop = async () => {
    if (!server) return;
    const ended = Promise.withResolvers<void>();
    server.once("exit", () => ended.resolve());
    // Fast shutdown: connections are cut, not waited for.
    server.kill("SIGINT");
    await ended.promise;
    server = undefined;
  };
  const start = async () => {
    const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off"].flatMap((setting) => ["-c", setting]);
    server = spawn(join(bin, "postgres"), ["-D", folder, "-p", String(port), ...settings], {
      ...user,
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    await accepting(server);
  };

  await start();
  return {
    stop,
    start,
    database: async () => {
      databases += 1;
      const client = new Client({ connectionString: `${url}/postgres` });
      await client.connect();
      await client.query(`CREATE DATABASE test_${databases}`);
      await client.end();
      return `${url}/test_${databases}`;
    },
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function accepting(server: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let said = "";
  server.stderr?.on("data", (chunk: Buffer) => {
    said += chunk;
    if (said.includes("ready to accept connections")) resolve();
  });
  server.once("exit", () => reject(new Error(`PostgreSQL ended: ${said}`)));
  return promise;
}

async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const address = probe.address();
    const port = typeof address === "object" && address ? address.port : 0;
    probe.close(() => resolve(port));
  });
  return promise;
}
