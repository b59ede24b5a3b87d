import { expect, it, onTestFinished } from "vitest";
import type { Contactability } from "#core/model/contactability.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { fingerprintOf } from "#core/rules/followups/fingerprint.ts";
import { day, hour } from "#core/rules/time.ts";
import { recordConsent } from "#core/usecases/consents/record-consent.ts";
import { readContactability } from "#core/usecases/contactability/read-contactability.ts";
import { createContact } from "#core/usecases/contacts/create-contact.ts";
import { approveFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { remind } from "#core/usecases/followups/remind.ts";
import { mergeContacts } from "#core/usecases/merges/merge-contacts.ts";
import { unmergeContacts } from "#core/usecases/merges/unmerge-contacts.ts";
import { editMessage } from "#core/usecases/messages/edit-message.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { retractMessage } from "#core/usecases/messages/retract-message.ts";
import { acceptProposal } from "#core/usecases/proposals/accept-proposal.ts";
import { rejectProposal } from "#core/usecases/proposals/reject-proposal.ts";
import { type Core, openCore } from "#tests/support/context.ts";
import { proposalsOf } from "#tests/support/people/people.ts";

const nearly = "Please stop sending me messages";

/** Ana on Telegram, a Wednesday at ten; the clock is the test's. */
async function ana() {
  let now = Date.parse("2026-03-04T10:00:00Z");
  const core: Core = await openCore(() => now);
  onTestFinished(() => core.close());
  const { ctx } = core;
  let count = 0;
  const says = async (text: string, sentAt: number | null = null) => {
    now += 60_000;
    count += 1;
    return ingestMessage(ctx, {
      channel: "telegram",
      account: "default",
      externalId: `77:${count}`,
      direction: "inbound",
      author: "customer",
      from: { externalId: "77", name: "Ana" },
      text,
      media: [],
      sentAt,
      origin: "platform",
    });
  };
  const { contact } = await says("How much is a room?");
  const { id } = contact;
  const mayFollowUp = (of = id): Promise<Contactability> => readContactability(ctx, { id: of, purpose: "follow_up" });
  const only = async () => {
    const [proposal, ...others] = await proposalsOf(ctx);
    if (!proposal || others.length > 0) throw new Error(`${others.length} other proposals`);
    return proposal;
  };
  const pass = (ms: number) => {
    now += ms;
  };
  return { ctx, id, says, mayFollowUp, only, now: () => now, pass };
}

it("asks staff, in the commit of the message, with the words that seem to say so", async () => {
  const { ctx, id, says, only, mayFollowUp } = await ana();
  const { message } = await says(`Thanks. ${nearly}`);

  expect(await only()).toMatchObject({
    kind: "consent",
    key: `consent:${message.id}`,
    contactId: id,
    state: "open",
    evidence: [{ kind: "near_miss", detail: "stop sending me messages", messageId: message.id }],
  });
  expect((await ctx.directory.outbox(500)).map(({ type, payload }) => [type, payload.kind])).toContainEqual(["card.show", "proposal"]);
  expect(await mayFollowUp()).toMatchObject({ decision: "delay", until: message.sentAt + 72 * hour, reasons: [{ code: "consent_hold" }] });
});

it("does not ask about words that opt out by the letter, or that only look so", async () => {
  const { ctx, says } = await ana();
  await says("Stop, see you at 5");
  await says("STOP");
  await says(nearly);

  expect(await proposalsOf(ctx)).toEqual([]);
});

it("does not ask about history that holds nothing back any more", async () => {
  const { ctx, says, now } = await ana();
  await says(nearly, now() - 73 * hour);
  expect(await proposalsOf(ctx)).toEqual([]);

  await says(nearly, now() - 30 * hour);
  expect((await proposalsOf(ctx)).map(({ state }) => state)).toEqual(["open"]);
});

it("asks about the newest words alone", async () => {
  const { ctx, says } = await ana();
  const first = await says(nearly);
  const second = await says("Leave me alone");

  expect((await proposalsOf(ctx)).map(({ key, state }) => [key, state])).toEqual([
    [`consent:${second.message.id}`, "open"],
    [`consent:${first.message.id}`, "withdrawn"],
  ]);
});

it("accepted, it opts the person out by their words, stops what was on its way, and is decided once", async () => {
  const { ctx, id, says, only, now } = await ana();
  const connection = { id: "chn_1", channel: "telegram", account: "default", via: null, sealed: null, createdBy: "test", createdAt: now() } as const;
  await ctx.store.commit(new ChangeSet().insert("connections", { agentId: ctx.store.agentId, ...connection }));
  const { message } = await says(nearly);
  const followUp = await remind(ctx, { contactId: id, dueAt: now() + hour, reason: "ask about the date" });
  await approveFollowUp(ctx, { id: followUp.id, fingerprint: fingerprintOf(followUp) });
  const proposal = await only();

  const outcomes = await Promise.allSettled(Array.from({ length: 3 }, () => acceptProposal(ctx, { id: proposal.id })));

  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
  expect(await only()).toMatchObject({ state: "accepted", decidedBy: "test" });
  expect(await ctx.store.consents.ofContact(id)).toMatchObject([
    { decision: "opt_out", source: "staff", quote: "stop sending me messages", messageId: message.id },
  ]);
  expect((await ctx.store.contacts.find(id))?.optedOut).toBe(true);
  expect(await ctx.store.followUps.find(followUp.id)).toMatchObject({ state: "withdrawn", endedBecause: "opted_out" });
  const { data: deliveries } = await ctx.store.deliveries.list({}, { limit: 10, cursor: null });
  expect(deliveries.map(({ purpose, state }) => [purpose, state])).toEqual([["follow_up", "skipped"]]);
});

it("rejected, the hold ends at once, and only for these words", async () => {
  const { ctx, says, only, mayFollowUp } = await ana();
  await says(nearly);
  await rejectProposal(ctx, { id: (await only()).id });
  expect(await mayFollowUp()).toMatchObject({ decision: "allow" });
  await says("Is breakfast included?");
  expect(await mayFollowUp()).toMatchObject({ decision: "allow" });

  await says(nearly);

  expect(await mayFollowUp()).toMatchObject({ decision: "delay" });
  expect((await proposalsOf(ctx)).map(({ state }) => state)).toEqual(["open", "rejected"]);
});

it.each([
  ["START", "allow"],
  ["STOP", "deny"],
])("%s of the customer settles it", async (word, decision) => {
  const { says, only, mayFollowUp } = await ana();
  await says(nearly);
  await says(word);

  expect((await only()).state).toBe("withdrawn");
  expect((await mayFollowUp()).decision).toBe(decision);
});

it("is settled by what staff write into the ledger themselves", async () => {
  const { ctx, id, says, only, mayFollowUp } = await ana();
  await says(nearly);
  await recordConsent(ctx, { contactId: id, decision: "opt_in", source: "staff", reason: "asked them" });

  expect((await only()).state).toBe("withdrawn");
  expect((await mayFollowUp()).decision).toBe("allow");
});

it("follows the words: edited, edited back, taken back", async () => {
  const { ctx, says, only, mayFollowUp } = await ana();
  const { message } = await says(nearly);
  await editMessage(ctx, { id: message.id, text: "Please send me the menu", origin: "platform" });
  expect([(await only()).state, (await mayFollowUp()).decision]).toEqual(["withdrawn", "allow"]);

  await editMessage(ctx, { id: message.id, text: nearly, origin: "platform" });
  expect([(await only()).state, (await mayFollowUp()).decision]).toEqual(["open", "delay"]);

  await retractMessage(ctx, { id: message.id });
  expect([(await only()).state, (await mayFollowUp()).decision]).toEqual(["withdrawn", "allow"]);
});

it("is over when the hold is, and may still be accepted", async () => {
  const { ctx, id, says, only, mayFollowUp, pass } = await ana();
  await says(nearly);
  pass(4 * day);

  expect((await mayFollowUp()).decision).toBe("allow");
  await acceptProposal(ctx, { id: (await only()).id });
  expect((await ctx.store.contacts.find(id))?.optedOut).toBe(true);
});

it("stays with the person through a merge and after it", async () => {
  const { ctx, id, says, only, mayFollowUp } = await ana();
  await says(nearly);
  const other = (await createContact(ctx, { source: "manual", name: "Ana Reyes" })).contact;
  await mergeContacts(ctx, { intoId: other.id, fromId: id, cause: { kind: "staff", ref: null } });
  const merged = [(await only()).state, (await only()).contactId, (await mayFollowUp(other.id)).decision];
  await unmergeContacts(ctx, { id: other.id, otherId: id });
  const apart = [(await only()).state, (await only()).contactId];
  await rejectProposal(ctx, { id: (await only()).id });

  expect(merged).toEqual(["open", other.id, "delay"]);
  expect(apart).toEqual(["open", id]);
  expect((await mayFollowUp()).decision).toBe("allow");
});
