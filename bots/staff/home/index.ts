import type { StaffFeature } from "../slack/feature.ts";
import { homeActions } from "./actions.ts";
import { homeOpened } from "./events.ts";
import { refreshHome } from "./publish.ts";

/** The Home tab: everything that waits for a decision. */
export const home: StaffFeature = { actions: homeActions, events: [homeOpened], afterCall: refreshHome };
