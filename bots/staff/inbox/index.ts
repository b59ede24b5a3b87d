import type { StaffFeature } from "../slack/feature.ts";
import { inboxActions } from "./actions.ts";
import { inboxFor } from "./list.ts";
import { viewNamed } from "./view.ts";

/** Who waits for an answer, longest first. */
export const inbox: StaffFeature = {
  commands: [
    {
      word: "inbox",
      role: "viewer",
      help: "who waits for an answer, longest first; also: mine, unassigned, taken over, answered, done",
      run: async (call) => call.respond(await inboxFor(call, viewNamed(call.words))),
    },
  ],
  actions: inboxActions,
};
