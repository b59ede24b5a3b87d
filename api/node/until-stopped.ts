/** After this a stop that hangs ends the process; handlers of jobs get 25 s (core/jobs/background-jobs.ts). */
const hardMs = 30_000;

/** Runs until SIGTERM or SIGINT, then stops and exits 0. A second signal exits at once. */
export function untilStopped(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), hardMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}

/** Says on one line why the process cannot start, and ends it. */
export function failStart(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
