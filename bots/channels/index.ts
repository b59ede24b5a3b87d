import type { ChannelDefinition } from "#core/ports/channel-definition.ts";
import { telegram } from "./telegram/index.ts";

/** The roster: every channel of the product, one line each. A platform's library is loaded when an account is opened. */
export const channelRoster: readonly ChannelDefinition[] = [telegram];
