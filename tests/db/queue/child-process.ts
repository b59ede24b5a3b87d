import { spawn } from "node:child_process";
import type { Place } from "./backends.ts";

/** A process that is handling the job with this id until it is killed, as by `kill -9`. */
export async function startChild({ dataDir, url = "" }: Place, id: string): Promise<{ kill(): Promise<void> }> {
  const child = spawn(process.execPath, ["tests/db/queue/child.ts", dataDir, url, id], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = Promise.withResolvers<void>();
  const handling = Promise.withResolvers<void>();
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  child.stdout.on("data", (chunk: Buffer) => {
    if (String(chunk).includes("handling")) handling.resolve();
  });
  child.once("exit", () => {
    handling.reject(new Error(`the child ended: ${said}`));
    ended.resolve();
  });
  await handling.promise;
  return {
    kill: async () => {
      child.kill("SIGKILL");
      await ended.promise;
    },
  };
}
