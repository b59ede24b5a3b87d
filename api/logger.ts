import { pino } from "pino";

type Fields = Readonly<Record<string, unknown>>;

/** What the server says about itself. Fields are ids, counts and durations: no personal data, no bodies, no keys. */
export type Logger = {
  debug(fields: Fields, message: string): void;
  info(fields: Fields, message: string): void;
  warn(fields: Fields, message: string): void;
  error(fields: Fields, message: string): void;
};

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** Lines of JSON on standard output. */
export function createLogger(level: (typeof logLevels)[number]): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** Where nobody listens: tests, generators. */
export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };
