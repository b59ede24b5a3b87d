import { describe, expect, it } from "vitest";
import { type FollowUpCardModel, followUpCard } from "#bots/staff/followups/card-blocks.ts";
import { followUpEditModal } from "#bots/staff/followups/edit-modal.ts";
import { fingerprintOf } from "#core/rules/followups/fingerprint.ts";
import { base, done, edited, ghosting, hour, now, quiet, refused } from "#tests/support/slack/block-kit-people.ts";

const shown = (model: FollowUpCardModel) => JSON.stringify(followUpCard(model).blocks);
const buttons = (model: FollowUpCardModel) =>
  followUpCard(model)
    .blocks.flatMap((block) => (block.type === "actions" ? block.elements : []))
    .flatMap((each) => (each.type === "button" ? [each] : []));

describe("the card of a follow-up", () => {
  it("says who, why and what would be said, and names exactly that text in its buttons", () => {
    const value = `fup_1|${fingerprintOf(ghosting)}`;

    expect(shown(base)).toContain("*Ana Reyes*");
    expect(shown(base)).toContain("Has not answered our offer");
    expect(shown(base)).toContain("Shall I keep the table for twelve");
    expect(buttons(base).map((each) => [each.action_id, each.value])).toEqual([
      ["followup:approve", value],
      ["followup:edit", value],
      ["followup:snooze", value],
      ["followup:dismiss", value],
    ]);
  });

  it("says when it goes if that is not at once, on the button too", () => {
    const model = { ...base, contactability: quiet };

    expect(shown(model)).toContain("Will go *tomorrow 8:00 (Manila time)*: quiet hours");
    expect(buttons(model)[0]?.text.text).toBe("Send tomorrow 8:00");
  });

  it("cannot be sent from when it would be refused", () => {
    const model = { ...base, contactability: refused };

    expect(shown(model)).toContain("they have opted out");
    expect(buttons(model).map(({ action_id: id }) => id)).not.toContain("followup:approve");
  });

  it("cannot be sent from without words or a place to send them", () => {
    expect(buttons({ ...base, followUp: { ...ghosting, text: " " } })).toHaveLength(3);
    expect(buttons({ ...base, followUp: { ...ghosting, channel: null } })).toHaveLength(3);
  });

  it("shows what an edit took out and put in, and whose it was", () => {
    expect(shown(edited)).toContain("Edited by Mia Santos");
    expect(shown(edited)).toContain("~twelve~ *fourteen*");
  });

  it("shows what became of it, without buttons", () => {
    const model = { ...base, followUp: done, decider: "Mia Santos" };

    expect(shown(model)).toContain("Sent by Mia Santos today 14:20 → 💬 replied today 15:20");
    expect(buttons(model)).toEqual([]);
  });

  it("shows the whole of the longest text", () => {
    const text = "&".repeat(4096);

    expect(shown({ ...base, followUp: { ...ghosting, evidence: [], text, originalText: text } }).split("&amp;")).toHaveLength(4097);
  });
});

describe("the window to edit it", () => {
  it("holds the text as it is", () => {
    const input = followUpEditModal({ followUp: { ...ghosting, text: "*Hi* <Ana> & all\n~" }, name: "Ana" }).blocks.find(
      ({ type }) => type === "input",
    );

    expect(input).toMatchObject({ element: { initial_value: "*Hi* <Ana> & all\n~" } });
  });

  it("offers no text that it would have to cut", () => {
    const view = followUpEditModal({ followUp: { ...ghosting, text: "a".repeat(3001) }, name: "Ana" });

    expect(JSON.stringify(view.blocks)).toContain("more than fit in here");
    expect(view.blocks.find(({ type }) => type === "input")).not.toHaveProperty("element.initial_value");
  });
});

it("is due on the contact's clock, and says what that is on the reader's", () => {
  const model = { ...base, followUp: { ...ghosting, dueAt: now + 2 * hour }, homeZone: "Europe/Berlin" };

  expect(shown(model)).toContain(`Due today 18:20 Manila time (<!date^${(now + 2 * hour) / 1000}^{time}|10:20 UTC> yours), in 2 h`);
});
