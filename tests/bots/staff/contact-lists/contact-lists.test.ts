import { describe, expect, it } from "vitest";
import type { Role } from "#core/model/staff.ts";
import { eventually } from "#tests/support/eventually.ts";
import type { FakeMessage } from "#tests/support/slack/fake-slack-state.ts";
import { slackReader } from "#tests/support/slack/slack-reader.ts";
import { maria, openStaffStage } from "#tests/support/slack/staff.ts";

async function stage(role: Role, names: readonly string[] = ["Ana Reyes", "Ben Reyes", "Dan Cruz"]) {
  const opened = await openStaffStage();
  const { slack, member, customer, pass, ctx } = opened;
  await member(maria, role);
  for (const name of names) {
    await customer(name);
    pass(60_000);
  }
  const count = () => ctx.store.contacts.count({});
  return { ...opened, count, reader: slackReader(slack, maria) };
}

const wordsOf = (message: { blocks: unknown }) => JSON.stringify(message.blocks);

function buttonsOf({ blocks }: FakeMessage): unknown[] {
  return blocks.flatMap(({ elements = [] }) => elements.map(({ action_id: id }) => id).filter(Boolean));
}

describe("/people find", () => {
  it("shows ten at a time, who wrote last first, and turns pages there and back", async () => {
    const names = Array.from({ length: 23 }, (_, at) => `Guest ${String(at + 1).padStart(2, "0")}`);
    const { reader } = await stage("viewer", names);

    const list = await reader.asks("find guest");
    expect(list.text).toBe("23 people found");
    expect(wordsOf(list)).toMatch(/Guest 23.*Guest 14/);
    await reader.press(list, "contacts:next");
    expect(wordsOf(list)).toMatch(/Guest 13.*Guest 04/);
    await reader.press(list, "contacts:next");
    expect(wordsOf(list)).toMatch(/Guest 03.*Guest 01/);
    expect(buttonsOf(list)).not.toContain("contacts:next");
    await reader.press(list, "contacts:back");
    await reader.press(list, "contacts:back");
    expect(wordsOf(list)).toMatch(/Guest 23.*Guest 14/);
    expect(buttonsOf(list)).not.toContain("contacts:back");
  });

  it("asks for a filter when there are no words, and shows who it holds for", async () => {
    const { slack, reader } = await stage("viewer");

    const filter = await reader.opens(() => slack.command(maria.id, "find"));
    await reader.fills(filter, { q: "cruz", status: ["new", "qualified"] });

    const [shown] = await eventually(
      async () => slack.whispers,
      (all) => all.length > 0,
    );
    expect(shown).toMatchObject({ userId: maria.id, text: "1 person found" });
    expect(JSON.stringify(shown?.blocks)).toContain("“cruz” · status New, Qualified");
  });

  it("says so when nobody is found, whatever was typed", async () => {
    const { reader } = await stage("viewer");

    const list = await reader.asks("find &lt;!channel&gt; *nobody*");

    expect(list.text).toBe("Nobody found");
    expect(list.blocks[0]).toMatchObject({ text: { text: "🔍 Nobody for “&lt;!channel&gt; ∗nobody∗”." } });
  });

  it("refuses a search that is longer than a name can be, in one line", async () => {
    const { reader } = await stage("viewer");

    expect((await reader.asks(`find ${"x".repeat(201)}`)).text).toBe("Search with at most 200 letters.");
  });

  it.each([
    ["viewer", []],
    ["agent", ["contacts:tag"]],
    ["manager", ["contacts:tag", "contacts:export", "contacts:delete"]],
  ] as const)("offers to a role (%s) what they may do, and refuses the rest even when it is pressed", async (role, offered) => {
    const { slack, reader, count } = await stage(role);
    const list = await reader.asks("find reyes");

    const all = buttonsOf(list).filter((id) => id !== "contacts:filter" && String(id).startsWith("contacts:"));
    expect(all).toEqual(offered);

    // The button of somebody who was a manager when it was shown.
    const old = { type: "button", action_id: "contacts:export", value: '{"filter":{"q":"reyes"},"pages":[]}' };
    if (role !== "manager") {
      const stale = { ...list, ts: slack.next(), blocks: [{ type: "actions", elements: [old] }] };
      expect((await reader.press(stale, "contacts:export")).text).toContain("needs the role manager");
      expect(slack.files).toEqual([]);
    }
    expect(await count()).toBe(3);
  });

  it("refuses a list that it cannot read", async () => {
    const { slack, reader } = await stage("manager");
    const list = await reader.asks("find reyes");
    const stale = {
      ...list,
      blocks: [{ type: "actions", elements: [{ type: "button", action_id: "contacts:next", value: '{"filter":{"id":1}}' }] }],
    };

    expect((await reader.press(stale, "contacts:next")).text).toBe("This list is too old: search again.");
    expect(slack.views.size).toBe(0);
  });
});

