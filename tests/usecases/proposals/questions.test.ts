import { describe, expect, it, onTestFinished } from "vitest";
import type { Unsure } from "#core/model/reading.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { day, hour } from "#core/rules/time.ts";
import { recordAction } from "#core/usecases/actions/record-action.ts";
import { recordConsent } from "#core/usecases/consents/record-consent.ts";
import { createContact } from "#core/usecases/contacts/create-contact.ts";
import { deleteContact } from "#core/usecases/contacts/delete-contact.ts";
import { proposeDue } from "#core/usecases/followups/propose-due.ts";
import { mergeContacts } from "#core/usecases/merges/merge-contacts.ts";
import { unmergeContacts } from "#core/usecases/merges/unmerge-contacts.ts";
import { editMessage } from "#core/usecases/messages/edit-message.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { recordReading } from "#core/usecases/messages/record-reading.ts";
import { retractMessage } from "#core/usecases/messages/retract-message.ts";
import { acceptProposal } from "#core/usecases/proposals/accept-proposal.ts";
import { rejectProposal } from "#core/usecases/proposals/reject-proposal.ts";
import { openCore } from "#tests/support/context.ts";
import { doubtfulWords } from "#tests/support/people/doubtful-words.ts";
import { proposalsOf } from "#tests/support/people/people.ts";
import { reading } from "#tests/support/people/said.ts";

const begins = Date.parse("2026-03-04T10:00:00Z");
const words = "Hello Ana";

type Given = Partial<Unsure> & Pick<Unsure, "what">;

/** A business with customers on Telegram, a Wednesday at ten; the clock is the test's. Readings are given by an analyst other than the rules. */
async function business(perDay?: number) {
  let now = begins;
  const defaults = defaultSettings();
  const questions = perDay === undefined ? defaults.questions : { perDay };
  const core = await openCore(() => now, { ...defaults, analysts: ["llm", "rules"], questions });
  onTestFinished(() => core.close());
  const { ctx } = core;
  const writes = async (direction: "inbound" | "outbound", text: string, who = "77") => {
    now += 60_000;
    return ingestMessage(ctx, {
      channel: "telegram",
      account: "default",
      externalId: null,
      direction,
      author: direction === "inbound" ? "customer" : "staff",
      from: { externalId: who, name: "Ana" },
      text,
      media: [],
      sentAt: null,
      origin: "platform",
    });
  };
  /** Words that may say something; what a reading names besides is given. */
  const doubts = async ({ what, ...more }: Given, who = "77") => {
    const { message, contact } = await writes(what === "opt_out" ? "inbound" : "outbound", words, who);
    const unsure = [{ what, quote: words, after: "Friday at 3?", sure: 0.5, ...more }];
    await recordReading(ctx, { messageId: message.id, reading: reading({ unsure }) });
    return { message, id: contact.id };
  };
  const only = async () => {
    const [proposal, ...others] = await proposalsOf(ctx);
    if (!proposal || others.length > 0) throw new Error(`${others.length} other proposals`);
    return proposal;
  };
  const contact = async (id: string) => (await ctx.store.contacts.find(id)) ?? Promise.reject(new Error("there is no such contact"));
  const pass = (ms: number) => {
    now += ms;
  };
  return { ctx, writes, doubts, only, contact, pass, now: () => now };
}

type Business = Awaited<ReturnType<typeof business>>;
const booking = { action: "booking_confirmed", at: null, externalId: null, properties: {} };

const dueAt = begins + 30 * hour;
const kinds: readonly [Given, string | null, string | null][] = [
  [{ what: "confirmed", kind: "booking" }, "booking", "booking_confirmed"],
  [{ what: "confirmed", kind: "purchase" }, "purchase", "purchase_completed"],
  [{ what: "revoked", kind: "booking" }, "booking", "booking_cancelled"],
  [{ what: "revoked", kind: "purchase" }, "purchase", "purchase_refunded"],
  [{ what: "promise", dueAt }, new Date(dueAt).toISOString(), "promise_made"],
  [{ what: "opt_out" }, null, null],
];

