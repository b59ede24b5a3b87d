import type { CredentialFields, EnvironmentVariables, FieldValues } from "#core/model/connection.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import type { Channel } from "./channel.ts";
import type { ChannelOptions } from "./channel-options.ts";
import type { ChannelRules } from "./channel-rules.ts";

/** An address of the platform's calls that all accounts share, where each call names the account that it is for. */
export type SharedHook = {
  /** Answers the platform's check of the address, also while no account is connected; null: the call is no check. */
  challenge(request: Request, variables: FieldValues): Promise<Response | null>;
  /** The platform's ids of the accounts that a call is for. The call is not verified yet: each account does that itself. */
  accountsOf(request: Request): Promise<readonly string[]>;
};

/** The definition of a channel: the credentials of its accounts, their capabilities, and how they are opened. */
export type ChannelDefinition = {
  /** Names it in the roster, in /hooks/{name} and, where it is not the channel's own name, in `via` of a connection. */
  name: string;
  /** Where customers write, in the words of the product. */
  channel: ChannelName;
  label: string;
  credentials: CredentialFields;
  environment: {
    variables: EnvironmentVariables;
    /** The credentials of the default account; null: the environment sets up none. */
    account(variables: FieldValues): FieldValues | null;
    /** Contradictions between variables that are each well-formed. */
    faults(variables: FieldValues): { variable: string; message: string }[];
  };
  rules: ChannelRules;
  /** Loads the platform's library and opens an account. Values have been validated by the schemas. */
  open(account: { credentials: FieldValues; variables: FieldValues }, options: ChannelOptions): Promise<Channel>;
  /** Null: each account has an address of its own, /hooks/{name}/{connection}, and the environment's is /hooks/{name}. */
  hook: SharedHook | null;
};

/** The definition that opens a connection; undefined: this version of the product has none. */
export function definitionOf(
  roster: readonly ChannelDefinition[],
  { channel, via }: { channel: ChannelName; via: string | null },
): ChannelDefinition | undefined {
  return roster.find(({ name }) => name === (via ?? channel));
}
