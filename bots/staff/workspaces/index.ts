import type { StaffFeature } from "../slack/feature.ts";
import { appUninstalled, tokensRevoked } from "./events.ts";

/** Events about our app in a workspace: it was removed, or tokens were revoked. */
export const workspaceEvents: StaffFeature = { events: [appUninstalled, tokensRevoked] };
