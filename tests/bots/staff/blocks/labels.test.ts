import { expect, it } from "vitest";
import { alertMark, alertStateWord, atRiskMark, sentimentFace, vipMark } from "#bots/staff/blocks/labels.ts";
import { alertStates } from "#core/model/alert.ts";
import { sentimentLevels } from "#core/model/vocabulary.ts";

it("marks no two things alike that a card of an alert shows", () => {
  const marks = [
    ["alert", alertMark],
    ["VIP", vipMark],
    ["at risk", atRiskMark],
    ...alertStates.map((state) => [state, alertStateWord(state).split(" ")[0]]),
    ...sentimentLevels.map((level) => [level, sentimentFace(level)]),
  ];

  const meanings = Map.groupBy(marks, ([, emoji]) => emoji);

  const shared = [...meanings].filter(([, of]) => new Set(of.map(([what]) => what)).size > 1);
  expect(shared).toEqual([]);
});
