import { describe, expect, it } from "vitest";
import { minute, second } from "#core/rules/time.ts";
import { deleteContact } from "#core/usecases/contacts/delete-contact.ts";
import { removeStaff } from "#core/usecases/staff/remove.ts";
import { eventually } from "#tests/support/eventually.ts";
import { openCounter, staffChannel } from "#tests/support/slack/counter.ts";
import type { FakeMessage, FakePerson } from "#tests/support/slack/fake-slack-state.ts";
import { slackReader } from "#tests/support/slack/slack-reader.ts";
import { carlo, maria } from "#tests/support/slack/staff.ts";

const ana = { id: 1001, first_name: "Ana" };
/** Two in the morning of the business. */
const night = Date.parse("2026-03-02T02:00:00Z");
const shown = ({ blocks }: FakeMessage) => JSON.stringify(blocks);
const isAlert = (message: FakeMessage) => message.threadTs === null && shown(message).includes("🚨");

/** A customer asks for a person at night, and the alert is in the staff's channel. */
async function called() {
  const counter = await openCounter(night);
  const { app, slack, telegram, advance, now, member, says } = counter;
  const staff = { maria: await member(maria, "agent"), carlo: await member(carlo, "agent") };
  const pass = (ms: number) => advance(now() + ms);
  await says(ana, "Terrible pain and nobody picks up the phone. I want to talk to a real person NOW");
  await pass(second);
  const [card] = slack.in(staffChannel).filter(isAlert);
  if (!card) throw new Error("no alert has come");
  const alert = async () => (await app.ctx.store.alerts.list({ rule: ["asks_for_person"] }, { limit: 10, cursor: null })).data[0];
  const shows = (words: string, message = card) =>
    eventually(
      async () => shown(message),
      (blocks) => blocks.includes(words),
    );
  const told = (person: FakePerson) => slack.whispers.filter(({ userId }) => userId === person.id).map(({ text }) => text);
  const hears = async (person: FakePerson, id: string, message = card) => {
    const before = told(person).length;
    await slack.press(person.id, message, id);
    return (
      await eventually(
        async () => told(person),
        (found) => found.length > before,
      )
    ).at(-1);
  };
  const thread = () => slack.in(staffChannel).filter(({ threadTs }) => threadTs === card.ts);
  const chat = () => telegram.accepted.map(({ text }) => text);
  return { ...counter, staff, card, alert, shows, told, hears, thread, chat, pass };
}

describe("an angry customer at night", () => {
  it("is on a card with the reason, the words and the conversation, and calls who is on duty", async () => {
    const { card } = await called();

    expect(shown(card)).toContain("Asks for a person");
    expect(shown(card)).toContain("🔴 Urgent");
    expect(shown(card)).toContain("I want to talk to a real person NOW");
    expect(shown(card)).toContain("The conversation so far");
    expect(shown(card)).toMatch(/alert:take_over.*alert:acknowledge.*alert:resolve.*alert:dismiss/);
  });

  it("is taken over: the thread is the conversation, words stay notes unless they are sent, and the bot is silent", async () => {
    const { card, slack, says, shows, thread, chat, pass, alert, hears, app } = await called();
    const before = structuredClone(card);

    await slack.press(maria.id, card, "alert:take_over");
    await shows("Taken over by *Maria Santos*");
    await pass(second);
    await says(ana, "Hello? It hurts");
    await pass(second);

    expect(thread().map(shown).join()).toContain("Hello? It hurts");
    expect(await hears(carlo, "alert:take_over", before)).toMatch(/Maria Santos has taken it over already/);

    await slack.says(maria.id, staffChannel, "she sounds scared", card.ts);
    await slack.says(maria.id, staffChannel, "&gt;&gt; I am Maria, please come at 8.", card.ts);
    await pass(2 * second);

    expect(chat()).toEqual(["I am Maria, please come at 8."]);
    expect(thread().map(shown).join()).toContain("please come at 8");

    await slack.press(maria.id, card, "alert:release");
    await shows("Acknowledged by *Maria Santos*");
    const { conversationId = "" } = (await alert()) ?? {};
    expect((await app.get(`/v1/conversations/${conversationId}`)).is(200)).toMatchObject({ takenOverBy: null });
    await slack.press(maria.id, card, "alert:resolve");
    await shows("Resolved by *Maria Santos*");
    expect(await alert()).toMatchObject({ state: "resolved" });
  });

  it("is shown again while nobody reacts, three times and never more, and each time more people are called", async () => {
    const { slack, pass, alert } = await called();

    const counted = () => slack.in(staffChannel).filter((message) => shown(message).includes("⏰")).length;
    await pass(14 * minute);
    expect(counted()).toBe(0);
    await pass(2 * minute);
    expect(counted()).toBe(1);
    await pass(5 * 60 * minute);

    const reminders = slack.in(staffChannel).filter((message) => shown(message).includes("⏰"));
    const rules = reminders.map((message) => shown(message).includes("Asks for a person"));
    expect(rules).toEqual([true, true, true]);
    expect(reminders).toHaveLength(3);
    expect(await alert()).toMatchObject({ state: "open", reminders: 3, remindAt: null });
    const last = reminders.at(-1);
    if (!last) throw new Error("no reminder has come");
    expect(reminders.slice(0, -1).map(shown).join()).not.toMatch(/alert:|Nobody has reacted/);
    const updates = slack.called("chat.update");
    await slack.press(carlo.id, last, "alert:acknowledge");
    await eventually(
      async () => shown(last),
      (blocks) => blocks.includes("Acknowledged by *Carlo Cruz*"),
    );

    expect(reminders.map(shown).join()).not.toContain("alert:");
    // Of the alert its card and the last reminder are written anew, and the earlier ones never again.
    expect(slack.called("chat.update") - updates).toBeLessThanOrEqual(2);
  });

  it("is dismissed with a reason and a mute, in a modal", async () => {
    const { slack, card, shows, alert, now } = await called();
    const reader = slackReader(slack, maria);

    const modal = await reader.opens(() => slack.press(maria.id, card, "alert:dismiss"));
    await reader.fills(modal, { words: "they were joking", mute: "60" });
    await shows("Dismissed by *Maria Santos*");

    expect(await alert()).toMatchObject({ state: "dismissed", endedBecause: "they were joking", mutedUntil: now() + 60 * minute });
    expect(shown(card)).not.toContain("alert:resolve");
  });

  it("is in the list and on Home, the most severe first, and nothing says that all is done", async () => {
    const { slack, says, pass } = await called();
    const reader = slackReader(slack, maria);
    await says({ id: 1002, first_name: "Ben" }, "My order arrived broken and I am very angry");
    await pass(second);

    const list = shown(await reader.asks("alerts"));
    await slack.event({ type: "app_home_opened", user: maria.id, channel: "D0", tab: "home", event_ts: "1" });
    const home = JSON.stringify(slack.homes.get(maria.id)?.blocks ?? []);

    expect(list).toContain("3 alerts are open");
    expect(list.indexOf("Urgent")).toBeLessThan(list.indexOf("High"));
    expect(home).toContain("Alerts (3)");
    expect(home).not.toContain("All done");
  });

  it("names who is on duty, as soon as they are known in Slack", async () => {
    const { slack, says, pass, card } = await called();
    expect(shown(card)).not.toContain("<@");
    await slack.event({ type: "app_home_opened", user: maria.id, channel: "D0", tab: "home", event_ts: "1" });

    await says({ id: 1002, first_name: "Ben" }, "I want to talk to a real person");
    await pass(second);

    const bens = slack.in(staffChannel).filter((message) => isAlert(message) && shown(message).includes("*Ben*"));
    expect(bens.map(shown)).toEqual([expect.stringContaining(`📣 <@${maria.id}>`)]);
  });
});

