import { describe, expect, it } from "vitest";
import { faultsOf, mappingOf } from "#core/rules/imports/fields.ts";

describe("the mapping of a file", () => {
  it("reads headers whatever their case, accents and signs", () => {
    expect(mappingOf(["Full Name", "E-mail", "Teléfono", "Compañía", "opted_out"])).toEqual({
      "Full Name": "name",
      "E-mail": "email",
      Teléfono: "phone",
      Compañía: null,
      opted_out: "optedOut",
    });
  });

  it("gives a field to the first column that wants it, and to the one that is told to have it before all", () => {
    expect(mappingOf(["mobile", "phone"])).toEqual({ mobile: "phone", phone: "otherPhone" });
    expect(mappingOf(["mobile", "phone"], { phone: "phone" })).toEqual({ mobile: "otherPhone", phone: "phone" });
    expect(mappingOf(["email"], { email: null })).toEqual({ email: null });
  });

  it.each([
    [{ phone: "phone" }, "/mapping/phone is not a column of the file"],
    [{ "a/b": "fax" }, "/mapping/a~1b becomes none of"],
    [{ "a/b": "email", c: "email" }, "/mapping/c becomes email, as another column does"],
    [{ c: "attribute: " }, "/mapping/c becomes none of"],
    [{ c: "attribute:__proto__" }, "/mapping/c becomes none of"],
  ])("%j is refused: %s", (mapping, fault) => {
    const faults = faultsOf(mapping, ["a/b", "c"]).map(({ pointer, detail }) => `${pointer} ${detail}`);

    expect(faults).toEqual([expect.stringContaining(fault)]);
  });

  it("may leave columns out and make attributes of them", () => {
    expect(faultsOf({ "a/b": null, c: "attribute:favourite colour" }, ["a/b", "c"])).toEqual([]);
  });
});