describe.each(kinds)("words that may say %o", (given, value, action) => {
  it("are asked about, with both turns, and change nothing until somebody answers", async () => {
    const { ctx, doubts, only, contact } = await business();
    const { message, id } = await doubts(given);

    expect(await only()).toMatchObject({
      kind: given.what,
      value,
      contactId: id,
      state: "open",
      evidence: [
        { kind: "unsure", detail: words, messageId: message.id },
        { kind: "said_before", detail: "Friday at 3?", messageId: null },
      ],
    });
    expect((await ctx.directory.outbox(500)).map(({ type, payload }) => [type, payload.kind])).toContainEqual(["card.show", "proposal"]);
    expect(await contact(id)).toMatchObject({ optedOut: false, state: { conversions: { count: 0 }, engagement: { promises: [] } } });
    expect((await ctx.store.contacts.facts(id)).actions).toEqual([]);
  });

  it("accepted by several at once are one fact of whoever came first", async () => {
    const { ctx, doubts, only, contact } = await business();
    const { message, id } = await doubts(given);
    const proposal = await only();

    const outcomes = await Promise.allSettled(Array.from({ length: 3 }, () => acceptProposal(ctx, { id: proposal.id })));

    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    await expect(rejectProposal(ctx, { id: proposal.id })).rejects.toMatchObject({ code: "conflict" });
    expect(await only()).toMatchObject({ state: "accepted", decidedBy: "test" });
    const { actions } = await ctx.store.contacts.facts(id);
    expect(actions.map((each) => [each.action, each.at])).toEqual(action === null ? [] : [[action, message.sentAt + 1]]);
    expect((await contact(id)).optedOut).toBe(given.what === "opt_out");
  });

  it("rejected are not asked about again", async () => {
    const { ctx, doubts, only, contact } = await business();
    const { message, id } = await doubts(given);
    await rejectProposal(ctx, { id: (await only()).id });

    await recordReading(ctx, { messageId: message.id, reading: reading({ unsure: [] }) });
    await recordReading(ctx, { messageId: message.id, reading: reading({ unsure: [{ quote: words, sure: 0.6, ...given }] }) });

    expect((await only()).state).toBe("rejected");
    await expect(acceptProposal(ctx, { id: (await only()).id })).rejects.toMatchObject({ code: "conflict" });
    expect((await ctx.store.contacts.facts(id)).actions).toEqual([]);
    expect((await contact(id)).optedOut).toBe(false);
  });

  it("are not in question any more when the message is taken back", async () => {
    const { ctx, doubts, only } = await business();
    const { message } = await doubts(given);

    await retractMessage(ctx, { id: message.id });

    expect(await only()).toMatchObject({ state: "withdrawn", evidence: [{ kind: "said_before" }] });
  });

  it.each([acceptProposal, rejectProposal])("answered, and then taken back, are quoted by the question no longer", async (answer) => {
    const { ctx, doubts, only } = await business();
    const { message } = await doubts(given);
    await answer(ctx, { id: (await only()).id });
    const { state } = await only();

    await retractMessage(ctx, { id: message.id });

    expect(await only()).toMatchObject({ state, evidence: [{ kind: "said_before" }] });
  });
});

describe("a yes", () => {
  it("to a booking converts, from the time of the words on", async () => {
    const { ctx, doubts, only, contact } = await business();
    const { id } = await doubts({ what: "confirmed", kind: "booking" });

    await acceptProposal(ctx, { id: (await only()).id });

    expect(await contact(id)).toMatchObject({ status: "converted", stage: "in_progress" });
  });

  it("to a cancellation revokes what stands, also when the words suggest another kind", async () => {
    const { ctx, doubts, only, contact } = await business();
    const { id } = await doubts({ what: "revoked", kind: "purchase" });
    await recordAction(ctx, { ...booking, contactId: id, at: begins - hour });
    expect((await contact(id)).status).toBe("converted");

    await acceptProposal(ctx, { id: (await only()).id });

    expect((await contact(id)).state.conversions.count).toBe(0);
  });

  it("to a promise makes a follow-up, due as the words say, that our later words keep", async () => {
    const { ctx, doubts, only, writes, pass, now } = await business();
    const { message, id } = await doubts({ what: "promise", dueAt });
    await acceptProposal(ctx, { id: (await only()).id });
    pass(1_000);
    for (const due of await ctx.store.followUps.due(now(), 10)) await proposeDue(ctx, due);
    const followUps = async () => (await ctx.store.followUps.list({ contactId: id }, { limit: 10, cursor: null })).data;

    expect(await followUps()).toMatchObject([{ kind: "promise", state: "proposed", dueAt, evidence: [{ messageId: message.id, quote: words }] }]);

    await writes("outbound", "The room is ready, here is the key code");
    expect(await followUps()).toMatchObject([{ state: "withdrawn", endedBecause: "kept" }]);
  });
});

