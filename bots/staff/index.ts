import type { StaffChat } from "#core/ports/staff-chat.ts";
import { cards } from "./register.ts";
import { slackStaffChat } from "./staff-chat.ts";
import { type StaffDeps, Workspaces } from "./workspaces.ts";

/** Staff in Slack: the port that shows them records, and the workspaces it does so in. */
export function staffApp(deps: StaffDeps): { staffChat: StaffChat; workspaces: Workspaces } {
  const workspaces = new Workspaces(deps, () => staffChat);
  const staffChat = slackStaffChat(workspaces, cards, deps.fetchMedia);
  return { staffChat, workspaces };
}
