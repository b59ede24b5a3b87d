import { openThread } from "#core/usecases/conversations/open-thread.ts";
import type { ActionRequest } from "../slack/feature.ts";
import { threadLink } from "./thread-link.ts";

/** Makes the conversation a thread, and says where it is. */
export async function openAndTell(request: ActionRequest, id: string): Promise<void> {
  await openThread(request.ctx, { id });
  const link = await threadLink(request, id);
  await request.respond(
    link === null
      ? "The conversation is a thread in the channel now. What they write from here on appears there."
      : `The conversation is a thread in the channel: <${link}|open it>.`,
  );
}
