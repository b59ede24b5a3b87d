import type { StaffFeature } from "../slack/feature.ts";
import { appUninstalled, tokensRevoked } from "./events.ts";

/** What Slack tells about our place in a workspace. */
export const workspaceEvents: StaffFeature = { events: [appUninstalled, tokensRevoked] };
