import { z } from "zod";
import { logLevels } from "./logger.ts";

/** A secret of the operator's: long enough not to be guessed, and fit for a header. */
const secret = z
  .string()
  .regex(/^[\x21-\x7e]+$/, "holds blanks or characters that are not ASCII")
  .min(24, "is shorter than 24 characters")
  .max(200, "is longer than 200 characters");

const server = {
  PORT: z.coerce.number("is not a number").int("is not a whole number").min(0, "is not a port").max(65_535, "is not a port").default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default("./data"),
  LOG_LEVEL: z.enum(logLevels, `is none of ${logLevels.join(", ")}`).default("info"),
};

const secrets = {
  /** Admin key of the default agent; unset → generated once into DATA_DIR/admin.key. */
  API_KEY: secret.optional(),
  /** Derives and encrypts what must not be stored in the clear; unset → generated once into DATA_DIR/secret.key. */
  SECRET_KEY: secret.optional(),
  METRICS_TOKEN: secret.optional(),
};

const database = {
  DATABASE_URL: z
    .string()
    .regex(/^(file:.|libsql:\/\/.|https?:\/\/.)/, "is none of file:…, libsql://…, https://…")
    .optional(),
  DATABASE_AUTH_TOKEN: z.string().optional(),
};

const queue = {
  /** Unset → embedded in DATA_DIR/queue. */
  QUEUE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, "is not postgres://…")
    .optional(),
};

const telegram = {
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/, "is not a bot token as @BotFather gives it")
    .optional(),
  TELEGRAM_API_ROOT: z.url({ protocol: /^https?$/, error: "is not an http(s) address" }).optional(),
  /** Set → webhook at POST /hooks/telegram, else long polling. */
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, "is not 16 to 256 of A-Z a-z 0-9 _ -")
    .optional(),
};

const slack = {
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-[\w-]{10,}$/, "is not a bot token (xoxb-…)")
    .optional(),
  /** Socket Mode: Slack is called, and needs no way in. */
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-[\w-]{10,}$/, "is not an app-level token (xapp-…)")
    .optional(),
  /** HTTP: Slack calls POST /hooks/slack. */
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{16,200}$/, "is not a signing secret")
    .optional(),
  /** Another Slack than Slack's own; with its path, like https://slack.com/api. */
  SLACK_API_URL: z.url({ protocol: /^https?$/, error: "is not an http(s) address" }).optional(),
  /** Where cards go. */
  SLACK_CHANNEL: z
    .string()
    .regex(/^[CDG][A-Z0-9]{2,20}$/, "is not a channel id like C0123456789")
    .optional(),
  /** Who is the first admin of the staff. */
  SLACK_ADMIN: z
    .string()
    .regex(/^[UW][A-Z0-9]{2,20}$/, "is not a user id like U0123456789")
    .optional(),
};

const all = z.object({ ...server, ...secrets, ...database, ...queue, ...telegram, ...slack });

const schema = all.superRefine((env, context) => {
  const { DATABASE_URL, DATABASE_AUTH_TOKEN, TELEGRAM_BOT_TOKEN, TELEGRAM_WEBHOOK_SECRET } = env;
  const isFile = DATABASE_URL === undefined || DATABASE_URL.startsWith("file:");
  if (isFile && DATABASE_AUTH_TOKEN !== undefined) {
    context.addIssue({ code: "custom", path: ["DATABASE_AUTH_TOKEN"], message: "is set, but DATABASE_URL names no server" });
  }
  if (TELEGRAM_WEBHOOK_SECRET !== undefined && TELEGRAM_BOT_TOKEN === undefined) {
    context.addIssue({ code: "custom", path: ["TELEGRAM_WEBHOOK_SECRET"], message: "is set, but TELEGRAM_BOT_TOKEN is not" });
  }
  for (const name of ["SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_CHANNEL", "SLACK_ADMIN"] as const) {
    if (env[name] === undefined || env.SLACK_BOT_TOKEN !== undefined) continue;
    context.addIssue({ code: "custom", path: [name], message: "is set, but SLACK_BOT_TOKEN is not" });
  }
  if (env.SLACK_BOT_TOKEN !== undefined && env.SLACK_APP_TOKEN === undefined && env.SLACK_SIGNING_SECRET === undefined) {
    const message = "is set, but neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is: staff could not press anything";
    context.addIssue({ code: "custom", path: ["SLACK_BOT_TOKEN"], message });
  }
});

export type Env = z.output<typeof schema>;

/** Every fault of the environment, by name; values, which may be secrets, are never shown. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

/** Empty means unset. Throws EnvError with all faults at once. */
export function readEnv(given: Readonly<Record<string, string | undefined>> = process.env): Env {
  const known = Object.fromEntries(Object.keys(schema.shape).flatMap((name) => (given[name] ? [[name, given[name]]] : [])));
  const read = schema.safeParse(known);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `  ${path.join(".")} ${message}`);
  throw new EnvError(`The environment is not right:\n${faults.join("\n")}`);
}
