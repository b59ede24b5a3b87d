import { describe, expect, it } from "vitest";
import { acknowledgeAlert } from "#core/usecases/alerts/decide-alert.ts";
import { takeOverAlert } from "#core/usecases/alerts/take-over-alert.ts";
import { readTimeline } from "#core/usecases/contacts/read-timeline.ts";
import { assignConversation } from "#core/usecases/conversations/assign-conversation.ts";
import { takeOver } from "#core/usecases/conversations/take-over.ts";
import { handOverWork } from "#core/usecases/staff/hand-over.ts";
import { inviteStaff } from "#core/usecases/staff/invite.ts";
import { removeStaff } from "#core/usecases/staff/remove.ts";
import { staffCalled } from "#tests/usecases/alerts/alerted.ts";

async function clinic() {
  const world = await staffCalled();
  const { ctx } = world;
  const member = async (name: string) => (await inviteStaff(ctx, { name, role: "agent", email: `${name}@example.com` })).id;
  const [ana, ben] = [await member("ana"), await member("ben")];
  /** Removes Ana and runs the job that the commit asks for, as the relay would. */
  const removeAna = async () => {
    await removeStaff(ctx, { id: ana });
    const jobs = (await ctx.directory.outbox(1000)).filter(({ type }) => type === "staff.unassign");
    for (const { payload } of jobs) await handOverWork(ctx, { id: payload.staffId ?? "" });
    return jobs.length;
  };
  const conversation = async (id: string) => ctx.store.conversations.find(id);
  return { ...world, ana, ben, removeAna, conversation };
}

describe("what somebody who is removed from the staff looked after", () => {
  it("is nobody's: assignments end, and those of others stay", async () => {
    const { ctx, says, ana, ben, removeAna, conversation } = await clinic();
    const { conversation: hers } = await says("Do you have parking?");
    const { conversation: his } = await says("Do you deliver?", { from: { externalId: "8", name: "Cai" } });
    await assignConversation(ctx, { id: hers.id, assigneeId: ana });
    await assignConversation(ctx, { id: his.id, assigneeId: ben });

    expect(await removeAna()).toBe(1);

    expect([(await conversation(hers.id))?.assigneeId, (await conversation(his.id))?.assigneeId]).toEqual([null, ben]);
    expect(await ctx.store.conversations.counts({ assignee: [ana] })).toEqual({ waiting: 0, answered: 0, taken_over: 0, done: 0 });
  });

  it("is released, with an entry in the timeline, and its alerts call others", async () => {
    const { ctx, as, ana, removeAna, conversation, asksForPerson, alerts, cards } = await clinic();
    const alert = await asksForPerson();
    await takeOverAlert(as(ana), { id: alert.id });
    const shown = (await cards("alert_reminder")).length;

    await removeAna();

    expect(await conversation(alert.conversationId)).toMatchObject({ state: "waiting", takenOverBy: null, takenOverAt: null });
    const [after] = await alerts();
    expect(after).toMatchObject({ state: "open", ownerId: null, reminders: 1, remindAt: expect.any(Number) });
    expect(after?.history.map(({ what, note }) => [what, note])).toContainEqual(["released", "they left the staff"]);
    expect((await cards("alert_reminder")).length).toBeGreaterThan(shown);
    const { data } = await readTimeline(ctx, { id: alert.contactId, page: { limit: 50, cursor: null } });
    expect(JSON.stringify(data)).toContain('"decision":"released"');
  });

  it("calls others also where they had only seen the alert; what has ended stays as it was", async () => {
    const { as, ana, ben, removeAna, asksForPerson, alerts, says } = await clinic();
    const alert = await asksForPerson();
    await acknowledgeAlert(as(ana), { id: alert.id });
    await says("My order arrived broken and I am very angry", { from: { externalId: "8", name: "Cai" } });
    const his = (await alerts()).find(({ rule }) => rule === "frustration");
    await acknowledgeAlert(as(ben), { id: his?.id ?? "" });

    await removeAna();

    const states = (await alerts()).map(({ rule, state, ownerId }) => [rule, state, ownerId]);
    expect(states.toSorted()).toEqual([
      ["asks_for_person", "open", null],
      ["frustration", "acknowledged", ben],
    ]);
  });

  it("is handed over once, however often the job runs, and not while they are on the staff", async () => {
    const { ctx, as, says, ana, removeAna, conversation } = await clinic();
    const { conversation: hers } = await says("Do you have parking?");
    await takeOver(as(ana), { id: hers.id });
    await handOverWork(ctx, { id: ana });
    expect((await conversation(hers.id))?.takenOverBy).toBe(ana);

    await removeAna();
    const once = await conversation(hers.id);
    await handOverWork(ctx, { id: ana });

    expect(await conversation(hers.id)).toEqual(once);
  });

  it("is more than one page of conversations", async () => {
    const { ctx, says, ana, removeAna } = await clinic();
    for (let n = 0; n < 101; n++) {
      const { conversation } = await says("Hello?", { from: { externalId: `p${n}`, name: `P${n}` } });
      await assignConversation(ctx, { id: conversation.id, assigneeId: ana });
    }

    await removeAna();

    expect(await ctx.store.conversations.ofStaff(ana, 200)).toEqual([]);
  });

  it("and nothing new is given to them", async () => {
    const { ctx, says, ana, removeAna } = await clinic();
    const { conversation } = await says("Do you have parking?");
    await removeAna();

    await expect(assignConversation(ctx, { id: conversation.id, assigneeId: ana })).rejects.toMatchObject({ code: "invalid" });
  });
});
