import { conversationNow } from "../conversations/confirm.ts";
import { openAndTell } from "../conversations/open-and-tell.ts";
import type { ActionHandler } from "../slack/feature.ts";
import { respondInPlace } from "../slack/response-target.ts";
import { inboxFor } from "./list.ts";
import { readView } from "./view.ts";

type ViewAction = "inbox:state" | "inbox:whose" | "inbox:channel" | "inbox:branch" | "inbox:back" | "inbox:next" | "inbox:refresh";

/** Another part of the inbox: each choice and each button holds all of what it shows. */
const toView = (id: ViewAction): ActionHandler => ({
  id,
  role: "viewer",
  audit: "inbox.list",
  run: async (request) => respondInPlace(request, await inboxFor(request, readView(request.value))),
});

const open: ActionHandler = {
  id: "thread:open",
  role: "agent",
  audit: "conversation.open",
  run: async (request) => openAndTell(request, (await conversationNow(request.ctx, request.value)).id),
};

export const inboxActions: readonly ActionHandler[] = [
  toView("inbox:state"),
  toView("inbox:whose"),
  toView("inbox:channel"),
  toView("inbox:branch"),
  toView("inbox:back"),
  toView("inbox:next"),
  toView("inbox:refresh"),
  open,
];