describe("what nobody should be able to do by an old button", () => {
  it("a second press changes nothing, and one of an alert that has ended is refused", async () => {
    const { slack, card, shows, hears, alert, app } = await called();
    const before = structuredClone(card);
    await slack.press(maria.id, card, "alert:acknowledge");
    await shows("Acknowledged");
    await slack.press(maria.id, before, "alert:acknowledge");
    expect(await hears(carlo, "alert:acknowledge", before)).toBe("Maria Santos looks after it already.");
    await slack.press(maria.id, card, "alert:resolve");
    await shows("Resolved");

    expect(await hears(carlo, "alert:take_over", before)).toBe("The alert is resolved already.");
    expect(await hears(carlo, "alert:dismiss", before)).toBe("The alert is resolved already.");

    const history = (await alert())?.history.map(({ what }) => what);
    expect(history).toEqual(["raised", "acknowledged", "resolved"]);
    const audit = (await app.ctx.store.audit.list({ action: "alert.resolve" }, { limit: 10, cursor: null })).data;
    expect(audit).toHaveLength(1);
  });

  it("who has left or may only look cannot act", async () => {
    const { app, hears, staff, alert } = await called();
    (await app.patch(`/v1/staff/${staff.carlo.id}`, { role: "viewer" })).is(200);
    await removeStaff(app.ctx, { id: staff.maria.id });

    expect(await hears(carlo, "alert:take_over")).toMatch(/needs the role agent/);
    expect(await hears(maria, "alert:take_over")).toMatch(/not on the staff list/);
    expect(await alert()).toMatchObject({ state: "open" });
  });

  it("of a person who was deleted, the card goes and its reminders with it, and the press says so", async () => {
    const { app, slack, card, hears, alert, pass } = await called();
    await pass(20 * minute);
    expect(slack.in(staffChannel).filter((message) => shown(message).includes("⏰"))).not.toEqual([]);
    const before = structuredClone(card);
    const { contactId = "" } = (await alert()) ?? {};

    await deleteContact(app.ctx, { id: contactId });
    await pass(second);

    expect(slack.in(staffChannel).filter((message) => /🚨|⏰/.test(shown(message)))).toEqual([]);
    expect(await hears(maria, "alert:take_over", before)).toMatch(/does not exist/);
  });

  it("of a person who was merged, it is taken over all the same", async () => {
    const { app, slack, card, shows, alert } = await called();
    const { contactId = "" } = (await alert()) ?? {};
    const other = (await app.post("/v1/contacts", { name: "Ana Cruz" })).is<{ id: string }>(201);
    (await app.post(`/v1/contacts/${other.id}/merge`, { otherId: contactId })).is(200);

    await slack.press(maria.id, card, "alert:take_over");
    await shows("Taken over by *Maria Santos*");

    expect(await alert()).toMatchObject({ contactId: other.id, state: "taken_over" });
  });
});
