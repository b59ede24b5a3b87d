import { spawn } from "node:child_process";
import { childEnvironment } from "#tests/support/services/child-environment.ts";

export type Child = {
  /** Resolves with the first group of the pattern once it has said what fits; rejects when it ends before. */
  hear(pattern: RegExp): Promise<string>;
  /** A line on its standard input. */
  tell(line: string): void;
  kill(signal: "SIGKILL" | "SIGTERM"): void;
  /** Its exit code; null when a signal has ended it. */
  ended: Promise<number | null>;
};

/** Runs a script of ours as a process of its own, which does not outlive this one. */
export function startChild(script: string, args: readonly string[], env: Record<string, string>): Child {
  const child = spawn(process.execPath, [script, ...args], { env: childEnvironment(env), stdio: "pipe" });
  const ended = Promise.withResolvers<number | null>();
  const listeners = new Set<() => void>();
  let output = "";
  const hear = (chunk: Buffer) => {
    output = (output + chunk).slice(-20_000);
    for (const listen of listeners) listen();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  // It may be gone already.
  child.stdin.on("error", () => {});
  const killWithUs = () => void child.kill("SIGKILL");
  process.once("exit", killWithUs);
  child.once("exit", (code) => {
    process.off("exit", killWithUs);
    ended.resolve(code);
  });

  return {
    hear: (pattern) => {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const listen = () => {
        const found = pattern.exec(output);
        if (found) resolve(found[1] ?? "");
      };
      listeners.add(listen);
      listen();
      void ended.promise.then((code) => reject(new Error(`${script} ended with ${code}: ${output}`)));
      return promise.finally(() => listeners.delete(listen));
    },
    tell: (line) => void child.stdin.write(`${line}\n`),
    kill: (signal) => void child.kill(signal),
    ended: ended.promise,
  };
}
