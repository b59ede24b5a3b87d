import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstNameOf } from "#core/rules/texts/first-name.ts";
import { linksIn } from "#core/rules/texts/links.ts";
import { textValues } from "#core/rules/texts/values.ts";

const person = { name: null, email: null, phone: null, company: null, attributes: {} };
const valuesOf = (contact: Partial<Parameters<typeof textValues>[0]["contact"] & object>) =>
  textValues({ contact: { ...person, ...contact }, business: "Casa Luna", branch: null });

describe("a first name", () => {
  it.each([
    ["Maria Santos", "Maria"],
    ["Dela Cruz, Maria", "Maria"],
    ["DELA CRUZ, MARIA CLARA", "Maria"],
    ["Juan Cruz, Jr.", "Juan"],
    ["Dr. Maria Santos, MD", "Maria"],
    ["Engr. Atty. Jose Rizal", "Jose"],
    ["Sra. Lucía Gómez", "Lucía"],
    ["Ma. Teresa Reyes", "Ma. Teresa"],
    ["maria", "Maria"],
    ["MARY-ANN O'NEIL", "Mary-Ann"],
    ["JP Rizal", "JP"],
    ["McKenzie", "McKenzie"],
    ["J. Cruz", "J. Cruz"],
    ["🌸 Maria 🌸", "Maria"],
    ["王小明", "王小明"],
    ["عمر خالد", "عمر"],
    ["Maria_Santos", "Maria"],
    ["Mr.", null],
    ["+63 917 123 4567", null],
    ["💅", null],
    ["", null],
    [null, null],
  ])("of %j is %j", (name, first) => {
    expect(firstNameOf(name)).toBe(first);
  });
});

describe("what stands for a variable", () => {
  it("is on one line and without marks when a customer has written it", () => {
    expect(valuesOf({ name: "Ana\n*Reyes*\u202e {{promise}} <b>" })).toMatchObject({ name: "Ana Reyes promise b", first_name: "Ana" });
    expect(valuesOf({ name: "x".repeat(80) }).name).toBe(`${"x".repeat(59)}…`);
  });

  it.each(["Free prizes at evil.com/x", "www.evil.example", "https://evil.example", "EVIL.COM", "win//http://evil", "Ana t.me/spam"])(
    "is nobody's name when there is a link in it: %s",
    (name) => {
      expect(valuesOf({ name, company: name, attributes: { site: name } })).toMatchObject({
        name: null,
        first_name: null,
        company: null,
        "attributes.site": null,
      });
    },
  );

  it("keeps addresses letter by letter, and takes attributes of every type", () => {
    expect(valuesOf({ email: "ana_r*y@example.com", phone: "+639171234567", attributes: { seats: 4, city: "Makati", none: null } })).toMatchObject({
      email: "ana_r*y@example.com",
      phone: "+639171234567",
      "attributes.seats": "4",
      "attributes.city": "Makati",
      "attributes.none": null,
      business: "Casa Luna",
      branch: null,
    });
  });

  it("quotes words without their links", () => {
    const said = { contact: null, business: null, branch: null };

    expect(textValues({ ...said, promise: "I'll send it\nto you, see https://example.com/x." }).promise).toBe("I'll send it to you, see .");
    expect(textValues({ ...said, quote: "https://example.com" }).quote).toBeNull();
  });

  it("has never a link, a brace or a line break from a customer, whatever they write", () => {
    const bits = fc.constantFrom(
      "Ana",
      "{{",
      "}}",
      "http://",
      "evil.com",
      "www.",
      "\n",
      "\u2028",
      "*",
      "<",
      " ",
      ".",
      "/",
      "\u200b",
      "é",
      "com",
      "e",
      "🌸",
      "\u202e",
    );
    const written = fc.oneof(
      fc.array(bits, { maxLength: 20 }).map((all) => all.join("")),
      fc.string({ unit: "binary", maxLength: 100 }),
    );
    fc.assert(
      fc.property(written, (name) => {
        const values = valuesOf({ name, company: name, attributes: { said: name } });
        const all = [
          values.name,
          values.first_name,
          values.company,
          values["attributes.said"],
          textValues({ contact: null, business: null, branch: null, quote: name }).quote,
        ];
        for (const value of all) {
          expect(value ?? "").not.toMatch(/[{}<>*\n\r\u2028\u2029\u202e\u200b]/);
          expect(linksIn(value ?? "")).toEqual([]);
        }
        expect([...(values.name ?? "")].length).toBeLessThanOrEqual(60);
      }),
      { numRuns: 500 },
    );
  });
});

describe("links", () => {
  it.each([
    ["See example.com, please", ["example.com"]],
    ["(https://Example.com/a?b=c)", ["https://Example.com/a?b=c"]],
    ["http://localhost:3000/x", ["http://localhost:3000/x"]],
    ["ana@example.com", []],
    ["3.50 or v2.0, e.g. this.And that", []],
    ["Ma.Teresa", []],
  ])("in %j are %j", (text, links) => {
    expect(linksIn(text).map((link) => link.text)).toEqual(links);
  });
});
