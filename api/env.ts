import { z } from "zod";
import type { FieldValues } from "#core/model/connection.ts";
import type { ChannelDefinition } from "#core/ports/channel-definition.ts";
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

const network = {
  /** Whether addresses that come from outside, like those of media, may lead into private networks. */
  ALLOW_PRIVATE_TARGETS: z.enum(["on", "off"], "is neither on nor off").default("off"),
};

const all = z.object({ ...server, ...secrets, ...database, ...queue, ...slack, ...network });

const schema = all.superRefine((env, context) => {
  const { DATABASE_URL, DATABASE_AUTH_TOKEN } = env;
  const isFile = DATABASE_URL === undefined || DATABASE_URL.startsWith("file:");
  if (isFile && DATABASE_AUTH_TOKEN !== undefined) {
    context.addIssue({ code: "custom", path: ["DATABASE_AUTH_TOKEN"], message: "is set, but DATABASE_URL names no server" });
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

/**
 * The environment with the variables of these channels. Empty means unset. Throws EnvError with all faults at once.
 */
export function readEnv(channels: readonly ChannelDefinition[], given: Readonly<Record<string, string | undefined>> = process.env): Env {
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
  const own = schema.safeParse(known);
  const ofChannels = channels.map((definition) => readVariables(definition, known));
  const faults = [
    ...(own.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`) ?? []),
    ...ofChannels.flatMap((each) => each.faults),
  ];
  if (!own.success || faults.length > 0) throw new EnvError(`The environment is not right:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  return Object.assign(own.data, ...ofChannels.map(({ values }) => values));
}

function readVariables({ environment }: ChannelDefinition, known: FieldValues): { values: FieldValues; faults: string[] } {
  const values: Record<string, string | undefined> = {};
  const faults: string[] = [];
  for (const [name, { schema: form }] of Object.entries(environment.variables)) {
    const read = form.safeParse(known[name]);
    if (!read.success) faults.push(...read.error.issues.map(({ message }) => `${name} ${message}`));
    else if (read.data !== undefined) values[name] = read.data;
  }
  if (faults.length === 0) faults.push(...environment.faults(values).map(({ variable, message }) => `${variable} ${message}`));
  return { values, faults };
}

/** Those of a channel, from an environment that was read with it. */
export function channelVariables(env: Env, { environment }: ChannelDefinition): FieldValues {
  const values = new Map<string, unknown>(Object.entries(env));
  // `readEnv` has put them there as the texts that their schemas let through.
  return Object.fromEntries(Object.keys(environment.variables).map((name) => [name, values.get(name)])) as FieldValues;
}
