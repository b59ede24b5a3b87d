import { describe, expect, it } from "vitest";
import { intentsInContext } from "#core/rules/analysis/in-context.ts";
import { heard, said } from "./read.ts";

const names = (customer: string, business: string) => intentsInContext(heard(customer), said(business)).map(({ intent }) => intent);

describe("a yes after an offer", () => {
  it("to book is a booking request, shown by the words of the offer", () => {
    expect(intentsInContext(heard("sige po"), said("Shall I book it for you?"))).toEqual([{ intent: "booking_request", quote: "Shall I book" }]);
  });

  it("to buy is a purchase intent", () => {
    expect(names("Yes please", "Would you like to place the order?")).toContain("purchase_intent");
  });

  it("of anything else, or of nothing, means no more than it says", () => {
    expect(names("Yes please", "How about the blue one?")).toEqual([]);
    expect(intentsInContext(heard("Yes please"), null)).toEqual([]);
  });

  it("is not said by a no", () => {
    expect(names("No, not now", "Shall I book it for you?")).not.toContain("booking_request");
  });
});
