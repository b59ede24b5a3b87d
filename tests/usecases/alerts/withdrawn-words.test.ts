import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { escalationRuleSchema } from "#core/model/escalation.ts";
import { acknowledgeAlert, resolveAlert } from "#core/usecases/alerts/decide-alert.ts";
import { deleteContacts } from "#core/usecases/contacts/delete-contacts.ts";
import { reviewConversations } from "#core/usecases/conversations/review-conversations.ts";
import { release, takeOver } from "#core/usecases/conversations/take-over.ts";
import { editMessage } from "#core/usecases/messages/edit-message.ts";
import { retractMessage } from "#core/usecases/messages/retract-message.ts";
import { staffCalled } from "./alerted.ts";

const minute = 60_000;
const complaint = "My order arrived broken and I am very angry";
const lawyer = escalationRuleSchema.parse({ id: "lawyer", name: "Lawyer", kind: "custom", keywords: ["my lawyer"] });

type World = Awaited<ReturnType<typeof staffCalled>>;
const withLawyer = () => staffCalled((given) => ({ ...given, escalations: { ...given.escalations, rules: [...given.escalations.rules, lawyer] } }));
const edit = ({ ctx }: World, id: string, text: string) => editMessage(ctx, { id, text, origin: "platform" });
const one = async ({ alerts }: World, rule: string) => (await alerts()).find((alert) => alert.rule === rule);

describe("what a customer takes back is shown to nobody any more", () => {
  it.each([
    ["open", async (_: World, __: string) => undefined, "resolved"],
    ["acknowledged", ({ as }: World, id: string) => acknowledgeAlert(as("stf_ana"), { id }), "resolved"],
    ["resolved", ({ as }: World, id: string) => resolveAlert(as("stf_ana"), { id }), "resolved"],
  ])("in an alert that is %s, which ends without evidence", async (_, act, state) => {
    const world = await withLawyer();
    const { message } = await world.says("I will call MY LAWYER about the zebra");
    const raised = await one(world, "lawyer");
    await act(world, raised?.id ?? "");
    const shown = (await world.cards("alert")).length;

    await retractMessage(world.ctx, { id: message.id });

    const after = await one(world, "lawyer");
    expect(after).toMatchObject({ state, evidence: [], remindAt: null });
    expect(JSON.stringify(after)).not.toMatch(/lawyer about|MY LAWYER/);
    expect((await world.cards("alert")).length).toBe(shown + 1);
  });

  it("ends the alert with the reason", async () => {
    const world = await staffCalled();
    const { message } = await world.says(complaint);

    await retractMessage(world.ctx, { id: message.id });

    expect(await one(world, "frustration")).toMatchObject({ state: "resolved", endedBy: "system", endedBecause: "the words were taken back" });
  });

  it("but an alert that other words show goes on", async () => {
    const world = await staffCalled();
    const { message } = await world.says(complaint);
    const { message: second } = await world.says("It is terrible, I want my money back, I am furious");
    const before = await one(world, "frustration");
    expect(before?.evidence.map(({ messageId }) => messageId)).toEqual(expect.arrayContaining([message.id, second.id]));

    await retractMessage(world.ctx, { id: message.id });

    const after = await one(world, "frustration");
    expect(after?.state).toBe("open");
    expect(after?.evidence.map(({ messageId }) => messageId)).not.toContain(message.id);
  });

  it("in the summary of a release", async () => {
    const world = await staffCalled();
    const { message, conversation } = await world.says("How much is the zebra?");
    await takeOver(world.as("stf_ana"), { id: conversation.id });
    await release(world.as("stf_ana"), { id: conversation.id });
    const summaries = async () => (await world.ctx.store.contacts.facts(conversation.contactId)).conversationDecisions.map(({ summary }) => summary);
    expect(JSON.stringify(await summaries())).toContain("zebra");

    await retractMessage(world.ctx, { id: message.id });

    expect(JSON.stringify(await summaries())).not.toContain("zebra");
  });
});

it("is not in the files any more either, nor is what they said before an edit, also after they are erased", async () => {
  const world = await withLawyer();
  const { message, conversation } = await world.says("I will call my lawyer about the qwvxzk");
  await takeOver(world.as("stf_ana"), { id: conversation.id });
  await release(world.as("stf_ana"), { id: conversation.id });
  const { message: second } = await world.says("My order jkwqvy arrived broken and I am very angry");
  const inFiles = async () => {
    await world.ctx.store.contacts.scrub();
    const bytes = readdirSync(world.dataDir).map((file) => readFileSync(join(world.dataDir, file), "latin1"));
    return ["qwvxzk", "jkwqvy"].filter((word) => bytes.some((text) => text.includes(word)));
  };
  expect(await inFiles()).toEqual(["qwvxzk", "jkwqvy"]);

  await retractMessage(world.ctx, { id: message.id });
  expect(await inFiles()).toEqual(["jkwqvy"]);

  await edit(world, second.id, "My parcel arrived broken and I am very angry");
  expect(await inFiles()).toEqual([]);

  await deleteContacts(world.ctx, { ids: [conversation.contactId] });
  expect(await inFiles()).toEqual([]);
});

describe("what a customer edits is shown in the new words", () => {
  it("where they call for the same", async () => {
    const world = await staffCalled();
    const { message } = await world.says(complaint);

    await edit(world, message.id, "My parcel arrived broken and I am very angry");

    const after = await one(world, "frustration");
    expect(after?.state).toBe("open");
    expect(after?.evidence.every(({ quote }) => "My parcel arrived broken and I am very angry".includes(quote))).toBe(true);
    expect(after?.history.map(({ what }) => what)).toEqual(["raised"]);
  });

  it("and the alert ends where they call for nothing", async () => {
    const world = await staffCalled();
    const { message } = await world.says(complaint);

    await edit(world, message.id, "All good, thanks!");

    expect(await one(world, "frustration")).toMatchObject({ state: "resolved", evidence: [], endedBecause: "the words were changed" });
  });

  it("where nobody has answered them", async () => {
    const world = await staffCalled();
    const { message } = await world.says("Do you have parking?");
    world.clock.now += 31 * minute;
    await reviewConversations(world.ctx, { limit: 10 });
    expect(await one(world, "unanswered")).toMatchObject({ evidence: [{ quote: "Do you have parking" }] });

    await edit(world, message.id, "Is there a garage?");

    expect(await one(world, "unanswered")).toMatchObject({ state: "open", evidence: [{ messageId: message.id, quote: "Is there a garage" }] });
  });

  it("in the summary of a release", async () => {
    const world = await staffCalled();
    const { message, conversation } = await world.says("How much is the zebra?");
    await takeOver(world.as("stf_ana"), { id: conversation.id });
    await release(world.as("stf_ana"), { id: conversation.id });

    await edit(world, message.id, "How much is the horse?");

    const { conversationDecisions } = await world.ctx.store.contacts.facts(conversation.contactId);
    expect(JSON.stringify(conversationDecisions)).not.toContain("zebra");
  });
});
