import type { StaffChat } from "#core/ports/staff-chat.ts";
import * as nouns from "./nouns.ts";
import { joinFeatures, type StaffFeature } from "./slack/feature.ts";
import type { StaffOptions } from "./slack/options.ts";
import { slackStaffChat } from "./slack/staff-chat.ts";
import { Workspaces } from "./slack/workspace/workspaces.ts";

/** All that staff can see and do. */
export const features: readonly StaffFeature[] = Object.values(nouns);

/** Staff in Slack: the port that shows them records, and the workspaces in which it does. */
export function staffApp(options: StaffOptions): { staffChat: StaffChat; workspaces: Workspaces } {
  const registered = joinFeatures(features);
  const workspaces = new Workspaces({ ...options, registered }, () => staffChat);
  const staffChat = slackStaffChat(workspaces, registered, { fetchMedia: options.fetchMedia, log: options.log });
  return { staffChat, workspaces };
}
