import type { ActionHandler } from "#bots/staff/slack/feature.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { commitStep } from "#core/usecases/commit.ts";
import { addNote } from "#core/usecases/notes.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";

export const thankAction: ActionHandler = {
  id: "thanks:give",
  role: "agent",
  audit: "contact.thank",
  run: async ({ ctx, value }) => {
    await addNote(ctx, { contactId: value, text: "Thanked" });
    const changes = new ChangeSet();
    showCard(ctx, changes, "thanks", value);
    await commitStep(ctx, changes);
  },
};
