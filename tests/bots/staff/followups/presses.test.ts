import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { day, hour, minute } from "#core/rules/time.ts";
import { testDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { PressRace, type PressStep } from "#tests/support/races/press-race.ts";
import type { Release } from "#tests/support/races/scheduled-store.ts";
import { openCounter, staffChannel } from "#tests/support/slack/counter.ts";
import type { FakeMessage, FakePerson } from "#tests/support/slack/fake-slack-state.ts";
import { slackReader } from "#tests/support/slack/slack-reader.ts";
import { carlo, maria } from "#tests/support/slack/staff.ts";

/** Ten in the morning of the agent, who may write to people now. */
const ten = Date.parse("2026-03-02T10:00:00Z");
const ana = { id: 1001, first_name: "Ana" };
const words = "Hi Ana, how did the move go?";
const shown = ({ blocks }: FakeMessage) => JSON.stringify(blocks);

/** A card about a reminder that is due in an hour. */
async function reminded() {
  const counter = await openCounter(ten);
  const { app, slack, telegram, advance, says, member, now } = counter;
  const [mariasId, carlosId] = [(await member(maria, "agent")).id, (await member(carlo, "agent")).id];
  await says(ana, "Hello");
  const [contact] = (await app.get("/v1/contacts")).is<{ data: { id: string }[] }>(200).data;
  const reminder = { contactId: contact?.id, dueAt: new Date(ten + hour).toISOString(), text: words };
  const { id } = (await app.post("/v1/followups", reminder)).is<{ id: string }>(201);
  await advance(ten + minute);
  const [card] = slack.in(staffChannel);
  if (!card) throw new Error("no card has come");
  const state = async () => (await app.get(`/v1/followups/${id}`)).is<{ state: string }>(200).state;
  const chat = () => telegram.accepted.map(({ text }) => text);
  const lines = (person: FakePerson) => slack.whispers.filter(({ userId }) => userId === person.id).map(({ text }) => text);
  const told = (count: number) =>
    eventually(
      async () => slack.whispers.map(({ text }) => text),
      (all) => all.length === count,
    );
  const shows = (text: string) =>
    eventually(
      async () => shown(card),
      (blocks) => blocks.includes(text),
    );
  const send = (person: FakePerson, message = card, more: { triggerId?: string } = {}) => slack.press(person.id, message, "followup:approve", more);
  const approvals = async () => (await app.ctx.store.audit.list({ action: "followup.approve" }, { limit: 10, cursor: null })).data.length;
  const pass = (ms: number) => advance(now() + ms);
  const role = async (staffId: string, given: string) => void (await app.patch(`/v1/staff/${staffId}`, { role: given })).is(200);
  const opens = (person: FakePerson, id: string) => slackReader(slack, person).opens(() => slack.press(person.id, card, id));
  return { ...counter, card, state, chat, lines, told, shows, send, approvals, pass, role, opens, mariasId, carlosId };
}

describe("Send", () => {
  it("pressed twice in a row sends once, and says so the second time", async () => {
    const { send, told, approvals, pass, chat, shows, card } = await reminded();
    const before = structuredClone(card);

    await Promise.all([send(maria, before), send(maria, before)]);

    expect(await told(1)).toEqual(["The follow-up is approved already."]);
    await shows("Approved by Maria Santos");
    await pass(2 * hour);
    expect(await approvals()).toBe(1);
    expect(chat()).toEqual([words]);
  });

  it("pressed by two people at once is the first one's", async () => {
    const { send, told, approvals, pass, chat, card } = await reminded();
    const before = structuredClone(card);

    await Promise.all([send(maria, before), send(carlo, before)]);

    expect(await told(1)).toEqual(["The follow-up is approved already."]);
    await pass(2 * hour);
    expect(await approvals()).toBe(1);
    expect(chat()).toEqual([words]);
  });

  it("that Slack repeats, at the same moment or later, is pressed once and nobody is told off", async () => {
    const { send, shows, slack, approvals, pass, chat, card } = await reminded();
    const before = structuredClone(card);
    const triggerId = slack.trigger(maria.id);

    await Promise.all([send(maria, before, { triggerId }), send(maria, before, { triggerId })]);
    await shows("Approved by Maria Santos");
    await send(maria, before, { triggerId });
    await pass(2 * hour);

    expect(slack.whispers).toEqual([]);
    expect(await approvals()).toBe(1);
    expect(chat()).toEqual([words]);
  });

  it("on a card of a month ago sends nothing, and the card says what became of it", async () => {
    const { send, told, pass, chat, card } = await reminded();
    const before = structuredClone(card);
    await pass(31 * day);
    expect(shown(card)).toContain("Expired");

    await send(maria, before);

    expect(await told(1)).toEqual(["The follow-up is expired already."]);
    await pass(hour);
    expect(chat()).toEqual([]);
  });

  it("of somebody who has lost the role since the card came is refused, and counts again once they have it back", async () => {
    const { send, told, role, mariasId, state, shows } = await reminded();
    await role(mariasId, "viewer");

    await send(maria);
    expect(await told(1)).toEqual(["This needs the role agent, and yours is viewer: ask an admin."]);
    expect(await state()).toBe("proposed");

    await role(mariasId, "agent");
    await send(maria);
    await shows("Approved by Maria Santos");
  });
});

describe("a modal", () => {
  it("that two people have open: who saves second is told in it, and nothing of theirs is lost", async () => {
    const { slack, opens, shows, state, card } = await reminded();
    const [first, second] = [await opens(maria, "followup:edit"), await opens(carlo, "followup:edit")];

    expect(await slackReader(slack, maria).fills(first, { text: "Hi Ana, all well?" })).toEqual({});
    await shows("all well?");
    const refused = await slackReader(slack, carlo).fills(second, { text: "Dear Ana" });

    expect(refused).toMatchObject({ errors: { text: "The text has changed since you saw it: read the follow-up again." } });
    expect(shown(card)).not.toContain("Dear Ana");
    expect(await state()).toBe("proposed");
  });

  it("of somebody who has lost the role since it opened changes nothing", async () => {
    const { slack, opens, role, carlosId, card } = await reminded();
    const modal = await opens(carlo, "followup:edit");
    await role(carlosId, "viewer");

    expect(await slackReader(slack, carlo).fills(modal, { text: "Dear Ana" })).toMatchObject({
      errors: { text: expect.stringContaining("role agent") },
    });
    expect(shown(card)).not.toContain("Dear Ana");
  });

  it.each(["followup:dismiss", "followup:snooze", "followup:edit"])(
    "%s that was open while a colleague pressed Send takes nothing back",
    async (id) => {
      const { slack, opens, send, shows, pass, chat, state } = await reminded();
      const modal = await opens(carlo, id);
      await send(maria);
      await shows("Approved by Maria Santos");

      expect(await slackReader(slack, carlo).fills(modal, {})).toMatchObject({ errors: expect.anything() });

      expect(await state()).toBe("approved");
      await pass(2 * hour);
      expect(chat()).toEqual([words]);
    },
  );
});

/** `PRESS_RUNS=2000 npx vitest run tests/bots/staff/followup-presses.test.ts` runs more. */
const runs = Number(process.env.PRESS_RUNS ?? 50);
const seed = Number(process.env.PRESS_SEED ?? 7);
const release: Release = { inFlight: 0 };

/** The next goes when what was let go has ended, and all that follows from it waits for its own turn. */
async function oneAtATime(letGo: () => Promise<void>): Promise<void> {
  await letGo();
  do await new Promise((resolve) => setImmediate(resolve));
  while (release.inFlight > 0);
}

const who = fc.nat({ max: 1 });
const press = fc.record({
  act: fc.constantFrom("send" as const, "send" as const, "edit" as const, "dismiss" as const, "snooze" as const, "withdraw" as const),
  who,
  card: fc.nat({ max: 9 }),
  twice: fc.boolean(),
});
const step: fc.Arbitrary<PressStep> = fc.oneof(
  { weight: 6, arbitrary: press },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("demote" as const), who }) },
  { weight: 1, arbitrary: fc.constant({ act: "customer" as const }) },
  { weight: 2, arbitrary: fc.constant({ act: "carry" as const }) },
);

it(`in ${runs} interleavings of presses and answers nothing is sent that nobody pressed Send on, and nothing twice`, {
  timeout: 7_200_000,
}, async () => {
  const held = await testDatabase();
  onTestFinished(() => held.close());
  let count = 0;

  const property = fc.asyncProperty(fc.scheduler({ act: oneAtATime }), fc.array(step, { minLength: 2, maxLength: 6 }), async (scheduler, steps) => {
    release.inFlight = 0;
    expect(await new PressRace(held.database, `agt_${count++}`, scheduler, release).run(steps)).toEqual([]);
  });

  await fc.assert(property, { numRuns: runs, seed, endOnFailure: process.env.PRESS_SHRINK === undefined });
});
