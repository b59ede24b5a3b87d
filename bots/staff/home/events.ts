import type { EventHandler } from "../slack/feature.ts";
import { publishHome } from "./publish.ts";

/** Somebody has opened the Home tab: it shows what waits for them now. */
export const homeOpened: EventHandler = {
  type: "app_home_opened",
  run: async ({ event, sender, ctx, client }) => {
    if (event.tab !== "home") return;
    await publishHome({ ctx, client, userId: event.user, staffName: sender?.staff.name ?? null });
  },
};
