import type { ConnectionRecord, FieldValues } from "#core/model/connection.ts";
import { type Channel, type HasHook, hasHook } from "#core/ports/channel.ts";
import type { ChannelDefinition } from "#core/ports/channel-definition.ts";

type HookedConnection = { connection: ConnectionRecord; channel: Channel };

/**
 * Answers a platform's call at the address of a channel. With an id it is for that connection; without one it is for the
 * accounts that the call names, or for the account of the environment where calls name none. `open`: the connections of the
 * channel in this process; `hasStarted` false: more are still being opened, and the platform is to repeat the call.
 */
export async function answerHook(
  { definition: { hook }, variables }: { definition: ChannelDefinition; variables: FieldValues },
  hasStarted: boolean,
  open: readonly HookedConnection[],
  id: string | null,
  request: Request,
): Promise<Response> {
  const challenge = id === null && hook ? await hook.challenge(request.clone(), variables) : null;
  if (challenge) return challenge;
  if (!hasStarted) return new Response(null, { status: 503 });
  const named = id === null && hook ? await hook.accountsOf(request.clone()) : null;
  const channels = open.flatMap(({ connection, channel }) => (hasHook(channel) && isMeant(connection, channel, id, named) ? [channel] : []));
  const answers = await Promise.all(channels.map((channel) => channel.hook(request.clone())));
  // One account that could not take it is enough for a repeat, which changes nothing for the others.
  return answers.find(({ ok }) => !ok) ?? answers[0] ?? new Response(null, { status: 404 });
}

function isMeant(connection: ConnectionRecord, { hookAccount }: HasHook, id: string | null, named: readonly string[] | null): boolean {
  if (id !== null) return connection.id === id;
  if (named !== null) return hookAccount !== undefined && named.includes(hookAccount);
  return connection.sealed === null;
}
