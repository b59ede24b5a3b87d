import { setImmediate } from "node:timers/promises";

/** Lets other work run between two reads: the local driver blocks while it reads. */
export const yieldToEventLoop = (): Promise<void> => setImmediate();
