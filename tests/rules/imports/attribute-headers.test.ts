import { expect, it } from "vitest";
import { mappingOf } from "#core/rules/imports/fields.ts";

it("reads a header that names an attribute as it, unless another column becomes it or it can be none", () => {
  expect(mappingOf(["attribute:room", "plan", "attribute:plan", "attribute: "], { plan: "attribute:plan" })).toEqual({
    "attribute:room": "attribute:room",
    plan: "attribute:plan",
    "attribute:plan": null,
    "attribute: ": null,
  });
});
