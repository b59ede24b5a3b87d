import type { CredentialFields, EnvironmentVariables, FieldValues, ValuesOf } from "#core/model/connection.ts";
import type { Channel } from "#core/ports/channel.ts";
import type { ChannelDefinition } from "#core/ports/channel-definition.ts";
import type { ChannelOptions } from "#core/ports/channel-options.ts";
import { redactedLog } from "./redact.ts";

type TypedChannel<Fields extends CredentialFields, Variables extends EnvironmentVariables> = Omit<
  ChannelDefinition,
  "credentials" | "environment" | "open"
> & {
  credentials: Fields;
  environment: {
    variables: Variables;
    account(variables: ValuesOf<Variables>): ValuesOf<Fields> | null;
    faults(variables: ValuesOf<Variables>): { variable: keyof Variables & string; message: string }[];
  };
  open(account: { credentials: ValuesOf<Fields>; variables: ValuesOf<Variables> }, options: ChannelOptions): Promise<Channel>;
};

/** A channel for the roster. What it logs is redacted of its secret credentials, whatever it does. */
export function defineChannel<Fields extends CredentialFields, Variables extends EnvironmentVariables>(
  channel: TypedChannel<Fields, Variables>,
): ChannelDefinition {
  const { credentials: fields, environment } = channel;
  // Values reach these only from the schemas of this very channel (ChannelDefinition), which give them these types.
  const variablesOf = (values: FieldValues) => values as ValuesOf<Variables>;
  return {
    ...channel,
    environment: {
      variables: environment.variables,
      account: (values) => environment.account(variablesOf(values)),
      faults: (values) => environment.faults(variablesOf(values)),
    },
    open: ({ credentials, variables }, options) => {
      const secrets = Object.entries(credentials).flatMap(([name, value]) => (fields[name]?.isSecret && value !== undefined ? [value] : []));
      const log = redactedLog(options.log, secrets);
      // These too come from the schemas of this channel.
      return channel.open({ credentials: credentials as ValuesOf<Fields>, variables: variablesOf(variables) }, { ...options, log });
    },
  };
}