describe("a question", () => {
  it.each<[string, Given, (business: Business, id: string) => Promise<unknown>]>([
    ["an action about the booking", { what: "confirmed", kind: "booking" }, ({ ctx }, id) => recordAction(ctx, { ...booking, contactId: id })],
    [
      "a plain confirmation",
      { what: "confirmed", kind: "booking" },
      ({ writes }) => writes("outbound", "Your booking is confirmed for Friday at 3 pm."),
    ],
    ["STOP", { what: "opt_out" }, ({ writes }) => writes("inbound", "STOP")],
    [
      "the ledger",
      { what: "opt_out" },
      ({ ctx }, contactId) => recordConsent(ctx, { contactId, decision: "opt_in", source: "staff", reason: "asked them" }),
    ],
  ])("is withdrawn by what answers it: %s", async (_, given, answer) => {
    const stage = await business();
    const { id } = await stage.doubts(given);

    await answer(stage, id);

    expect((await stage.only()).state).toBe("withdrawn");
    await expect(acceptProposal(stage.ctx, { id: (await stage.only()).id })).rejects.toMatchObject({ code: "conflict" });
  });

  it("follows the words of its message", async () => {
    const { ctx, doubts, only } = await business();
    const { message } = await doubts({ what: "confirmed", kind: "booking" });
    await recordReading(ctx, { messageId: message.id, reading: reading({ unsure: [{ what: "revoked", quote: "off then", sure: 0.4 }] }) });
    expect(await only()).toMatchObject({ kind: "revoked", state: "open", evidence: [{ detail: "off then" }] });

    await editMessage(ctx, { id: message.id, text: "Hello", origin: "platform" });
    expect(await only()).toMatchObject({ state: "withdrawn", evidence: [] });
  });

  it("is asked so many times a day of the business, the most valuable of a commit first, and then again", async () => {
    const { ctx, doubts, pass } = await business(2);
    await doubts({ what: "promise" }, "1");
    await doubts({ what: "confirmed", kind: "booking" }, "2");
    await doubts({ what: "confirmed", kind: "booking" }, "3");
    expect((await proposalsOf(ctx)).map(({ kind }) => kind)).toEqual(["confirmed", "promise"]);

    pass(day);
    await doubts({ what: "opt_out" }, "4");
    expect((await proposalsOf(ctx)).map(({ kind }) => kind)).toEqual(["opt_out", "confirmed", "promise"]);
  });

  it("is never asked where the settings say none", async () => {
    const { ctx, doubts } = await business(0);
    await doubts({ what: "confirmed", kind: "booking" });

    expect(await proposalsOf(ctx)).toEqual([]);
  });

  it("stays with the person through a merge and after it", async () => {
    const { ctx, doubts, only } = await business();
    const { id } = await doubts({ what: "confirmed", kind: "booking" });
    const other = (await createContact(ctx, { source: "manual", name: "Ana Reyes" })).contact;
    await mergeContacts(ctx, { intoId: other.id, fromId: id, cause: { kind: "staff", ref: null } });
    const merged = [(await only()).state, (await only()).contactId];
    await unmergeContacts(ctx, { id: other.id, otherId: id });

    expect(merged).toEqual(["open", other.id]);
    expect([(await only()).state, (await only()).contactId]).toEqual(["open", id]);
  });

  it("goes with the contact", async () => {
    const { ctx, doubts } = await business();
    const { id } = await doubts({ what: "confirmed", kind: "booking" });

    await deleteContact(ctx, { id });

    expect(await proposalsOf(ctx)).toEqual([]);
  });
});

it("comes of real words that the reader in context is unsure of", async () => {
  const { writes, only } = await business();
  const { text, what } = doubtfulWords();

  const { message } = await writes("outbound", text);

  expect(message.reading.unsure).toMatchObject([{ what }]);
  expect(await only()).toMatchObject({ kind: what, state: "open", evidence: [{ kind: "unsure", messageId: message.id }] });
});
