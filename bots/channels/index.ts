import type { ChannelDefinition } from "#core/ports/channel-definition.ts";
import * as roster from "./roster.ts";

/** The definitions of all channels, by the names of their exports. */
export const channelRoster: readonly ChannelDefinition[] = Object.values(roster);
