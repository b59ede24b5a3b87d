import { z } from "zod";
import type { FieldValues } from "#core/model/connection.ts";
import type { ChannelDefinition } from "#core/ports/channel-definition.ts";
import { ownVariables } from "./env-variables.ts";

const all = z.object(ownVariables);

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
