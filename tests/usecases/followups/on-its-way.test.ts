import { describe, expect, it } from "vitest";
import type { SendResult } from "#core/model/delivery.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { fingerprintOf } from "#core/rules/followups/fingerprint.ts";
import { day, hour } from "#core/rules/time.ts";
import { createContact } from "#core/usecases/contacts/create-contact.ts";
import { takeOver } from "#core/usecases/conversations/take-over.ts";
import { approveFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { remind } from "#core/usecases/followups/remind.ts";
import { mergeContacts } from "#core/usecases/merges/merge-contacts.ts";
import { unmergeContacts } from "#core/usecases/merges/unmerge-contacts.ts";
import { followUpDesk } from "./desk.ts";

type Desk = Awaited<ReturnType<typeof followUpDesk>>;

async function approvedOf(desk: Desk): Promise<FollowUpRecord> {
  const [found] = await desk.followUps("proposed");
  if (!found) throw new Error("nothing is proposed");
  return approveFollowUp(desk.ctx, { id: found.id, fingerprint: fingerprintOf(found) });
}

/** A question that has waited for a day, and the approval to ask again. */
async function ghosted(): Promise<Desk> {
  const desk = await followUpDesk();
  await desk.says("Hello");
  await desk.says("How much is the room?");
  await desk.replies("It is 4,500 a night. Which date do you need?");
  await desk.pass(day);
  await desk.tend();
  await approvedOf(desk);
  return desk;
}

async function reminded(): Promise<Desk> {
  const desk = await followUpDesk();
  await desk.says("Hello");
  await remind(desk.ctx, { contactId: desk.contact().id, dueAt: desk.now(), reason: "ask", text: "How did it go?" });
  await approvedOf(desk);
  return desk;
}

const merge = (desk: Desk, intoId: string, fromId: string) => mergeContacts(desk.ctx, { intoId, fromId, cause: { kind: "staff", ref: null } });
const somebody = async (desk: Desk) => (await createContact(desk.ctx, { name: "Bea", source: "manual" })).contact.id;
const tooFast = (desk: Desk): SendResult => ({ outcome: "refused", reason: "rate_limited", retryAt: desk.now() });

it("is not sent into a conversation that staff have taken over since it was approved", async () => {
  const desk = await ghosted();

  await takeOver(desk.ctx, { id: desk.conversation().id });
  await desk.sendDue();

  expect(desk.sent()).toEqual([]);
  expect(await desk.followUps()).toMatchObject([{ state: "withdrawn", endedBecause: "taken_over" }]);
  expect(await desk.deliveries()).toMatchObject([{ state: "skipped", reason: "taken_over" }]);
});

describe("what the platform puts off", () => {
  it("does not go again when the customer has written meanwhile", async () => {
    const desk = await ghosted();
    desk.atPlatform(async () => {
      await desk.says("The 12th, please");
      return tooFast(desk);
    });
    await desk.sendDue();
    await desk.pass(hour);
    await desk.sendDue();

    expect(desk.sent()).toEqual([]);
    expect(await desk.followUps()).toMatchObject([{ state: "withdrawn", endedBecause: "replied" }]);
    expect(await desk.deliveries()).toMatchObject([{ state: "skipped", reason: "replied" }]);
  });

  it("is asked about once more where people have set it", async () => {
    const desk = await reminded();
    desk.atPlatform(async () => {
      await desk.says("Hello again");
      return tooFast(desk);
    });
    await desk.sendDue();
    await desk.pass(hour);
    await desk.sendDue();

    expect(desk.sent()).toEqual([]);
    expect(await desk.followUps()).toMatchObject([{ state: "proposed", deliveryId: null, endedBecause: null }]);
    await approvedOf(desk);
    await desk.pass(hour);
    await desk.sendDue();
    expect(desk.sent()).toEqual(["How did it go?"]);
  });

  it("goes when nothing has happened", async () => {
    const desk = await ghosted();
    desk.atPlatform(async () => tooFast(desk));
    await desk.sendDue();
    await desk.pass(hour);
    await desk.sendDue();

    expect(desk.sent()).toHaveLength(1);
    expect(await desk.followUps()).toMatchObject([{ state: "sent", endedBecause: null }]);
  });
});

describe("an answer that is quicker than the platform's word", () => {
  it("answers what it was taken for, and not what came after it", async () => {
    const desk = await ghosted();
    desk.atPlatform(async () => {
      const at = desk.now();
      await desk.says("The 12th, please");
      return { outcome: "accepted", externalId: "77:900", at };
    });
    await desk.sendDue();
    const crossed = await ghosted();
    crossed.atPlatform(async () => {
      await crossed.says("The 12th, please");
      return { outcome: "accepted", externalId: "77:900", at: crossed.now() + 1 };
    });
    await crossed.sendDue();

    expect(await desk.followUps()).toMatchObject([{ state: "replied" }]);
    expect(await crossed.followUps()).toMatchObject([{ state: "sent" }]);
  });
});

describe("what cannot go at all", () => {
  it("is asked about once more when the account is not connected any more", async () => {
    const desk = await reminded();
    await desk.ctx.store.commit(new ChangeSet().remove("connections", { agentId: desk.ctx.store.agentId, id: "chn_1" }));
    await desk.sendUncarried();

    expect(await desk.deliveries()).toMatchObject([{ state: "skipped", reason: "no_connection" }]);
    expect(await desk.followUps()).toMatchObject([{ state: "proposed", deliveryId: null }]);
  });

  it("is withdrawn when the customer has blocked us", async () => {
    const desk = await reminded();
    const identity = await desk.ctx.store.connections.identity(desk.conversation().identityId);
    if (!identity) throw new Error("no identity");
    await desk.ctx.store.commit(new ChangeSet().put("identities", { ...identity, blockedAt: desk.now() }));
    await desk.sendDue();

    expect(await desk.followUps()).toMatchObject([{ state: "withdrawn", endedBecause: "blocked" }]);
  });
});

describe("people who become one while it is on its way", () => {
  it("get it once, and it is kept with whoever they are now", async () => {
    const desk = await ghosted();
    const bea = await somebody(desk);
    desk.atPlatform(async () => void (await merge(desk, bea, desk.contact().id)));
    await desk.sendDue();

    expect(desk.sent()).toHaveLength(1);
    expect(await desk.followUps()).toMatchObject([{ contactId: bea, state: "sent" }]);
    expect(await desk.deliveries()).toMatchObject([{ contactId: bea, state: "sent" }]);
    expect((await desk.ctx.store.contacts.find(bea))?.messageCount).toBe(4);
  });

  it("get it when they become one just before it goes", async () => {
    const desk = await ghosted();
    const bea = await somebody(desk);
    await desk.sendDue({ atClaim: async () => void (await merge(desk, bea, desk.contact().id)) });

    expect(desk.sent()).toHaveLength(1);
    expect(await desk.followUps()).toMatchObject([{ contactId: bea, state: "sent" }]);
  });

  it("can become one again, though both have been asked in the same run of messages", async () => {
    const desk = await ghosted();
    const [ana, bea] = [desk.contact().id, await somebody(desk)];
    await merge(desk, bea, ana);
    const [first] = await desk.followUps();
    if (!first) throw new Error("the follow-up is lost");
    await desk.ctx.store.commit(
      new ChangeSet().insert("followups", { ...first, id: "fup_other", conversationId: null, deliveryId: null, state: "dismissed", attempt: 2 }),
    );
    await unmergeContacts(desk.ctx, { id: bea, otherId: ana });
    await desk.ctx.store.commit(
      new ChangeSet().put("followups", { ...first, id: "fup_other", contactId: bea, conversationId: null, deliveryId: null }),
    );

    await merge(desk, bea, ana);

    const attempts = (await desk.followUps()).map(({ contactId, attempt }) => [contactId, attempt]);
    expect(attempts).toHaveLength(2);
    expect(new Set(attempts.map(([, attempt]) => attempt)).size).toBe(2);
    expect(attempts.every(([contactId]) => contactId === bea)).toBe(true);
  });
});
