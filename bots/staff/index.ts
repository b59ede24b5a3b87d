import type { Desk } from "#core/ports/desk.ts";
import { slackDesk } from "./desk.ts";
import { cards } from "./register.ts";
import { type StaffDeps, Workspaces } from "./workspaces.ts";

/** Staff in Slack: the desk they see, and the workspaces it stands in. */
export function staffApp(deps: StaffDeps): { desk: Desk; workspaces: Workspaces } {
  const workspaces = new Workspaces(deps, () => desk);
  const desk = slackDesk(workspaces, cards, deps.fetchMedia);
  return { desk, workspaces };
}
