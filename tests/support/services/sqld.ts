import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqldPath } from "./needs.ts";

export type Sqld = { url: string; stop(): Promise<void> };

/** A libSQL server of its own on a free port of the loopback. Ask `has.sqld` first. */
export async function startSqld(): Promise<Sqld> {
  const folder = mkdtempSync(join(tmpdir(), "rapport-sqld-"));
  const address = `127.0.0.1:${await freePort()}`;
  const server = spawn(sqldPath, ["--http-listen-addr", address, "--db-path", folder, "--no-welcome"], { stdio: ["ignore", "pipe", "pipe"] });
  const stop = async () => {
    if (server.exitCode === null && server.kill("SIGKILL")) await once(server, "exit");
    rmSync(folder, { recursive: true });
  };
  await listening(server);
  return { url: `http://${address}`, stop };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}

/** Until the server says so; its log goes on being read, so that it never waits for us. */
function listening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    const read = (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes("listening for incoming user HTTP connection")) resolve();
    };
    server.stdout?.on("data", read);
    server.stderr?.on("data", read);
    server.once("error", reject);
    server.once("exit", () => reject(new Error(`sqld ended: ${log}`)));
  });
}
