import { pino } from "pino";

type LogValues = Readonly<Record<string, unknown>>;

/** The server's log. Fields are ids, counts and durations: no personal data, no bodies, no keys. */
export type Logger = {
  debug(fields: LogValues, message: string): void;
  info(fields: LogValues, message: string): void;
  warn(fields: LogValues, message: string): void;
  error(fields: LogValues, message: string): void;
};

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** Lines of JSON on standard output. */
export function createLogger(level: (typeof logLevels)[number]): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** Discards everything: for tests and generators. */
export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };
