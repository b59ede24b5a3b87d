import { v7 as uuidV7 } from "uuid";
import type { KeyRecord } from "#core/model/records.ts";
import { type ChannelDefinition, definitionOf } from "#core/ports/channel-definition.ts";
import type { Actor, Context, IdPrefix } from "#core/ports/context.ts";
import type { Directory } from "#core/ports/store.ts";
import { suppressionHash } from "#core/rules/address/suppression.ts";
import { timedId } from "#core/rules/ids.ts";
import { randomKey } from "./digest.ts";

/** Clock and chance, as the core takes them. */
export type Runtime = Pick<Context, "now" | "newId" | "newUuid" | "keyedHash" | "channelRules" | "pause" | "defer" | "batchingDelay">;

/** For whoever names no secret: hashes then hold as long as this process. */
const secretOfProcess = randomKey();

/** `secret` is the installation's secret key, under which addresses are hashed; `channels` are those that accounts can be opened on. */
export function systemRuntime(now: () => number = Date.now, secret = secretOfProcess, channels: readonly ChannelDefinition[] = []): Runtime {
  return {
    channelRules: (connection) => definitionOf(channels, connection)?.rules ?? null,
    keyedHash: (text) => suppressionHash(secret, text),
    now,
    newId: idMaker(now),
    newUuid: uuidV7,
    pause,
    defer: (work) => void setImmediate(work),
    batchingDelay,
  };
}

/** Ids made within one millisecond sort in the order they were made in. */
function idMaker(now: () => number): (prefix: IdPrefix) => string {
  let latest = 0;
  const bytes = new Uint8Array(10);
  return (prefix) => {
    const at = now();
    if (at > latest) {
      latest = at;
      crypto.getRandomValues(bytes);
    } else increment(bytes);
    return timedId(prefix, latest, bytes);
  };
}

function increment(bytes: Uint8Array): void {
  for (let i = bytes.length - 1; i >= 0; i--) {
    const next = ((bytes[i] ?? 0) + 1) % 256;
    bytes[i] = next;
    if (next !== 0) return;
  }
}

function batchingDelay(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}

/** Grows with each attempt, at random within its bound, so that rivals do not meet again. */
function pause(attempt: number): Promise<void> {
  const bound = Math.min(250, 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * bound));
}

export function contextOf(runtime: Runtime, directory: Directory, agentId: string, actor: Actor): Context {
  return { ...runtime, directory, store: directory.store(agentId), actor };
}

/** A context for each key, made once as long as the key is remembered. */
export function contexts(runtime: Runtime, directory: Directory): (key: KeyRecord) => Context {
  const made = new WeakMap<KeyRecord, Context>();
  return (key) => {
    const held = made.get(key);
    if (held) return held;
    const context = contextOf(runtime, directory, key.agentId, { kind: "key", id: key.id });
    made.set(key, context);
    return context;
  };
}
