import { setImmediate } from "node:timers/promises";

/** Yields to the event loop between two reads, because the local driver blocks it while it reads. */
export const yieldToEventLoop = (): Promise<void> => setImmediate();
