import { describe, expect, it } from "vitest";
import { type ContactabilityReason, type ContactabilityRow, contactabilityReasons } from "#core/model/contactability.ts";
import type { Purpose } from "#core/model/delivery.ts";
import { decideContactability } from "#core/rules/contactability/decide.ts";
import { reasons } from "#core/rules/contactability/reasons.ts";
import { day, hour } from "#core/rules/time.ts";
import { contactabilityRow, noon } from "#tests/support/records/contactability.ts";

const decide = (given: Partial<ContactabilityRow>) => decideContactability(contactabilityRow(given));
const codes = (given: Partial<ContactabilityRow>) => decide(given).reasons.map(({ code }) => code);

/** What makes each reason hold. */
const causes: Record<ContactabilityReason, Partial<ContactabilityRow>> = {
  opted_out: { optedOut: true },
  consent_hold: { holdUntil: noon + 72 * hour },
  blocked: { blockedAt: noon - day },
  no_identity: { hasIdentity: false },
  window_closed: { channel: "whatsapp", windowMs: day, lastInboundAt: noon - day },
  taken_over: { takenOver: true },
  owner_active: { ownerActiveUntil: noon + 4 * hour },
  quiet_hours: { quietUntil: noon + 10 * hour },
  zone_uncertain: { quietUntil: noon + 10 * hour, zoneUncertain: true },
  frequency_cap: { sentToday: 1, dayFreeAt: noon + 12 * hour },
};

it("tells reasons in the order of their codes", () => {
  expect(reasons.map(({ code }) => code)).toEqual([...contactabilityReasons]);
});

it("allows what nothing stands against", () => {
  expect(decide({})).toEqual({ decision: "allow", until: null, reasons: [] });
});

describe("each reason, by purpose", () => {
  const table: [ContactabilityReason, Record<Purpose, string>][] = [
    ["opted_out", { reply: "allow", follow_up: "deny", marketing: "deny" }],
    ["consent_hold", { reply: "allow", follow_up: "delay", marketing: "delay" }],
    ["blocked", { reply: "deny", follow_up: "deny", marketing: "deny" }],
    ["no_identity", { reply: "deny", follow_up: "deny", marketing: "deny" }],
    ["window_closed", { reply: "deny", follow_up: "deny", marketing: "deny" }],
    ["taken_over", { reply: "deny", follow_up: "deny", marketing: "deny" }],
    ["owner_active", { reply: "deny", follow_up: "delay", marketing: "delay" }],
    ["quiet_hours", { reply: "allow", follow_up: "delay", marketing: "delay" }],
    ["zone_uncertain", { reply: "allow", follow_up: "delay", marketing: "delay" }],
    ["frequency_cap", { reply: "allow", follow_up: "delay", marketing: "delay" }],
  ];

  it.each(table)("%s", (code, outcomes) => {
    for (const purpose of ["reply", "follow_up", "marketing"] as const) {
      const { decision, reasons: told } = decide({ ...causes[code], purpose });

      expect([purpose, decision]).toEqual([purpose, outcomes[purpose]]);
      expect(told.map((reason) => reason.code)).toEqual(decision === "allow" ? [] : [code]);
      expect(told.every(({ detail }) => detail.length > 10)).toBe(true);
    }
  });
});

describe("several reasons", () => {
  it("deny when one denies, which then comes first", () => {
    expect(decide({ ...causes.consent_hold, ...causes.blocked })).toMatchObject({
      decision: "deny",
      until: null,
      reasons: [{ code: "blocked" }, { code: "consent_hold" }],
    });
  });

  it("are all told, in order", () => {
    expect(codes(Object.assign({}, ...Object.values(causes), { zoneUncertain: false }))).toEqual([
      ...["opted_out", "blocked", "no_identity", "window_closed", "taken_over"],
      ...["consent_hold", "owner_active", "quiet_hours", "frequency_cap"],
    ]);
  });

  it("delay until the last of them ends", () => {
    const { decision, until } = decide({ ...causes.quiet_hours, ...causes.frequency_cap });

    expect({ decision, until }).toEqual({ decision: "delay", until: noon + 12 * hour });
  });
});

describe("what holds until an instant", () => {
  it.each(["holdUntil", "ownerActiveUntil", "quietUntil"] as const)("%s no longer holds at it", (field) => {
    expect(decide({ [field]: noon + 1 }).decision).toBe("delay");
    expect(decide({ [field]: noon }).decision).toBe("allow");
  });

  it("is the window's end too", () => {
    const window = { channel: "whatsapp", windowMs: day } as const;

    expect(decide({ ...window, lastInboundAt: noon - day + 1 }).decision).toBe("allow");
    expect(codes({ ...window, lastInboundAt: noon - day })).toEqual(["window_closed"]);
    expect(codes({ ...window, lastInboundAt: null })).toEqual(["window_closed"]);
  });

  it("denies what would be delayed beyond the window's end", () => {
    const window = { channel: "whatsapp", windowMs: day, lastInboundAt: noon - 20 * hour } as const;

    expect(decide({ ...window, quietUntil: noon + 3 * hour }).decision).toBe("delay");
    expect(codes({ ...window, quietUntil: noon + 4 * hour })).toEqual(["window_closed", "quiet_hours"]);
    expect(decide({ ...window, quietUntil: noon + 4 * hour, purpose: "reply" }).decision).toBe("allow");
  });
});

it("lets staff write where they have taken over or the owner is active, and the bot and the system not", () => {
  for (const cause of [causes.taken_over, causes.owner_active]) {
    expect(decide({ ...cause, purpose: "reply", author: "staff" }).decision).toBe("allow");
    expect(decide({ ...cause, purpose: "reply", author: "bot" }).decision).toBe("deny");
    expect(decide({ ...cause, purpose: "reply", author: "system" }).decision).toBe("deny");
  }
});

it("lets nobody's follow-up or broadcast into a conversation that is taken over", () => {
  for (const author of ["staff", "bot", "system"] as const) {
    for (const purpose of ["follow_up", "marketing"] as const) expect(codes({ ...causes.taken_over, purpose, author })).toEqual(["taken_over"]);
  }
});

it("caps by day, by week, by the later of both, or not at all", () => {
  const full = { sentToday: 1, perDay: 1, dayFreeAt: noon + hour, sentInWeek: 3, perWeek: 3, weekFreeAt: noon + 2 * day };

  expect(decide(full).until).toBe(noon + 2 * day);
  expect(decide({ ...full, sentInWeek: 2 }).until).toBe(noon + hour);
  expect(decide({ ...full, sentToday: 0 }).until).toBe(noon + 2 * day);
  expect(decide({ ...full, perDay: null, perWeek: null }).decision).toBe("allow");
});
