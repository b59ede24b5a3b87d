import { expect, it } from "vitest";
import { ChangeSet } from "#core/ports/change-set.ts";
import { commitStep } from "#core/usecases/commit.ts";
import { deleteContact } from "#core/usecases/contacts/delete-contact.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";
import { eventually } from "#tests/support/eventually.ts";
import { carlo, maria, openStaffStage } from "#tests/support/slack/staff.ts";

it("is shown, pressed once however often Slack sends it, refused to who may not, and goes with its contact", async () => {
  const stage = await openStaffStage();
  const { ctx, slack } = stage;
  await stage.member(maria, "agent");
  await stage.member(carlo, "viewer");
  const { contactId } = await stage.customer();
  const changes = new ChangeSet();
  showCard(ctx, changes, "thanks", contactId);
  await commitStep(ctx, changes);
  await stage.carry();
  const [card] = slack.in("C0STAFF");
  if (!card) throw new Error("there is no card");
  const text = () => JSON.stringify(card.blocks);
  expect(text()).toContain("was thanked 0 times");

  const triggerId = slack.trigger(maria.id);
  await slack.press(maria.id, card, "thanks:give", { triggerId });
  await eventually(
    async () => text(),
    (blocks) => blocks.includes("was thanked 1 times"),
  );
  await slack.press(maria.id, card, "thanks:give", { triggerId });
  await slack.press(carlo.id, card, "thanks:give");
  const [whisper] = await eventually(
    async () => slack.whispers,
    ({ length }) => length > 0,
  );

  expect(whisper).toMatchObject({ userId: carlo.id, text: expect.stringContaining("needs the role agent") });
  expect(text()).toContain("was thanked 1 times");
  const log = await ctx.store.audit.list({ action: "contact.thank" }, { limit: 10, cursor: null });
  expect(log.data).toMatchObject([{ subjectId: contactId }]);

  await deleteContact(ctx, { id: contactId });
  await stage.carry();
  expect(slack.in("C0STAFF")).toEqual([]);
});
