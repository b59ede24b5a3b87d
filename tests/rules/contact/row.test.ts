import { describe, expect, it } from "vitest";
import type { Fact } from "#core/model/fact.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { channels, sources } from "#core/model/vocabulary.ts";
import { decide } from "#core/rules/contact/decide.ts";
import { derivedColumns, sourceOfChannel } from "#core/rules/contact/row.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { searchText } from "#core/rules/text/search.ts";
import { monday, noted, onDay, remembered, replied, said } from "#tests/support/people/said.ts";

const settings = defaultSettings();

/** A contact that is being made: nothing is derived yet. */
const bare: ContactRecord = {
  id: "con_1",
  agentId: "agt_1",
  version: 1,
  settingsVersion: 1,
  rulesVersion: 1,
  createdAt: monday,
  updatedAt: monday,
  source: "whatsapp",
  sourceDetail: null,
  ownerId: "ana",
  branchId: "br_1",
  timeZone: "Asia/Manila",
  attributes: { seats: 4 },
  vipOverride: true,
  peopleBy: null,
  optedOut: true,
  state: remembered([]),
  name: "stale",
  email: "stale",
  phone: "stale",
  company: "stale",
  language: "stale",
  channels: ["whatsapp"],
  status: "churned",
  statusBecause: "stale",
  stage: "closing",
  score: 99,
  grade: "A",
  sentiment: 1,
  sentimentLevel: "positive",
  sentimentTrend: "rising",
  vip: false,
  vipBecause: "stale",
  atRisk: true,
  atRiskBecause: "stale",
  awaitingReply: false,
  messageCount: 9,
  firstSeenAt: 1,
  lastSeenAt: 1,
  recentAt: 1,
  nameKey: "stale",
  searchText: "stale",
  reviewAt: 1,
};

function derived(facts: readonly Fact[], changed: Partial<ContactRecord> = {}, now = onDay(3)): ContactRecord {
  const contact = { ...bare, ...changed, state: remembered(facts, settings) };
  return derivedColumns(contact, decide(contact.state, contact, settings, now));
}

it("shows what the facts say, and leaves what people set", () => {
  const contact = derived([
    said("Kumusta", { at: onDay(0), language: "tl", sentiment: 0.5, sender: { name: "Renée Nuñez", phone: "+639171234567" } }),
    noted("email", "renee@example.com", "human", { at: onDay(1) }),
    replied("Hello!", { at: onDay(1) }),
    said("Can I book?", { at: onDay(2), intents: ["booking_request"] }),
  ]);

  expect(contact).toEqual({
    ...bare,
    optedOut: false,
    state: contact.state,
    source: "telegram",
    name: "Renée Nuñez",
    email: "renee@example.com",
    phone: "+639171234567",
    company: null,
    language: "tl",
    status: "qualified",
    statusBecause: "booking_request: “Can I book?”",
    stage: "closing",
    score: 61,
    grade: "B",
    sentiment: 0.5,
    sentimentLevel: "positive",
    sentimentTrend: "steady",
    vip: true,
    vipBecause: "set by staff",
    atRisk: false,
    atRiskBecause: null,
    awaitingReply: true,
    messageCount: 3,
    firstSeenAt: onDay(0),
    lastSeenAt: onDay(2),
    recentAt: onDay(2),
    nameKey: "renee nunez",
    searchText: "renee nunez\nrenee@example.com\n639171234567",
    reviewAt: onDay(32),
  });
});

it("shows nothing of a contact nobody knows anything about", () => {
  const contact = derived([], { vipOverride: null });

  expect(contact).toMatchObject({
    name: null,
    email: null,
    phone: null,
    language: null,
    status: "new",
    stage: "inquiry",
    score: 0,
    grade: "F",
    sentiment: null,
    sentimentLevel: null,
    sentimentTrend: null,
    vip: false,
    vipBecause: null,
    messageCount: 0,
    firstSeenAt: null,
    lastSeenAt: null,
    recentAt: monday,
    nameKey: "",
    searchText: "",
  });
});

it("is the same when it is derived again", () => {
  const facts = [said("Hi", { sender: { name: "Ana" } })];

  const once = derived(facts);

  expect(derived(facts, once)).toEqual(once);
});

describe("the source", () => {
  it("is that of the earliest message", () => {
    const contact = derived([said("Hi", { at: onDay(2), source: "facebook" }), said("Hi", { at: onDay(1), source: "lead_form" })]);

    expect(contact.source).toBe("lead_form");
  });

  it.each(["manual", "import"] as const)("stays %s when messages follow", (source) => {
    expect(derived([said("Hi")], { source }).source).toBe(source);
  });

  it("stays what it was while there is no message", () => {
    expect(derived([], { source: "lead_form" }).source).toBe("lead_form");
  });

  it("has a word for every channel", () => {
    expect(Object.keys(sourceOfChannel).sort()).toEqual([...channels].sort());
    expect(Object.values(sourceOfChannel).filter((source) => !sources.includes(source))).toEqual([]);
  });
});

it("lists channels in one order, however they came", () => {
  expect(derived([], { channels: ["telegram", "web", "whatsapp"] }).channels).toEqual(["web", "whatsapp", "telegram"]);
});

it.each([
  ["Renée Nuñez", "R@Example.com", "+63 917 123-4567", "renee nunez\nr@example.com\n639171234567"],
  ["Ana", null, null, "ana"],
  [null, null, "+639171234567", "639171234567"],
  [null, null, null, ""],
  ["", "ana@example.com", null, "ana@example.com"],
])("searches %j, %j and %j as %j", (name, email, phone, text) => {
  expect(searchText(name, email, phone)).toBe(text);
});
