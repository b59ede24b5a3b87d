import { z } from "@hono/zod-openapi";
import type { FieldValues } from "#core/model/connection.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import type { ChannelDefinition } from "#core/ports/channel-definition.ts";
import { accountInput } from "../inputs.ts";

type ConnectionInput = { channel: ChannelName; account: string; via?: string | undefined } & FieldValues;

/** What POST /connections takes: for each channel its account with the credentials that its definition asks for. */
export function newConnection(channels: readonly ChannelDefinition[]): z.ZodType<ConnectionInput> {
  const [first, ...others] = channels.map(accountSchema);
  const schema = first && others.length > 0 ? z.union([first, ...others]) : (first ?? z.never());
  return schema.meta({ id: "NewConnection" });
}

/** A definition that is not named like its channel is chosen by `via`. */
function accountSchema({ name, channel, credentials }: ChannelDefinition): z.ZodType<ConnectionInput> {
  const fields = Object.fromEntries(Object.entries(credentials).map(([field, { schema }]) => [field, schema] as const));
  const named = { channel: z.literal(channel).meta({ example: channel }) };
  if (name === channel) return z.strictObject({ ...named, account: accountInput, ...fields });
  return z.strictObject({ ...named, via: z.literal(name).meta({ example: name }), account: accountInput, ...fields });
}