describe("everybody found", () => {
  it("is deleted by a manager who types how many, and nobody else is", async () => {
    const { ctx, slack, reader, count } = await stage("manager");
    const list = await reader.asks("find reyes");
    const modal = await reader.opens(() => slack.press(maria.id, list, "contacts:delete"));

    expect((await reader.fills(modal, { words: "delete" })).errors).toEqual({ words: "Type “delete 2”, or cancel" });
    expect(await count()).toBe(3);
    expect(await reader.fills(modal, { words: "delete 2" })).toEqual({});

    expect(await count()).toBe(1);
    expect(wordsOf(list)).toContain("2 people deleted for good.");
    expect((await ctx.store.audit.list({ action: "contacts.delete" }, { limit: 5, cursor: null })).data).toHaveLength(1);
  });

  it("is not deleted when others are found by then than were counted", async () => {
    const { slack, reader, customer, count } = await stage("manager");
    const list = await reader.asks("find reyes");
    const modal = await reader.opens(() => slack.press(maria.id, list, "contacts:delete"));
    await customer("Eva Reyes");

    const refused = await reader.fills(modal, { words: "delete 2" });

    expect(refused.errors).toEqual({ words: expect.stringContaining("Others are found now") });
    expect(await count()).toBe(4);
  });

  it("is not tagged when others are found by then than were counted", async () => {
    const { ctx, slack, reader, customer } = await stage("agent");
    const list = await reader.asks("find reyes");
    const modal = await reader.opens(() => slack.press(maria.id, list, "contacts:tag"));
    await customer("Eva Reyes");

    const refused = await reader.fills(modal, { newTag: "Family" });

    expect(refused.errors).toEqual({ newTag: expect.stringContaining("Others are found now") });
    expect(await ctx.store.labels.tags()).toEqual([]);
  });

  it.each([{}, { q: "\u200b" }, { q: " \u00ad" }])("is everybody when the filter is %j: they are neither tagged nor deleted", async (filter) => {
    const { slack, reader, count } = await stage("manager");
    const list = await reader.asks("find reyes");
    const value = JSON.stringify({ filter, pages: [] });
    const elements = ["contacts:tag", "contacts:delete", "contacts:next"].map((id) => ({ type: "button", action_id: id, value }));
    const old = { ...list, ts: slack.next(), blocks: [{ type: "actions", elements }] };

    expect((await reader.press(old, "contacts:tag")).text).toContain("must name a condition");
    expect((await reader.press(old, "contacts:delete")).text).toContain("must name a condition");
    expect(slack.views.size).toBe(0);

    expect(await count()).toBe(3);
  });

  it("goes into one file, however often Slack sends the press", async () => {
    const { ctx, slack, reader } = await stage("manager");
    const list = await reader.asks("find reyes");
    const triggerId = slack.trigger(maria.id);

    await slack.press(maria.id, list, "contacts:export", { triggerId });
    await eventually(
      async () => slack.whispers.length,
      (length) => length > 1,
    );
    await slack.press(maria.id, list, "contacts:export", { triggerId });

    expect(slack.files).toHaveLength(1);
    expect((await ctx.store.audit.list({ action: "contacts.export" }, { limit: 5, cursor: null })).data).toHaveLength(1);
  });

  it("is told when Slack does not take the file", async () => {
    const { slack, reader } = await stage("manager");
    const list = await reader.asks("find reyes");
    slack.fail({ method: "files.getUploadURLExternal", how: "down" });

    expect((await reader.press(list, "contacts:export")).text).toContain("Slack cannot be reached now");
  });

  it("is tagged by whoever may change people, with a tag that is made or one that is there", async () => {
    const { ctx, slack, reader } = await stage("agent");
    const list = await reader.asks("find reyes");

    const first = await reader.opens(() => slack.press(maria.id, list, "contacts:tag"));
    expect((await reader.fills(first, {})).errors).toEqual({ newTag: "Choose a tag, or write a new one" });
    await reader.fills(first, { newTag: "VIP list" });
    const second = await reader.opens(() => slack.press(maria.id, list, "contacts:tag"));
    await reader.fills(second, { newTag: "vip LIST" });

    const tags = await ctx.store.labels.tags();
    expect(tags.map(({ name }) => name)).toEqual(["VIP list"]);
    expect(await ctx.store.contacts.count({ tag: [tags[0]?.id ?? ""] })).toBe(2);
    expect(wordsOf(list)).toContain("2 people tagged.");
  });
});

describe("/people pipeline", () => {
  it("shows where people stand, and in which status", async () => {
    const { reader } = await stage("viewer");

    const picture = await reader.asks("pipeline");

    expect(picture.text).toBe("Pipeline: 3 people");
    expect(wordsOf(picture)).toContain("Inquiry");
    expect(wordsOf(picture)).toContain("By status");
  });
});
