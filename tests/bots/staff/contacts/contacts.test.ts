import { describe, expect, it } from "vitest";
import type { Role } from "#core/model/staff.ts";
import { recordAction } from "#core/usecases/actions/record-action.ts";
import { patchContact } from "#core/usecases/contacts/patch-contact.ts";
import { mergeContacts } from "#core/usecases/merges/merge-contacts.ts";
import { attachTag } from "#core/usecases/tags/contact-tags.ts";
import { eventually } from "#tests/support/eventually.ts";
import type { FakeMessage } from "#tests/support/slack/fake-slack-state.ts";
import { slackReader } from "#tests/support/slack/slack-reader.ts";
import { maria, openStaffStage } from "#tests/support/slack/staff.ts";

/** In the zone of the business, which is UTC. */
const nineTomorrow = Date.UTC(2026, 2, 3, 9);

async function stage(role: Role = "manager") {
  const opened = await openStaffStage();
  const { ctx, slack, member, customer } = opened;
  const staff = await member(maria, role);
  const { contactId } = await customer();
  const reader = slackReader(slack, maria);
  const list = await reader.asks("find ana");
  const card = await reader.press(list, "contact:open");
  const audited = async () => (await ctx.store.audit.list({}, { limit: 50, cursor: null })).data.map(({ action, subjectId }) => [action, subjectId]);
  /** Chooses from the menu of the card. */
  const choose = (what: string) => {
    chooseOption(card, contactId, what);
    return reader.opens(() => slack.press(maria.id, card, "contact:menu"));
  };
  return { ...opened, staff, contactId, reader, list, card, choose, audited };
}

/** An overflow menu sends the option that was chosen. */
function chooseOption(card: FakeMessage, contactId: string, what: string): void {
  for (const { accessory } of card.blocks) {
    if (accessory?.action_id === "contact:menu") accessory.selected_option = { value: `${contactId}|${what}` };
  }
}

const wordsOf = (message: { blocks: unknown }) => JSON.stringify(message.blocks);

