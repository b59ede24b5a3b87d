import { CrmError, type ErrorCode } from "#core/errors.ts";
import type { InboundEvent } from "#core/ports/channel.ts";
import type { ChannelOptions, PoisonCode } from "#core/ports/channel-options.ts";

export type Receive = (event: InboundEvent) => Promise<void>;

/**
 * How one attempt to keep an update ended. `kept`: durable, of no interest, or set aside; the platform may be told.
 * `unavailable`: the core cannot take anything now. `failing`: an error nobody foresaw.
 */
export type Ending = "kept" | "unavailable" | "failing";

/** Makes one attempt; `failures` counts the earlier ones that ended in `failing`. Never throws. */
export type Offer<Raw> = (update: Raw, failures: number) => Promise<Ending>;

/** These pass by themselves; every other code of the core is its last word on the update. */
const passing: readonly ErrorCode[] = ["unavailable", "rate_limited"];
/** An update that fails so often for no known reason would hold up its chat for ever: it is set aside. */
const patience = 5;

/** The way in of every channel: parse, hand over, and set aside what can never be kept. */
export function intake<Raw>(
  parse: (update: Raw) => InboundEvent | undefined,
  receive: Receive,
  { onPoison, log }: Pick<ChannelOptions, "onPoison" | "log">,
): Offer<Raw> {
  async function setAside(update: Raw, code: PoisonCode): Promise<Ending> {
    log.error({ code }, "an update cannot be kept and is set aside");
    try {
      await onPoison(update, code);
      return "kept";
    } catch {
      return "unavailable";
    }
  }

  return async (update, failures) => {
    let event: InboundEvent | undefined;
    try {
      event = parse(update);
    } catch {
      return setAside(update, "unreadable");
    }
    try {
      if (event) await receive(event);
      return "kept";
    } catch (error) {
      if (!(error instanceof CrmError)) return failures + 1 < patience ? "failing" : setAside(update, "failing");
      return passing.includes(error.code) ? "unavailable" : setAside(update, error.code);
    }
  };
}
