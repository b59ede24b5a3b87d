import { expect, it } from "vitest";
import { dueFollowUps } from "#core/rules/followups/due-follow-ups.ts";
import { monday, onDay, remembered, said, settingsWith } from "#tests/support/people/said.ts";

const standing = { status: "new", statusSince: monday, stage: "inquiry", stageSince: monday } as const;
const isUndecided = (...facts: ReturnType<typeof said>[]) =>
  dueFollowUps("con_1", remembered(facts), standing, settingsWith().followUps).some(({ trigger }) => trigger === "undecided");

const compares = said("Is it better than the other?", { at: onDay(1), id: "c", intents: ["comparison"] });
const complains = (day: number) => said("It came broken", { at: onDay(day), id: `x${day}`, intents: ["complaint"] });

it("whoever complains as they compare, or after it, is not choosing", () => {
  expect(isUndecided(said("Worse than the other, and broken", { at: onDay(1), intents: ["comparison", "complaint"] }))).toBe(false);
  expect(isUndecided(compares, complains(2))).toBe(false);
});

it("an older complaint does not keep them from it", () => {
  expect(isUndecided(complains(0), compares)).toBe(true);
});