describe("somebody's card", () => {
  it("opens from the list, and stays beside it", async () => {
    const { card, list } = await stage();

    expect(card.text).toContain("Ana Reyes");
    expect(wordsOf(card)).toContain("How much for two nights?");
    expect(list.text).toBe("1 person found");
  });

  it("shows when something is booked for, and what they were worth", async () => {
    const { ctx, contactId, reader, list } = await stage();
    const properties = { bookedFor: "2026-04-02T15:00", amount: 120, currency: "EUR" };
    await recordAction(ctx, { contactId, action: "booking_confirmed", at: null, externalId: null, properties });

    const card = wordsOf(await reader.press(list, "contact:open"));

    expect(card).toContain("2026-04-02 15:00");
    expect(card).toContain("120 EUR");
  });

  it("gives way to the history, and comes back", async () => {
    const { card, reader } = await stage("viewer");

    await reader.press(card, "contact:history");
    expect(wordsOf(card)).toContain("Conversation history");

    await reader.press(card, "contact:open");
    expect(wordsOf(card)).toContain("Why this score?");
  });

  it("opened from a message that everybody sees comes beside it, and so does what is pressed there", async () => {
    const { slack, card, reader } = await stage("agent");
    await reader.press(card, "contact:thread");
    // The thread is posted when the press has been answered.
    const root = await eventually(
      async () => slack.in("C0STAFF").find(({ blocks }) => JSON.stringify(blocks).includes("thread:take_over")),
      (found) => found !== undefined,
    );
    if (!root) throw new Error("there is no thread");

    const opened = await reader.press(root, "contact:open");

    expect(opened).not.toBe(root);
    expect(wordsOf(opened)).toContain("Why this score?");
    expect(wordsOf(root)).toContain("thread:take_over");
  });

  it("is that of who somebody has become by a merge", async () => {
    const { ctx, customer, list, reader, contactId } = await stage();
    const { contactId: other } = await customer("Ana R.");
    await mergeContacts(ctx, { intoId: other, fromId: contactId, cause: { kind: "staff", ref: null }, override: true });

    const card = await reader.press(list, "contact:open");

    expect(wordsOf(card)).toContain(other);
  });

  it("has details that are changed, and is shown with them", async () => {
    const { ctx, choose, card, reader, contactId, audited } = await stage("agent");

    const edit = await choose("edit");
    expect(await reader.fills(edit, { name: "Ana Maria Reyes", phone: "+63 917 123 4567", vip: "yes" })).toEqual({});

    const contact = await ctx.store.contacts.find(contactId);
    expect(contact).toMatchObject({ name: "Ana Maria Reyes", phone: "+639171234567", vipOverride: true, email: null });
    expect(wordsOf(card)).toContain("Ana Maria Reyes");
    expect(await audited()).toContainEqual(["contact.edit", contactId]);
  });

  it("keeps what others have changed while the modal was open, and says so where both have", async () => {
    const { ctx, choose, reader, contactId, pass } = await stage("agent");
    const edit = await choose("edit");
    await patchContact(ctx, { id: contactId, company: "Reyes Ltd" });

    expect(await reader.fills(edit, { name: "Ana" })).toEqual({});
    expect(await ctx.store.contacts.find(contactId)).toMatchObject({ name: "Ana", company: "Reyes Ltd" });

    const again = await choose("edit");
    pass(1000);
    await patchContact(ctx, { id: contactId, company: "Reyes Inc" });
    const refused = await reader.fills(again, { company: "Reyes and Sons" });
    expect(refused.errors).toEqual({ company: expect.stringContaining("changed this meanwhile") });
    expect(await ctx.store.contacts.find(contactId)).toMatchObject({ company: "Reyes Inc" });
  });

  it("shows a fault at its input: no e-mail address, or somebody else's", async () => {
    const { ctx, choose, customer, reader } = await stage("agent");
    const { contactId: other } = await customer("Ben Cruz");
    await patchContact(ctx, { id: other, email: "ben@example.com" });

    expect((await reader.fills(await choose("edit"), { email: "not an address" })).errors).toEqual({ email: "This is not an e-mail address" });
    expect((await reader.fills(await choose("edit"), { email: "ben@example.com" })).errors).toEqual({ email: "Ben Cruz has this one already" });
  });

  it("has tags that are put on and taken off; what others put on meanwhile stays", async () => {
    const { ctx, choose, reader, contactId } = await stage("agent");
    await attachTag(ctx, { contactId, name: "Old" });
    const tags = await choose("tag");
    await attachTag(ctx, { contactId, name: "Meanwhile" });

    expect(await reader.fills(tags, { tags: [], newTag: "New" })).toEqual({});

    const held = (await ctx.store.labels.tagsOf([contactId])).get(contactId) ?? [];
    expect(held.map(({ name }) => name)).toEqual(["Meanwhile", "New"]);
  });

  it("moves to another stage, gets points with a reason, a note and a reminder, each in the log", async () => {
    const { ctx, slack, card, choose, reader, contactId, staff, audited } = await stage("agent");
    const before = (await ctx.store.contacts.find(contactId))?.score ?? 0;

    await reader.fills(await choose("stage"), { stage: "closing", reason: "Called" });
    const score = await reader.opens(() => slack.press(maria.id, card, "contact:score"));
    expect((await reader.fills(score, { points: "7", reason: "" })).errors).toEqual({ reason: expect.any(String) });
    await reader.fills(score, { points: "7", reason: "Met at the fair" });
    await reader.fills(await choose("note"), { text: "Prefers mornings" });
    const reminder = await reader.opens(() => slack.press(maria.id, card, "contact:reminder"));
    await reader.fills(reminder, { reason: "Ask how it went" });

    expect(await ctx.store.contacts.find(contactId)).toMatchObject({ stage: "closing", score: before + 7 });
    expect((await ctx.store.labels.notes(contactId, { limit: 5, cursor: null })).data).toMatchObject([{ text: "Prefers mornings", by: staff.id }]);
    const { data } = await ctx.store.followUps.list({ contactId, kind: ["reminder"] }, { limit: 5, cursor: null });
    expect(data).toMatchObject([{ reason: "Ask how it went", createdBy: staff.id, dueAt: nineTomorrow }]);
    const done = ["contact.stage", "contact.score", "contact.note", "contact.remind"].map((action) => [action, contactId]);
    expect(await audited()).toEqual(expect.arrayContaining(done));
  });
});

describe("deleting one person", () => {
  it("says how much goes, asks for the word, and leaves a line in the log and nothing else", async () => {
    const { ctx, choose, card, reader, contactId, audited } = await stage("manager");
    const erase = await choose("delete");
    expect(JSON.stringify(erase.view)).toContain("1 message");

    expect((await reader.fills(erase, { words: "yes" })).errors).toEqual({ words: "Type “delete”, or cancel" });
    expect(await ctx.store.contacts.find(contactId)).not.toBeNull();
    expect(await reader.fills(erase, { words: " Delete " })).toEqual({});

    expect(await ctx.store.contacts.find(contactId)).toBeNull();
    expect(card.text).toBe("🗑️ Deleted for good, with 1 message.");
    expect(await audited()).toContainEqual(["contact.delete", contactId]);
  });

  it("is for managers", async () => {
    const { slack, card, reader, contactId } = await stage("agent");
    chooseOption(card, contactId, "delete");

    const told = await reader.press(card, "contact:menu");

    expect(told.text).toContain("needs the role manager");
    expect(slack.views.size).toBe(0);
  });
});

describe("what a role may not do", () => {
  it.each(["contact:reminder", "contact:menu"])("%s is refused to a viewer in one line", async (actionId) => {
    const { slack, card, reader, contactId } = await stage("viewer");
    chooseOption(card, contactId, "note");

    const told = await reader.press(card, actionId);

    expect(told.text).toContain("needs the role agent, and yours is viewer");
    expect(slack.views.size).toBe(0);
  });
});
