import { EnvError } from "../env.ts";

/**
 * A stop that hangs is ended after this time, below the 5 s that are promised, and with 0: a process that dies at any instant
 * loses nothing, and the next one takes up what it was doing.
 */
const hardMs = 4_700;

type Stoppable = { stop(): Promise<void> };

/**
 * Starts something and runs it until SIGTERM or SIGINT, also while it is starting; then stops it and exits 0. A second signal
 * exits at once. Null: it was stopped before it had started. `onStopped` is called before the exit.
 */
export async function runUntilStopped<T extends Stoppable>(start: (signal: AbortSignal) => Promise<T>, onStopped = () => {}): Promise<T | null> {
  const ended = new AbortController();
  const begin = Promise.withResolvers<T>();
  const onSignal = () => {
    if (ended.signal.aborted) process.exit(1);
    ended.abort();
    setTimeout(() => process.exit(0), hardMs);
    void stopAndExit(begin.promise, onStopped);
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
  start(ended.signal).then(begin.resolve, begin.reject);
  try {
    return await begin.promise;
  } catch (error) {
    if (ended.signal.aborted) return null;
    throw error;
  }
}

async function stopAndExit(starting: Promise<Stoppable>, onStopped: () => void): Promise<void> {
  // A start that was ended has stopped by itself what it had started.
  const started = await starting.catch(() => null);
  try {
    await started?.stop();
  } catch (error) {
    console.error(oneLine(error));
    process.exit(1);
  }
  onStopped();
  process.exit(0);
}

/** Says on one line why the process cannot start, and ends it. */
export function failStart(error: unknown): never {
  // Every fault of the environment has a line of its own.
  console.error(error instanceof EnvError ? error.message : oneLine(error));
  process.exit(1);
}

/** What is not foreseen has its name, too. */
function oneLine(error: unknown): string {
  if (!(error instanceof Error)) return "it cannot be started, and no reason is known";
  const text = error.message.replace(/\s*\n\s*/g, " ").slice(0, 500);
  return ["Error", "CrmError"].includes(error.name) || error.name.endsWith("DatabaseError") ? text : `${text} (${error.name})`;
}
