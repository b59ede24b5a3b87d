import { z } from "zod";
import { logLevels } from "./logger.ts";

/** Variables of one subject, as .env.example shows them: each with a schema whose description explains it. */
export type EnvSection = { title: string; note: string; variables: Readonly<Record<string, z.ZodType>> };

/** A secret of the operator's: long enough not to be guessed, and fit for a header. */
const secret = z
  .string()
  .regex(/^[\x21-\x7e]+$/, "holds blanks or characters that are not ASCII")
  .min(24, "is shorter than 24 characters")
  .max(200, "is longer than 200 characters")
  .optional();

const server = {
  HOST: z.string().default("127.0.0.1").describe("Where it listens. 0.0.0.0 opens it to the network: put TLS in front of it."),
  PORT: z
    .string()
    .regex(/^(0|[1-9][0-9]*)$/, "is not a number in plain digits")
    .transform(Number)
    .pipe(z.number().max(65_535, "is not a port"))
    .default(3000)
    .describe("0 takes any that is free."),
  DATA_DIR: z
    .string()
    .default("./data")
    .describe("Holds the database file, the embedded queue, admin.key and secret.key. Back it up; it is all there is."),
  LOG_LEVEL: z
    .enum(logLevels, `is none of ${logLevels.join(", ")}`)
    .default("info")
    .describe(`${logLevels.slice(0, -1).join(", ")} or ${logLevels.at(-1)}. Logs hold no personal data at any level.`),
};

const secrets = {
  API_KEY: secret.describe("Admin key of the default agent. Unset: generated once into DATA_DIR/admin.key."),
  SECRET_KEY: secret.describe("Derives and encrypts what must not be stored in the clear. Unset: generated once into DATA_DIR/secret.key."),
  METRICS_TOKEN: secret.describe("Asked of whoever reads /metrics, as a bearer token. Unset: /metrics is open."),
};

const database = {
  DATABASE_URL: z
    .string()
    .regex(/^(file:.|libsql:\/\/.|https?:\/\/.)/, "is none of file:…, libsql://…, https://…")
    .refine((url) => !/^file:(\/\/)?:memory:/.test(url), "names memory, which is empty after a stop: name a file")
    .optional()
    .describe("file:PATH for a file of this process alone (unset: rapport.db in DATA_DIR), or a libSQL server: libsql:// or https://."),
  DATABASE_AUTH_TOKEN: z.string().optional().describe("Only with a server."),
};

const queue = {
  QUEUE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, "is not postgres://…")
    .optional()
    .describe("postgres://… for a PostgreSQL that several processes share. Unset: embedded, in the queue folder of DATA_DIR."),
};

const slack = {
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-[\w-]{10,}$/, "is not a bot token (xoxb-…)")
    .optional()
    .describe("Bot token of the installed app (xoxb-…). Set: the default agent's staff work in this workspace."),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-[\w-]{10,}$/, "is not an app-level token (xapp-…)")
    .optional()
    .describe("App-level token (xapp-…): Slack reaches us through a socket, which needs no public address. Or SLACK_SIGNING_SECRET."),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{16,200}$/, "is not a signing secret")
    .optional()
    .describe("Signing secret of the app: Slack calls POST /hooks/slack. Or SLACK_APP_TOKEN."),
  SLACK_CHANNEL: z
    .string()
    .regex(/^[CDG][A-Z0-9]{2,20}$/, "is not a channel id like C0123456789")
    .optional()
    .describe("Id of the channel that cards go to (C…). The bot must be in it."),
  SLACK_ADMIN: z
    .string()
    .regex(/^[UW][A-Z0-9]{2,20}$/, "is not a user id like U0123456789")
    .optional()
    .describe("Slack user id (U…) of the first admin; they invite the others with POST /v1/staff."),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: "is not an http(s) address" })
    .optional()
    .describe("Another Web API than Slack's own, with its path, like https://slack.com/api."),
};

const network = {
  ALLOW_PRIVATE_TARGETS: z
    .enum(["on", "off"], "is neither on nor off")
    .default("off")
    .describe("on lets media and other addresses that come from outside lead into private networks, for tests and intranets."),
};

/** All variables of the server itself, in one object for its schema. */
export const ownVariables = { ...server, ...secrets, ...database, ...queue, ...slack, ...network };

/** The same by subject. */
export const ownSections: readonly EnvSection[] = [
  { title: "Server", note: "", variables: server },
  { title: "Secrets", note: "at least 24 printable ASCII characters without blanks", variables: secrets },
  { title: "Database", note: "", variables: database },
  { title: "Queue", note: "", variables: queue },
  { title: "Slack", note: "where staff work. README says how to install the app", variables: slack },
  { title: "Network", note: "", variables: network },
];
