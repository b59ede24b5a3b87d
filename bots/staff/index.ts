import type { StaffChat } from "#core/ports/staff-chat.ts";
import { contactLists } from "./contact-lists/index.ts";
import { contacts } from "./contacts/index.ts";
import { conversations } from "./conversations/index.ts";
import { deliveries } from "./deliveries/index.ts";
import { digest } from "./digest/index.ts";
import { followUps } from "./followups/index.ts";
import { home } from "./home/index.ts";
import { pipeline } from "./pipeline/index.ts";
import { proposals } from "./proposals/index.ts";
import { settings } from "./settings/index.ts";
import { joinFeatures, type StaffFeature } from "./slack/feature.ts";
import type { StaffOptions } from "./slack/options.ts";
import { slackStaffChat } from "./slack/staff-chat.ts";
import { Workspaces } from "./slack/workspaces.ts";
import { workspaces as workspaceEvents } from "./workspaces/index.ts";

/** All that staff can see and do, one line a noun. Commands stand in the help in this order. */
export const features: readonly StaffFeature[] = [
  contactLists,
  contacts,
  followUps,
  conversations,
  proposals,
  deliveries,
  pipeline,
  home,
  digest,
  settings,
  workspaceEvents,
];

/** Staff in Slack: the port that shows them records, and the workspaces in which it does. */
export function staffApp(options: StaffOptions, offered = features): { staffChat: StaffChat; workspaces: Workspaces } {
  const registered = joinFeatures(offered);
  const workspaces = new Workspaces({ ...options, registered }, () => staffChat);
  const staffChat = slackStaffChat(workspaces, registered, options.fetchMedia);
  return { staffChat, workspaces };
}
