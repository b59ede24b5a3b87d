import { spawn } from "node:child_process";

export type Child = {
  /** The first group of the pattern, in what it says first that fits. */
  said: string;
  kill(signal: "SIGKILL" | "SIGTERM"): void;
  /** Its exit code; null when a signal has ended it. */
  ended: Promise<number | null>;
};

/** Runs a script of ours as a process of its own; resolves once it has said what fits the pattern. */
export async function startChild(script: string, args: readonly string[], env: Record<string, string>, pattern: RegExp): Promise<Child> {
  const child = spawn(process.execPath, [script, ...args], { env: { PATH: process.env.PATH ?? "", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const said = Promise.withResolvers<string>();
  const ended = Promise.withResolvers<number | null>();
  let output = "";
  const hear = (chunk: Buffer) => {
    output = (output + chunk).slice(-20_000);
    const found = pattern.exec(output);
    if (found) said.resolve(found[1] ?? "");
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  child.once("exit", (code) => {
    said.reject(new Error(`${script} ended with ${code}: ${output}`));
    ended.resolve(code);
  });
  // Nobody may wait for what it says when it is killed while it starts.
  said.promise.catch(() => {});
  return { said: await said.promise, kill: (signal) => void child.kill(signal), ended: ended.promise };
}
