import { describe, expect, it } from "vitest";
import { eventually } from "#tests/support/eventually.ts";
import { slackReader } from "#tests/support/slack/slack-reader.ts";
import { maria, openStaffStage } from "#tests/support/slack/staff.ts";

const wordsOf = (message: unknown) => JSON.stringify(message);

describe("find, tag and export", () => {
  it("finds people by words, tags all of them, narrows by the tag, and takes them out as a file", async () => {
    const { ctx, slack, member, customer } = await openStaffStage();
    await member(maria, "manager");
    for (const name of ["Ana Reyes", "Ben Reyes", "Carla Reyes"]) await customer(name);
    await customer("Dan Cruz");
    const reader = slackReader(slack, maria);

    const list = await reader.asks("find reyes");
    expect(list.text).toBe("3 people found");
    expect(wordsOf(list.blocks)).not.toContain("Dan Cruz");

    const tags = await reader.opens(() => slack.press(maria.id, list, "contacts:tag"));
    expect(await reader.fills(tags, { newTag: "Family" })).toEqual({});
    expect(wordsOf(list.blocks)).toContain("3 people tagged.");
    expect(wordsOf(list.blocks)).toContain("`Family`");

    const [family] = await ctx.store.labels.tags();
    const filter = await reader.opens(() => slack.press(maria.id, list, "contacts:filter"));
    await reader.fills(filter, { q: "", tag: [family?.id ?? ""] });
    expect(wordsOf(list.blocks)).toContain("tagged Family");

    const told = await reader.press(list, "contacts:export");
    expect(told.text).toBe("📄 The file with 3 people is in our direct messages.");
    const [file] = slack.files;
    expect(file).toMatchObject({ name: "contacts-2026-03-02.csv", channel: "D0MARIA" });
    const lines = Buffer.from(file?.bytes ?? [])
      .toString()
      .trim()
      .split(/\r?\n/);
    expect(lines).toHaveLength(4);
    for (const name of ["Ana Reyes", "Ben Reyes", "Carla Reyes"]) expect(lines.join("\n")).toContain(name);

    const log = await eventually(
      async () => (await ctx.store.audit.list({}, { limit: 50, cursor: null })).data,
      (all) => all.length > 0,
    );
    expect(log.map(({ action }) => action)).toEqual(expect.arrayContaining(["contacts.tag", "contacts.export"]));
  });
});
