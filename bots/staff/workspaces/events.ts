import { faultOf } from "../slack/errors.ts";
import type { EventHandler, EventRequest } from "../slack/feature.ts";

/** Calls `auth.test`, whose answer marks the workspace: an old or repeated event alone must not mark it as revoked. */
async function checkWorkspaceToken({ checkToken }: Pick<EventRequest<"app_uninstalled">, "checkToken">): Promise<void> {
  await checkToken().catch((error: unknown) => {
    if (faultOf(error)?.kind !== "revoked") throw error;
  });
}

/** The app was taken out of the workspace. */
export const appUninstalled: EventHandler = { type: "app_uninstalled", run: checkWorkspaceToken };

/** Tokens were revoked, and ours may be among them. */
export const tokensRevoked: EventHandler = { type: "tokens_revoked", run: checkWorkspaceToken };
