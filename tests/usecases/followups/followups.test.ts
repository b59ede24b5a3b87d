import { describe, expect, it } from "vitest";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { fingerprintOf } from "#core/rules/followups/fingerprint.ts";
import { day, hour, minute } from "#core/rules/time.ts";
import { recordConsent } from "#core/usecases/consents/record-consent.ts";
import { takeOver } from "#core/usecases/conversations/take-over.ts";
import { approveFollowUp, dismissFollowUp, editFollowUp, snoozeFollowUp, withdrawFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { remind } from "#core/usecases/followups/remind.ts";
import { alertRow } from "#tests/support/records/alerts.ts";
import { followUpDesk } from "./desk.ts";

describe("a promise", () => {
  it("is proposed when it is made, for the time that was promised in the customer's zone", async () => {
    const desk = await followUpDesk({ at: "2026-03-06T09:55:00Z", timeZone: "Asia/Manila" });
    await desk.says("Do you have a quote for the big tent?");
    await desk.replies("I'll send the quote Monday morning");
    await desk.tend();

    const [promise] = await desk.followUps();
    expect(promise).toMatchObject({ kind: "promise", state: "proposed", channel: "telegram", attempt: 1 });
    expect(new Date(promise?.dueAt ?? 0).toISOString()).toBe("2026-03-09T01:00:00.000Z");
    expect(promise?.evidence[0]?.quote).toContain("Monday morning");
    expect(promise?.text).not.toBe("");
  });

  it("closes itself when it is kept, and not by another promise", async () => {
    const desk = await followUpDesk();
    await desk.says("Can you check the price?");
    await desk.replies("I'll get back to you tomorrow");
    await desk.tend();
    await desk.replies("Sorry, I will get back to you tomorrow");
    const stillOpen = await desk.followUps("proposed");
    await desk.replies("The tent costs 4,500 for two nights, delivery included.");

    expect(stillOpen.length).toBeGreaterThanOrEqual(1);
    expect((await desk.followUps()).map(({ state, endedBecause }) => [state, endedBecause])).toEqual(expect.arrayContaining([["withdrawn", "kept"]]));
    expect(await desk.followUps("proposed")).toEqual([]);
  });

  it("is sent once, at its time, when it was approved before", async () => {
    const desk = await followUpDesk();
    await desk.says("Can you check the price?");
    await desk.replies("I'll get back to you tomorrow");
    await desk.tend();
    const [promise] = await desk.followUps();
    await approveFollowUp(desk.ctx, { id: promise?.id ?? "", fingerprint: fingerprintOf(promise as FollowUpRecord) });

    await desk.sendDue();
    expect(desk.sent()).toEqual([]);
    await desk.passUntil(promise?.dueAt ?? 0);
    await desk.sendDue();
    await desk.sendDue();
    await desk.tend();

    expect(desk.sent()).toEqual([promise?.text]);
    expect(await desk.followUps()).toMatchObject([{ state: "sent" }]);
  });

  it("waits for another look when the customer has written since it was approved", async () => {
    const desk = await followUpDesk();
    await desk.says("Can you check the price?");
    await desk.replies("I'll get back to you tomorrow");
    await desk.tend();
    const promise = (await desk.followUps())[0] as FollowUpRecord;
    await approveFollowUp(desk.ctx, { id: promise.id, fingerprint: fingerprintOf(promise) });
    await desk.says("Never mind the tent, I need chairs");
    await desk.passUntil(promise.dueAt);
    await desk.sendDue();

    expect(desk.sent()).toEqual([]);
    expect(await desk.followUps()).toMatchObject([{ state: "proposed", deliveryId: null }]);
  });
});

describe("ghosting", () => {
  const asked = async () => {
    const desk = await followUpDesk();
    await desk.says("Hello");
    await desk.says("How much is the room?");
    await desk.replies("It is 4,500 a night. Which date do you need?");
    return desk;
  };

  it("is flagged at its minute, and not before", async () => {
    const desk = await asked();
    await desk.pass(24 * hour - minute);
    await desk.tend();
    const before = await desk.followUps();
    await desk.pass(minute);
    await desk.tend();

    expect(before).toEqual([]);
    expect(await desk.followUps()).toMatchObject([{ kind: "ghosting", state: "proposed", reason: "no answer to our question for 24 hours" }]);
  });

  it("is withdrawn by an answer, also when it is already on its way", async () => {
    const desk = await asked();
    await desk.pass(24 * hour);
    await desk.tend();
    const found = (await desk.followUps())[0] as FollowUpRecord;
    await approveFollowUp(desk.ctx, { id: found.id, fingerprint: fingerprintOf(found) });
    await desk.says("Sorry, the 12th");
    await desk.sendDue();

    expect(desk.sent()).toEqual([]);
    expect(await desk.followUps()).toMatchObject([{ state: "withdrawn", endedBecause: "replied" }]);
  });

  it("stops at the last moment: the answer comes when the job has its claim", async () => {
    const desk = await asked();
    await desk.pass(24 * hour);
    await desk.tend();
    const found = (await desk.followUps())[0] as FollowUpRecord;
    await approveFollowUp(desk.ctx, { id: found.id, fingerprint: fingerprintOf(found) });
    await desk.sendDue({ atClaim: () => desk.says("The 12th, please") });

    expect(desk.sent()).toEqual([]);
    expect(await desk.deliveries()).toMatchObject([{ state: "skipped", reason: "replied" }]);
  });

  it("asks twice in an episode, 48 hours apart, and no more", async () => {
    const desk = await asked();
    await desk.pass(24 * hour);
    for (let hours = 0; hours < 24 * 20; hours += 6) {
      await desk.tend();
      for (const found of await desk.followUps("proposed")) {
        await approveFollowUp(desk.ctx, { id: found.id, fingerprint: fingerprintOf(found) });
      }
      await desk.sendDue();
      await desk.pass(6 * hour);
    }

    const all = await desk.followUps();
    expect(all.map(({ kind, attempt, state }) => [kind, attempt, state])).toEqual([
      ["ghosting", 1, "no_reply"],
      ["ghosting", 2, "no_reply"],
    ]);
    expect((all[1]?.sentAt ?? 0) - (all[0]?.sentAt ?? 0)).toBeGreaterThanOrEqual(48 * hour);
    expect(desk.sent()).toHaveLength(2);
  });

  it("does not come again in the episode when it was dismissed", async () => {
    const desk = await asked();
    await desk.pass(24 * hour);
    await desk.tend();
    const found = (await desk.followUps())[0] as FollowUpRecord;
    await dismissFollowUp(desk.ctx, { id: found.id, reason: "called them" });
    for (let days = 0; days < 6; days++) {
      await desk.pass(day);
      await desk.tend();
    }

    expect(await desk.followUps()).toMatchObject([{ state: "dismissed", endedBecause: "called them" }]);
  });

  it("is not proposed while an alert calls staff to the conversation", async () => {
    const desk = await asked();
    const { id: conversationId, contactId } = desk.conversation();
    await desk.ctx.store.commit(new ChangeSet().insert("alerts", alertRow({ conversationId, contactId })));
    await desk.pass(25 * hour);
    await desk.tend();

    expect(await desk.followUps()).toEqual([]);
  });

  it("is not proposed while staff own the conversation, nor after an opt-out", async () => {
    const taken = await asked();
    await takeOver(taken.ctx, { id: taken.conversation().id });
    await taken.pass(25 * hour);
    await taken.tend();
    const out = await asked();
    await recordConsent(out.ctx, { contactId: out.contact().id, decision: "opt_out", source: "staff", reason: null });
    await out.pass(25 * hour);
    await out.tend();

    expect(await taken.followUps()).toEqual([]);
    expect(await out.followUps()).toEqual([]);
  });

  it("is proposed, not sent, when an outage has made it late", async () => {
    const desk = await followUpDesk({
      settings: (given) => ({ ...given, followUps: { ...given.followUps, ghosting: { ...given.followUps.ghosting, auto: true } } }),
    });
    await desk.says("Hello");
    await desk.says("How much is the room?");
    await desk.replies("It is 4,500 a night. Which date do you need?");
    await desk.pass((24 + 30) * hour);
    await desk.tend();
    await desk.sendDue();

    expect(await desk.followUps()).toMatchObject([{ state: "proposed", auto: false }]);
    expect(desk.sent()).toEqual([]);
  });

  it("goes without approval where its trigger says so", async () => {
    const desk = await followUpDesk({
      settings: (given) => ({ ...given, followUps: { ...given.followUps, ghosting: { ...given.followUps.ghosting, auto: true } } }),
    });
    await desk.says("Hello");
    await desk.says("How much is the room?");
    await desk.replies("It is 4,500 a night. Which date do you need?");
    await desk.pass(24 * hour);
    await desk.tend();
    await desk.sendDue();
    await desk.says("The 12th, please");

    expect(desk.sent()).toHaveLength(1);
    expect(await desk.followUps()).toMatchObject([{ state: "replied", auto: true }]);
  });
});

describe("deciding", () => {
  const reminded = async () => {
    const desk = await followUpDesk();
    await desk.says("Hello");
    const followUp = await remind(desk.ctx, {
      contactId: desk.contact().id,
      dueAt: desk.now() + hour,
      reason: "ask about the move",
      text: "How did the move go?",
    });
    return { desk, followUp };
  };

  it("binds an approval to the text that was shown", async () => {
    const { desk, followUp } = await reminded();
    await editFollowUp(desk.ctx, { id: followUp.id, text: "How was the move, Ana?" });

    await expect(approveFollowUp(desk.ctx, { id: followUp.id, fingerprint: fingerprintOf(followUp) })).rejects.toMatchObject({ code: "conflict" });
    const [edited] = await desk.followUps();
    expect(edited).toMatchObject({ text: "How was the move, Ana?", originalText: "How did the move go?", editedBy: "test" });
  });

  it("sends once, however often it is approved", async () => {
    const { desk, followUp } = await reminded();
    const approve = () => approveFollowUp(desk.ctx, { id: followUp.id, fingerprint: fingerprintOf(followUp) });

    const outcomes = await Promise.allSettled([approve(), approve(), approve()]);
    await desk.pass(hour);
    await desk.sendDue();

    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(desk.sent()).toEqual(["How did the move go?"]);
  });

  it("takes an approval back before it is sent, and not after", async () => {
    const { desk, followUp } = await reminded();
    await approveFollowUp(desk.ctx, { id: followUp.id, fingerprint: fingerprintOf(followUp) });
    await withdrawFollowUp(desk.ctx, { id: followUp.id, reason: null });
    await desk.pass(hour);
    await desk.sendDue();

    expect(desk.sent()).toEqual([]);
    await expect(withdrawFollowUp(desk.ctx, { id: followUp.id, reason: null })).rejects.toMatchObject({ code: "conflict" });
  });

  it("snoozes until the time given, then proposes again, and expires a week past due", async () => {
    const { desk, followUp } = await reminded();
    await snoozeFollowUp(desk.ctx, { id: followUp.id, until: desk.now() + 2 * day });
    await desk.pass(2 * day);
    await desk.tend();
    const [woken] = await desk.followUps();
    await desk.pass(7 * day);
    await desk.tend();

    expect(woken).toMatchObject({ state: "proposed", dueAt: desk.now() - 7 * day });
    expect(await desk.followUps()).toMatchObject([{ state: "expired" }]);
  });

  it("STOP withdraws what was approved in its own commit, and is confirmed once", async () => {
    const { desk, followUp } = await reminded();
    await approveFollowUp(desk.ctx, { id: followUp.id, fingerprint: fingerprintOf(followUp) });
    await desk.says("STOP");
    const queued = (await desk.deliveries()).filter(({ state }: DeliveryRecord) => state === "queued");
    await desk.says("Stop");
    await desk.pass(hour);
    await desk.sendDue();

    expect(queued.map(({ purpose, author }: DeliveryRecord) => [purpose, author])).toEqual([["reply", "system"]]);
    expect(desk.sent()).toHaveLength(1);
    expect(desk.sent()[0]).toContain("START");
    expect(await desk.followUps()).toMatchObject([{ state: "withdrawn", endedBecause: "opted_out" }]);
  });

  it("is not sent in the customer's night", async () => {
    const desk = await followUpDesk({ at: "2026-03-06T14:30:00Z", timeZone: "Asia/Manila" });
    await desk.says("Hello");
    const followUp = await remind(desk.ctx, { contactId: desk.contact().id, dueAt: desk.now(), reason: "late" });
    const approved = await approveFollowUp(desk.ctx, { id: followUp.id, fingerprint: fingerprintOf(followUp) });
    await desk.sendDue();

    expect(approved.state).toBe("approved");
    expect(desk.sent()).toEqual([]);
    expect((await desk.deliveries())[0]?.notBefore).toBe(Date.parse("2026-03-07T00:00:00Z"));
  });
});
