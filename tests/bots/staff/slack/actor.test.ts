import { describe, expect, it } from "vitest";
import type { ActionHandler } from "#bots/staff/slack/feature.ts";
import { addNote } from "#core/usecases/notes.ts";
import { removeStaff } from "#core/usecases/staff/remove.ts";
import { updateStaff } from "#core/usecases/staff/update.ts";
import { eventually } from "#tests/support/eventually.ts";
import type { FakeMessage, FakePerson } from "#tests/support/slack/fake-slack-state.ts";
import { carlo, maria, openStaffStage } from "#tests/support/slack/staff.ts";

const note: ActionHandler = {
  id: "test:note",
  role: "agent",
  audit: "test.note",
  run: async ({ ctx, value }) => {
    await addNote(ctx, { contactId: value, text: "pressed" });
  },
};

async function stage(by: "http" | "socket" = "http") {
  const opened = await openStaffStage({ by, register: { actions: [note] } });
  const { ctx, slack, customer } = opened;
  const { contactId } = await customer();
  const button = { type: "button", action_id: "test:note", value: contactId, text: { type: "plain_text", text: "Note" } };
  const message: FakeMessage = {
    channel: "C0STAFF",
    ts: "1.1",
    threadTs: null,
    user: slack.botUserId,
    text: "x",
    blocks: [{ type: "actions", elements: [button] }],
  };
  const notes = async () => (await ctx.store.labels.notes(contactId, { limit: 10, cursor: null })).data;
  const said = () =>
    eventually(
      async () => slack.whispers.map(({ text }) => text),
      (lines) => lines.length > 0,
    );
  return { ...opened, contactId, message, notes, said, press: (person: FakePerson, more = {}) => slack.press(person.id, message, "test:note", more) };
}

describe("who presses", () => {
  it.each(["http", "socket"] as const)("is known by the e-mail address of their profile, by %s, and is in the log", async (by) => {
    const { ctx, member, press, notes, contactId } = await stage(by);
    const { id } = await member({ ...maria, email: "MARIA@Example.com" }, "agent");

    expect((await press(maria)).status).toBe(200);

    expect(await eventually(notes, (all) => all.length === 1)).toMatchObject([{ by: id }]);
    expect(await ctx.store.staff.find(id)).toMatchObject({ state: "active", slackTeamId: "T0TEAM", slackUserId: maria.id });
    const { data } = await ctx.store.audit.list({ action: "test.note" }, { limit: 10, cursor: null });
    expect(data).toMatchObject([{ actorKind: "staff", actorId: id, subjectId: contactId }]);
  });

  it("is told what to do when nobody knows them, and nothing happens", async () => {
    const { press, notes, said } = await stage();

    await press(maria);

    expect(await said()).toEqual([expect.stringContaining("Ask an admin to add you")]);
    expect(await notes()).toEqual([]);
  });

  it.each([
    ["a guest of another workspace", { teamId: "T0OTHER" }],
    ["a bot", { isBot: true }],
    ["somebody whose address was never confirmed", { isEmailConfirmed: false }],
  ])("is not taken for whom their profile names: %s", async (_who, more) => {
    const { slack, member, press, notes, said } = await stage();
    await member(maria, "admin");
    const stranger = { ...maria, id: "U0STRANGER", ...more };
    slack.know(stranger);

    await press(stranger);

    expect(await said()).toEqual([expect.stringContaining("not on the staff list")]);
    expect(await notes()).toEqual([]);
  });

  it("cannot become a member who is another Slack user already", async () => {
    const { slack, member, press, notes, said } = await stage();
    await member(maria, "agent");
    await press(maria);
    await eventually(notes, (all) => all.length === 1);
    slack.know({ ...maria, id: "U0DOUBLE" });

    await press({ ...maria, id: "U0DOUBLE" });

    expect(await said()).toEqual([expect.stringContaining("not on the staff list")]);
    expect(await notes()).toHaveLength(1);
  });

  it("has lost the role between card and press: the role of now counts", async () => {
    const { ctx, member, press, notes, said } = await stage();
    const { id } = await member(maria, "agent");
    await press(maria);
    await eventually(notes, (all) => all.length === 1);
    await updateStaff(ctx, { id, role: "viewer" });

    await press(maria);

    expect(await said()).toEqual(["This needs the role agent, and yours is viewer: ask an admin."]);
    expect(await notes()).toHaveLength(1);
  });

  it("was removed: old cards do nothing for them", async () => {
    const { ctx, member, press, notes, said } = await stage();
    const { id } = await member(maria, "agent");
    await press(maria);
    await eventually(notes, (all) => all.length === 1);
    await removeStaff(ctx, { id });

    await press(maria);

    expect(await said()).toEqual([expect.stringContaining("not on the staff list")]);
    expect(await notes()).toHaveLength(1);
  });

  it("is told when Slack cannot say who they are; the next press finds out", async () => {
    const { slack, member, press, notes, said } = await stage();
    await member(maria, "agent");
    slack.fail({ method: "users.info", how: "down", times: 1 });

    await press(maria);
    expect(await said()).toEqual([expect.stringContaining("Slack cannot be reached now")]);
    await press(maria);

    expect(await eventually(notes, (all) => all.length === 1)).toHaveLength(1);
  });
});

describe("a press", () => {
  it("has one effect when it comes twice at once, and when it comes again because our answer was lost", async () => {
    const { member, press, notes, said, slack } = await stage();
    await member(maria, "agent");
    const triggerId = slack.trigger(maria.id);

    await Promise.all([press(maria, { triggerId }), press(maria, { triggerId })]);
    await eventually(notes, (all) => all.length === 1);
    await press(maria, { triggerId });
    await press(carlo);
    await said();

    expect(await notes()).toHaveLength(1);
  });

  it("on a button that is not in use any more is answered, not ignored", async () => {
    const { slack, message, said } = await stage();
    const old = { ...message, blocks: [{ type: "actions", elements: [{ type: "button", action_id: "old:button", value: "x" }] }] };

    await slack.press(maria.id, old, "old:button");

    expect(await said()).toEqual([expect.stringContaining("not in use any more")]);
  });
});

it("makes the Slack user whom the operator names the first admin, who can invite the others", async () => {
  const { ctx } = await openStaffStage({ admin: maria.id });

  const admin = await ctx.store.staff.bySlackUser("T0TEAM", maria.id);

  expect(admin).toMatchObject({ role: "admin", state: "active", name: maria.name, email: maria.email });
  await expect(removeStaff(ctx, { id: admin?.id ?? "" })).rejects.toMatchObject({ code: "conflict" });
});
