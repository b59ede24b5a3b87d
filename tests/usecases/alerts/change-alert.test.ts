import { describe, expect, it } from "vitest";
import { acknowledgeAlert, dismissAlert, resolveAlert } from "#core/usecases/alerts/decide-alert.ts";
import { getAlert } from "#core/usecases/alerts/get-alert.ts";
import { releaseAlert, takeOverAlert } from "#core/usecases/alerts/take-over-alert.ts";
import { deleteContact } from "#core/usecases/contacts/delete-contact.ts";
import { decideConversation } from "#core/usecases/conversations/decide-conversation.ts";
import { getConversation } from "#core/usecases/conversations/get-conversation.ts";
import { release, takeOver } from "#core/usecases/conversations/take-over.ts";
import { meeting } from "../races/meeting.ts";
import { staffCalled } from "./alerted.ts";

describe("an alert and its conversation", () => {
  it("is acknowledged once, by the first", async () => {
    const { as, asksForPerson, cards } = await staffCalled();
    const { id } = await asksForPerson();
    const shown = (await cards("alert")).length;

    const first = await acknowledgeAlert(as("stf_ana"), { id });
    const second = await acknowledgeAlert(as("stf_ben"), { id });

    expect(first).toMatchObject({ state: "acknowledged", ownerId: "stf_ana", remindAt: null });
    expect(second).toEqual(first);
    expect((await cards("alert")).length).toBe(shown + 1);
  });

  it("is taken over with the conversation, and the conversation with it", async () => {
    const { ctx, as, asksForPerson } = await staffCalled();
    const { id, conversationId } = await asksForPerson();

    const taken = await takeOverAlert(as("stf_ana"), { id });

    expect(taken).toMatchObject({ id, state: "taken_over", ownerId: "stf_ana" });
    expect(await getAlert(ctx, { id })).toMatchObject({ state: "taken_over", ownerId: "stf_ana" });
    expect(await getConversation(ctx, { id: conversationId })).toMatchObject({ state: "taken_over", takenOverBy: "stf_ana" });
    await expect(takeOverAlert(as("stf_ben"), { id })).rejects.toMatchObject({ code: "conflict", details: { takenOverBy: "stf_ana" } });
    expect(await takeOverAlert(as("stf_ana"), { id })).toEqual(taken);

    const released = await releaseAlert(as("stf_ana"), { id });

    expect(released).toMatchObject({ state: "acknowledged", ownerId: "stf_ana" });
    expect(await getConversation(ctx, { id: conversationId })).toMatchObject({ takenOverAt: null });
  });

  it("takes all open alerts of the conversation along", async () => {
    const { ctx, as, says, alerts } = await staffCalled();
    const { conversation } = await says("My order arrived broken and I am very angry. I want to talk to a real person NOW");
    const [one] = await alerts();

    await takeOverAlert(as("stf_ana"), { id: one?.id ?? "" });

    expect((await alerts()).map(({ rule, state }) => [rule, state]).sort()).toEqual([
      ["asks_for_person", "taken_over"],
      ["frustration", "taken_over"],
    ]);
    await decideConversation(as("stf_ana"), { id: conversation.id, decision: "done" });
    expect((await alerts()).map(({ state, endedBy }) => [state, endedBy])).toEqual([
      ["resolved", "stf_ana"],
      ["resolved", "stf_ana"],
    ]);
    expect(await ctx.store.alerts.openCount()).toBe(0);
  });

  it("follows what is done with the conversation alone", async () => {
    const { ctx, as, asksForPerson } = await staffCalled();
    const { id, conversationId } = await asksForPerson();

    await takeOver(as("stf_ana"), { id: conversationId });
    expect(await getAlert(ctx, { id })).toMatchObject({ state: "taken_over", ownerId: "stf_ana" });
    await release(as("stf_ben"), { id: conversationId });
    expect(await getAlert(ctx, { id })).toMatchObject({ state: "acknowledged", ownerId: "stf_ana" });
    await decideConversation(as("stf_ben"), { id: conversationId, decision: "done" });

    expect(await getAlert(ctx, { id })).toMatchObject({ state: "resolved", endedBy: "stf_ben" });
  });

  it("is resolved by Done also when words of the customer have closed the conversation", async () => {
    const { ctx, as, says, asksForPerson } = await staffCalled();
    const { id, conversationId } = await asksForPerson();
    await says("never mind, found it");
    expect(await getConversation(ctx, { id: conversationId })).toMatchObject({ state: "done" });
    expect(await getAlert(ctx, { id })).toMatchObject({ state: "open" });

    await decideConversation(as("stf_ana"), { id: conversationId, decision: "done" });

    expect(await getAlert(ctx, { id })).toMatchObject({ state: "resolved", endedBy: "stf_ana", remindAt: null });
  });

  it("leaves the conversation with its owner when it is resolved", async () => {
    const { ctx, as, asksForPerson } = await staffCalled();
    const { id, conversationId } = await asksForPerson();
    await takeOverAlert(as("stf_ana"), { id });

    await resolveAlert(as("stf_ana"), { id });

    expect(await getConversation(ctx, { id: conversationId })).toMatchObject({ takenOverBy: "stf_ana" });
    await expect(takeOverAlert(as("stf_ana"), { id })).rejects.toMatchObject({ code: "conflict", message: "the alert is resolved already" });
    await expect(releaseAlert(as("stf_ana"), { id })).rejects.toMatchObject({ code: "conflict" });
    expect(await getConversation(ctx, { id: conversationId })).toMatchObject({ takenOverBy: "stf_ana" });
  });

  it("calls nobody anew while it is muted, unless the customer asks for a person", async () => {
    const { as, says, alerts, clock } = await staffCalled();
    await says("My order arrived broken and I am very angry");
    const [first] = await alerts();
    await dismissAlert(as("stf_ana"), { id: first?.id ?? "", reason: "solved by phone", muteMinutes: 600 });
    clock.now += 500 * 60_000;

    await says("This is the worst service ever, I am furious");
    expect(await alerts()).toHaveLength(1);
    await says("I want to talk to a real person NOW");

    expect((await alerts()).filter(({ rule, state }) => rule === "asks_for_person" && state === "open")).toHaveLength(1);
  });

  it.each([
    ["a reason that is too long", { reason: "x".repeat(501) }, "/reason"],
    ["a mute that is too long", { muteMinutes: 43_201 }, "/muteMinutes"],
  ])("refuses %s", async (_, given, pointer) => {
    const { ctx, asksForPerson } = await staffCalled();
    const { id } = await asksForPerson();

    await expect(dismissAlert(ctx, { id, ...given })).rejects.toMatchObject({ code: "invalid", details: { errors: [{ pointer }] } });
  });

  it("gives the conversation to one of two colleagues who take it at once", async () => {
    const { ctx, as, asksForPerson } = await staffCalled();
    const { id, conversationId } = await asksForPerson();

    const results = await meeting([as("stf_ana"), as("stf_ben")], [(one) => takeOverAlert(one, { id }), (one) => takeOverAlert(one, { id })]);

    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { takenOverBy } = await getConversation(ctx, { id: conversationId });
    expect(await getAlert(ctx, { id })).toMatchObject({ state: "taken_over", ownerId: takenOverBy });
    expect(results.find((result) => result.status === "rejected")).toMatchObject({ reason: { code: "conflict", details: { takenOverBy } } });
  });

  it("ends either resolved or dismissed when both are pressed at once", async () => {
    const { ctx, as, asksForPerson } = await staffCalled();
    const { id } = await asksForPerson();

    const results = await meeting([as("stf_ana"), as("stf_ben")], [(one) => resolveAlert(one, { id }), (one) => dismissAlert(one, { id })]);

    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await getAlert(ctx, { id })).history.filter(({ what }) => what === "resolved" || what === "dismissed")).toHaveLength(1);
  });

  it("is gone with its contact", async () => {
    const { ctx, as, asksForPerson } = await staffCalled();
    const { id, contactId } = await asksForPerson();

    await deleteContact(ctx, { id: contactId });

    await expect(takeOverAlert(as("stf_ana"), { id })).rejects.toMatchObject({ code: "not_found" });
  });
});
