import { z } from "zod";
import { channels } from "#core/model/vocabulary.ts";
import type { FaultKind } from "../platform.ts";
import { readSpan } from "../times.ts";
import type { World } from "../world.ts";
import { step } from "./step.ts";

const verbs: Readonly<Record<string, FaultKind>> = { down: "down", "times out": "slow", "rate limited": "strict" };
const broken = new RegExp(`^(channel|${channels.join("|")}) (${Object.keys(verbs).join("|")}) for (\\S+)$`);
const personal = /^(.+) (blocks|unblocks) us$/;

type FaultAction = (world: World) => Promise<void>;

/** `fault: channel down for 30h`, `fault: telegram times out for 10m`, `fault: channel rate limited for 30s`, `fault: Ana blocks us`. */
export const fault = step(
  z.string().transform((text, issues): FaultAction => {
    const found = readFault(text);
    if (found) return found;
    issues.addIssue({
      code: "custom",
      message: 'is none of "channel down for 30h", "telegram times out for 10m", "channel rate limited for 30s", "NAME blocks us"',
    });
    return z.NEVER;
  }),
  (world, run) => run(world),
);

function readFault(text: string): FaultAction | null {
  const [, where, verb, length] = broken.exec(text) ?? [];
  const span = readSpan(length ?? "");
  const kind = verbs[verb ?? ""];
  if (kind && span !== null) {
    const channel = channels.find((name) => name === where) ?? null;
    return async (world) => {
      world.write(world.now(), "world", null, text);
      world.platform.misbehave({ kind, channel, until: world.now() + span });
    };
  }
  const [, name, does] = personal.exec(text) ?? [];
  if (name === undefined) return null;
  return async (world) => {
    world.write(world.now(), "world", name, `${does} us`);
    await world.blocks(name, does === "blocks");
  };
}
