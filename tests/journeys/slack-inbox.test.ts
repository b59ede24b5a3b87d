import { describe, expect, it } from "vitest";
import { day, minute, second } from "#core/rules/time.ts";
import { deleteContact } from "#core/usecases/contacts/delete-contact.ts";
import { replaceSettings } from "#core/usecases/settings/replace-settings.ts";
import { removeStaff } from "#core/usecases/staff/remove.ts";
import { eventually } from "#tests/support/eventually.ts";
import { openCounter, showNewPeople, staffChannel } from "#tests/support/slack/counter.ts";
import type { FakeMessage, FakePerson } from "#tests/support/slack/fake-slack-state.ts";
import { slackReader } from "#tests/support/slack/slack-reader.ts";
import { carlo, maria, noon } from "#tests/support/slack/staff.ts";

const ana = { id: 1001, first_name: "Ana" };
const shown = ({ blocks }: FakeMessage) => JSON.stringify(blocks);

/** A clinic whose staff are in Slack; nobody has written yet. */
async function opened() {
  const counter = await openCounter(noon, { newPerson: "all" });
  const { app, slack, telegram, advance, now, member } = counter;
  const staff = { maria: await member(maria, "agent"), carlo: await member(carlo, "agent") };
  // A question about what our own words say is another card of the thread, and stands in tests of its own.
  const thread = (root: FakeMessage) =>
    slack.in(staffChannel).filter((message) => message.threadTs === root.ts && !shown(message).includes("proposal:"));
  const roots = () => slack.in(staffChannel).filter((message) => message.threadTs === null && /"thread:(?:cnv_|reopen)/.test(shown(message)));
  const told = (person: FakePerson) => slack.whispers.filter(({ userId }) => userId === person.id).map(({ text }) => text);
  const pass = (ms: number) => advance(now() + ms);
  const chat = () => telegram.accepted.map(({ text }) => text);
  const conversation = async () => {
    const { data } = await app.ctx.store.conversations.list({}, { by: "lastMessageAt", descending: true }, { limit: 1, cursor: null });
    return data[0] ?? fail();
  };
  const press = async (person: FakePerson, message: FakeMessage, id: string, words: string) => {
    await slack.press(person.id, message, id);
    await eventually(
      async () => shown(message),
      (blocks) => blocks.includes(words),
    );
  };
  /** Presses, and reads the line that comes. */
  const hears = async (person: FakePerson, message: FakeMessage, id: string) => {
    const before = told(person).length;
    await slack.press(person.id, message, id);
    const lines = await eventually(
      async () => told(person),
      (found) => found.length > before,
    );
    return lines.at(-1);
  };
  const writes = (person: FakePerson, root: FakeMessage, text: string) => slack.says(person.id, staffChannel, text, root.ts);
  return { ...counter, staff, roots, thread, told, pass, chat, conversation, press, hears, writes };
}

function fail(): never {
  throw new Error("there is no such thing");
}

describe("a new customer writes", () => {
  it("gets a card that waits, a thread and an answer, and the card folds and opens again", async () => {
    const { says, pass, roots, thread, chat, press, writes, conversation } = await opened();

    await says(ana, "My tooth hurts, can somebody see me today?");
    await pass(second);

    const [card = fail(), ...others] = roots();
    expect(others).toEqual([]);
    expect(card.text).toBe("Ana waits for an answer: My tooth hurts, can somebody see me today?");
    expect(shown(card)).toContain("Waits for an answer since today 4:00");
    expect(thread(card).map(shown)).toEqual([expect.stringContaining("My tooth hurts")]);

    await press(maria, card, "thread:assign_me", "*Maria Santos* looks after it");
    await writes(maria, card, "&gt;&gt; Yes, please come at 4 pm.");
    await pass(2 * second);

    expect(chat()).toEqual(["Yes, please come at 4 pm."]);
    expect(thread(card).map(shown)).toEqual([expect.stringContaining("My tooth hurts"), expect.stringContaining("*Maria Santos* → customer")]);
    expect(card.text).toBe("Conversation with Ana");
    expect(shown(card)).not.toContain("Waits for an answer");

    await press(maria, card, "thread:done", "done since");
    expect(card.blocks).toHaveLength(1);

    await pass(2 * day);
    await says(ana, "What does a filling cost?");
    await pass(second);

    expect((await conversation()).state).toBe("waiting");
    expect(card.text).toContain("What does a filling cost?");
    expect(card.blocks.length).toBeGreaterThan(2);
    expect(roots()).toHaveLength(1);
    expect(thread(card).map(({ isInChannel }) => isInChannel)).toEqual([false, false, true]);
  });

  it("costs two posts from the message to the card with its words, and one of each for the message after it", async () => {
    const { says, pass, slack } = await opened();
    const calls = () => ["chat.postMessage", "chat.update"].map((method) => slack.called(method));

    await says(ana, "Do you have time today?");
    await pass(second);
    const first = calls();
    await says(ana, "It is urgent");
    await pass(second);

    expect([first, calls()]).toEqual([
      [2, 0],
      [3, 1],
    ]);
  });

  it("long ago, elsewhere, gets no card", async () => {
    const { app, pass, roots } = await opened();
    const from = { externalId: "639170000001", name: "Ben" };

    (await app.post("/v1/messages", { channel: "whatsapp", from, text: "Is it open?", sentAt: new Date(noon - 3 * day).toISOString() })).is(201);
    await pass(minute);
    expect(roots()).toEqual([]);

    (await app.post("/v1/messages", { channel: "whatsapp", from, text: "And today?", sentAt: new Date(noon).toISOString() })).is(201);
    await pass(minute);
    expect(roots()).toHaveLength(1);
  });

  it.each([
    { channel: "whatsapp", windows: {}, line: "answer until *tomorrow 4:00* (<!date^1772510400^{ago}|4:00 UTC>)" },
    { channel: "instagram", windows: { instagram: 12 }, line: "answer until *today 16:00* (<!date^1772467200^{ago}|16:00 UTC>)" },
    { channel: "email", windows: {}, line: null },
  ] as const)("on $channel sees until when an answer is taken: $line", async ({ channel, windows, line }) => {
    const { app, slack, pass, roots } = await opened();
    const { version, document } = await app.ctx.store.settings.current();
    const contact = { ...document.contact, windows: { ...document.contact.windows, ...windows } };
    await replaceSettings(app.ctx, { version, document: { ...document, contact } });
    const from = { externalId: channel === "email" ? "ben@example.com" : "639170000001", name: "Ben" };

    (await app.post("/v1/messages", { channel, from, text: "Are you open?", sentAt: new Date(noon).toISOString() })).is(201);
    await pass(second);

    const [card = fail()] = roots();
    const modal = await slackReader(slack, maria).opens(() => slack.press(maria.id, card, "thread:reply"));
    for (const blocks of [card.blocks, modal.view.blocks]) {
      if (line === null) expect(JSON.stringify(blocks)).not.toContain("answer until");
      else expect(JSON.stringify(blocks)).toContain(line);
    }
  });

  it.each([
    { newPerson: "none", isAnswered: false, cards: 0 },
    { newPerson: "unanswered", isAnswered: false, cards: 1 },
    { newPerson: "unanswered", isAnswered: true, cards: 0 },
    { newPerson: "all", isAnswered: true, cards: 1 },
  ] as const)(
    "has $cards cards where $newPerson are shown and the answer is there at once: $isAnswered",
    async ({ newPerson, isAnswered, cards }) => {
      const counter = await opened();
      const { app, says, pass, roots, thread, conversation } = counter;
      await showNewPeople(counter, newPerson);

      await says(ana, "How much is a filling?");
      await pass(second);
      if (isAnswered) (await app.post(`/v1/conversations/${(await conversation()).id}/messages`, { text: "It is 40 dollars." })).is(201);
      await pass(2 * minute);

      expect(roots()).toHaveLength(cards);
      for (const card of roots()) expect(thread(card).map(shown).join()).toContain("How much is a filling?");
    },
  );
});

describe("a conversation that is opened later", () => {
  it("shows at once what was said, by whom, with its files", async () => {
    const counter = await opened();
    const { app, says, pass, slack, telegram, roots, thread, conversation } = counter;
    await showNewPeople(counter, "none");
    const bytes = new TextEncoder().encode("a voice");
    telegram.files.set("voice-1", { path: "files/voice-1", bytes, size: bytes.byteLength });
    await says(ana, "Are you open on Sunday?");
    await pass(second);
    const reader = slackReader(slack, maria);
    const list = await reader.asks("find ana");
    const herCard = await reader.press(list, "contact:open");
    await reader.press(herCard, "contact:thread");
    await pass(second);
    const [card = fail()] = roots();
    await slack.says(maria.id, staffChannel, "&gt;&gt; Yes, from nine.", card.ts);
    await pass(2 * second);
    expect(thread(card).map(({ text }) => text)).toEqual(["What was said before", "Sent to the customer"]);
    expect(shown(thread(card)[0] ?? fail())).toContain("Are you open on Sunday?");

    const { id } = await conversation();
    const ben = { id: 1002, first_name: "Ben" };
    await says(ben, "", { text: undefined, voice: { file_id: "voice-1", file_unique_id: "v1", duration: 3 } });
    await pass(second);
    const other = await conversation();
    expect(other.id).not.toBe(id);
    (await app.post(`/v1/conversations/${other.id}/messages`, { text: "We listen." })).is(201);
    await pass(second);
    await reader.press(await reader.press(await reader.asks("find ben"), "contact:open"), "contact:thread");
    await pass(3 * second);

    const [, his = fail()] = roots();
    const before = thread(his)[0] ?? fail();
    expect(shown(before)).toContain("1 file: voice");
    expect(shown(before)).toContain("We listen.");
    expect(slack.files.map(({ name, threadTs }) => [name, threadTs])).toEqual([["file-1.ogg", his.ts]]);
  });
});

describe("an old button", () => {
  /** A card as it was when the customer had just written, and what has happened since. */
  const cases: [string, string, (stage: Awaited<ReturnType<typeof opened>>, card: FakeMessage) => Promise<unknown>, string][] = [
    ["Done", "thread:done", (stage, card) => stage.press(maria, card, "thread:done", "done since"), "It is done already."],
    [
      "Take over",
      "thread:take_over",
      (stage, card) => stage.press(maria, card, "thread:take_over", "has the conversation"),
      "Maria Santos has taken it over already: ask them, or wait until they give it back.",
    ],
    [
      "Assign to me",
      "thread:assign_me",
      (stage, card) => stage.press(maria, card, "thread:assign_me", "*Maria Santos* looks after it"),
      "Maria Santos looks after it by now: press Assign… to change that.",
    ],
    ["Done", "thread:done", deleted, "This conversation has been deleted."],
    ["Take over", "thread:take_over", deleted, "This conversation has been deleted."],
    ["Assign to me", "thread:assign_me", deleted, "This conversation has been deleted."],
    ["Assign…", "thread:assign", deleted, "This conversation has been deleted."],
    ["Reply", "thread:reply", deleted, "This conversation has been deleted."],
    [
      "Done",
      "thread:done",
      (stage) => removeStaff(stage.app.ctx, { id: stage.staff.carlo.id }),
      "You are not on the staff list here, so I cannot do this for you. Ask an admin to add you with the e-mail address of your Slack profile, then try again.",
    ],
  ];

  async function deleted({ app, conversation }: Awaited<ReturnType<typeof opened>>): Promise<void> {
    await deleteContact(app.ctx, { id: (await conversation()).contactId });
  }

  it.each(cases)("%s (%s) tells the person who presses it why it does nothing", async (_name, id, happens, line) => {
    const stage = await opened();
    await stage.says(ana, "Do you have time today?");
    await stage.pass(second);
    const [card = fail()] = stage.roots();
    const old = structuredClone(card);
    await happens(stage, card);
    const before = await stage.app.ctx.store.conversations.find(shown(old).match(/thread:(cnv_\w+)/)?.[1] ?? "");

    expect(await stage.hears(carlo, old, id)).toBe(line);

    const after = before && (await stage.app.ctx.store.conversations.find(before.id));
    expect(after).toEqual(before);
    expect(stage.roots().length).toBeLessThan(2);
  });

  it("is done once however often Slack repeats the press, also after a merge", async () => {
    const stage = await opened();
    const { app, says, pass, roots, slack, conversation, told } = stage;
    await says(ana, "Do you have time today?");
    await pass(second);
    const [card = fail()] = roots();
    const { contactId } = await conversation();
    const other = (await app.post("/v1/contacts", { name: "Ana Reyes" })).is<{ id: string }>(201);
    (await app.post(`/v1/contacts/${other.id}/merge`, { otherId: contactId })).is(200);
    await pass(second);
    expect(shown(card)).toContain("*Ana Reyes*");
    (await app.patch(`/v1/contacts/${other.id}`, { name: "Ana Cruz" })).is(200);
    await pass(second);
    expect(shown(card)).toContain("*Ana Cruz*");

    const press = { triggerId: slack.trigger(carlo.id) };
    await Promise.all([slack.press(carlo.id, card, "thread:done", press), slack.press(carlo.id, card, "thread:done", press)]);
    await slack.press(carlo.id, card, "thread:done", press).catch(() => {});
    await pass(second);

    const after = await eventually(conversation, ({ state }) => state === "done");
    expect(after.contactId).toBe(other.id);
    expect(told(carlo)).toEqual([]);
    const decisions = (await app.ctx.store.contacts.facts(other.id)).conversationDecisions;
    expect(decisions).toHaveLength(1);
  });
});
