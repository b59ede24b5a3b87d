import { describe, expect, it } from "vitest";
import { CrmError } from "#core/errors.ts";
import { errorName, isOutage, toCrmError, within } from "#db/queue/outage.ts";

class SendRefused extends Error {}

describe("what is kept of an error", () => {
  it.each([
    [new CrmError("not_found", "Maria does not exist"), "not_found"],
    [Object.assign(new Error("connect to 10.0.0.1"), { code: "ECONNREFUSED" }), "ECONNREFUSED"],
    [new TypeError("x is not a function"), "TypeError"],
    [new SendRefused("Maria"), "SendRefused"],
    [Object.assign(new Error("x"), { name: "Maria said: hello" }), "Error"],
    [Object.assign(new Error("x"), { code: "Maria said hello" }), "Error"],
    ["Maria", "unknown"],
    [undefined, "unknown"],
  ])("is a code or a class and never a text: %s", (error, name) => {
    expect(errorName(error)).toBe(name);
  });
});

describe("an outage", () => {
  it.each([
    ["ECONNREFUSED", true],
    ["EPIPE", true],
    ["57P01", true],
    ["08006", true],
    ["58P01", true],
    ["23505", false],
    ["42P01", false],
    ["ERR_ASSERTION", false],
  ])("with code %s: %s", (code, expected) => {
    expect(isOutage(Object.assign(new Error("x"), { code }))).toBe(expected);
  });

  it("becomes unavailable and keeps its cause; a fault of ours stays what it is", () => {
    const outage = new Error("Connection terminated unexpectedly");
    const fault = Object.assign(new Error("x"), { code: "42P01" });

    expect(toCrmError(outage)).toMatchObject({ code: "unavailable", cause: outage });
    expect(toCrmError(fault)).toBe(fault);
  });

  it("is also a server that does not answer", async () => {
    await expect(within(1, new Promise(() => {}))).rejects.toThrow("no answer");
  });
});
