import { describe, expect, it } from "vitest";
import { mappingOf } from "#core/rules/imports/fields.ts";
import { type Lookups, rowReader } from "#core/rules/imports/read-row.ts";
import { telegram } from "./people.ts";

const lookups: Lookups = {
  region: "PH",
  branches: [{ id: "br_1", name: "Makati" }],
  accountOf: (channel) => (channel === "telegram" ? "shop" : "default"),
  isTimeZone: (name) => name === "Asia/Manila",
  now: Date.UTC(2026, 0, 1),
};

const read = (values: Record<string, unknown>) => rowReader(mappingOf(Object.keys(values)), lookups)(values);
const codes = (values: Record<string, unknown>) => read(values).reasons.map(({ code, column }) => `${code} ${column}`);

describe("the reasons of a row", () => {
  it("name fifty of its cells at most, and count the others", () => {
    const mapping = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`E-mail ${n}`, "otherEmail"]));
    const faulty = (cells: number) =>
      rowReader(mapping, lookups)(Object.fromEntries(Object.keys(mapping).map((name, n) => [name, n < cells ? "x" : ""])));

    expect(faulty(50).reasons).toHaveLength(50);
    expect(faulty(500).reasons).toHaveLength(51);
    expect(faulty(500).reasons.at(-1)).toEqual({ code: "more_cells", column: null, detail: "450 more are left out" });
  });
});

describe("a row", () => {
  it("is read into the forms we keep", () => {
    const { person, reasons } = read({
      "First name": " Ana ",
      Surname: "Reyes",
      "E-mail": "ANA@Example.com",
      Mobile: "0917 123 4567",
      Labels: "VIP list; wholesale",
      Branch: "makati",
      "Time zone": "Asia/Manila",
      VIP: "yes",
      "Created at": "2025-03-01",
      Subscribed: "no",
    });

    expect(reasons).toEqual([]);
    expect(person).toEqual({
      details: { name: "Ana Reyes", email: "ana@example.com", phone: "+639171234567" },
      identities: [],
      tags: ["VIP list", "wholesale"],
      attributes: {},
      ownerId: null,
      branchId: "br_1",
      timeZone: "Asia/Manila",
      isVip: true,
      note: null,
      consent: "opt_out",
      createdAt: Date.UTC(2025, 2, 1),
    });
  });

  it("without values says nothing, and nothing is wrong with it", () => {
    const { person, reasons } = read({ name: "", email: " ", phone: null, vip: "", consent: undefined, branch: "" });

    expect(reasons).toEqual([]);
    expect(person).toMatchObject({ details: {}, isVip: null, consent: null, branchId: null });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["an e-mail that is none", { mail: "ana at example" }, "not_an_email mail"],
    ["a phone that is none", { tel: "12" }, "not_a_phone tel"],
    ["a channel that we do not have", { channel: "fax", "external id": "1" }, "not_a_channel channel"],
    ["an answer that is neither yes nor no", { vip: "perhaps" }, "not_yes_or_no vip"],
    ["a time to come", { created: "2030-01-01" }, "not_a_time created"],
    ["a zone that is none", { tz: "Manila" }, "not_a_time_zone tz"],
    ["a branch that is not there", { branch: "Cebu" }, "unknown_branch branch"],
    ["a name without end", { name: "x".repeat(201) }, "too_long name"],
    ["a tag without end", { tags: "x".repeat(101) }, "too_long tags"],
    ["tags without end", { tags: Array.from({ length: 51 }, (_, n) => `t${n}`) }, "too_many_tags tags"],
  ])("leaves out %s, and says which column", (_, values, code) => {
    expect(codes(values)).toEqual([code]);
  });

  it("names identities on the agent's account of the channel, one for each account", () => {
    expect(read({ "telegram id": 1001 }).person.identities).toEqual([telegram("1001", "shop")]);
    expect(read({ channel: "Telegram", "external id": "1", "telegram id": "2" }).person.identities).toEqual([telegram("1", "shop")]);
    expect(read({ channel: "telegram", account: "other", "external id": "1" }).person.identities).toEqual([telegram("1", "other")]);
  });

  it("takes the phone that a WhatsApp number attests when it says no other", () => {
    expect(read({ whatsapp: "+63 917 123 4567" }).person).toMatchObject({
      details: { phone: "+639171234567" },
      identities: [{ channel: "whatsapp", account: "default", externalId: "639171234567" }],
    });
    expect(read({ whatsapp: "639171234567", phone: "+14155552671" }).person.details.phone).toBe("+14155552671");
  });

  it("makes attributes of the columns that are told to be", () => {
    const reader = rowReader({ colour: "attribute:favourite colour", long: "attribute:long" }, lookups);

    const { person, reasons } = reader({ colour: "blue", long: "x".repeat(2_001) });

    expect(person.attributes).toEqual({ "favourite colour": "blue" });
    expect(reasons).toMatchObject([{ code: "too_long", column: "long" }]);
  });
});
