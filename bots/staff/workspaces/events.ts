import { faultOf } from "../slack/errors.ts";
import type { EventHandler, EventRequest } from "../slack/feature.ts";

/** Whether it is so Slack is asked: the workspace is marked by its answer, so that an old or repeated event closes nothing. */
async function checkWorkspaceToken({ checkToken }: Pick<EventRequest<"app_uninstalled">, "checkToken">): Promise<void> {
  await checkToken().catch((error: unknown) => {
    if (faultOf(error)?.kind !== "revoked") throw error;
  });
}

/** The app was taken out of the workspace. */
export const appUninstalled: EventHandler = { type: "app_uninstalled", run: checkWorkspaceToken };

/** Somebody's tokens are none any more; ours may be among them. */
export const tokensRevoked: EventHandler = { type: "tokens_revoked", run: checkWorkspaceToken };
