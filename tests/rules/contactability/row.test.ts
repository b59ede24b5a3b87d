import { describe, expect, it } from "vitest";
import { contactPolicySchema } from "#core/model/contactability.ts";
import { decideContactability } from "#core/rules/contactability/decide.ts";
import { localDayStart } from "#core/rules/contactability/local-day.ts";
import { contactZones } from "#core/rules/contactability/quiet-hours.ts";
import { type ContactFacts, contactabilityRow, replyWindow } from "#core/rules/contactability/row.ts";
import { hour } from "#core/rules/time.ts";

const policy = contactPolicySchema.parse({});
/** Wednesday 4 March 2026, ten in the morning in Manila. */
const ten = Date.parse("2026-03-04T10:00:00+08:00");
const manila = contactZones({ timeZone: "Asia/Manila", country: null }, "UTC");
const at = (time: string) => Date.parse(time);

function decided(given: Partial<ContactFacts>) {
  const known = { at: ten, channel: "telegram", purpose: "marketing", author: "bot", optedOut: false, holdUntil: null, blockedAt: null } as const;
  const facts = {
    ...known,
    hasIdentity: true,
    lastInboundAt: null,
    takenOver: false,
    ownerAnsweredAt: null,
    platformWindowHours: null,
    zones: manila,
    sentAt: [],
    ...given,
  };
  const { decision, until, reasons } = decideContactability(contactabilityRow(facts, policy));
  return { decision, until, because: reasons[0]?.code ?? null };
}

describe("what is known of a person, decided", () => {
  it("has no window on Telegram, web and e-mail, and 24 hours on Meta's channels", () => {
    expect((["telegram", "web", "email"] as const).map((channel) => decided({ channel }).decision)).toEqual(["allow", "allow", "allow"]);
    for (const channel of ["whatsapp", "facebook", "instagram"] as const) {
      expect(decided({ channel })).toMatchObject({ because: "window_closed" });
      expect(decided({ channel, lastInboundAt: ten - 24 * hour + 1 })).toMatchObject({ decision: "allow" });
      expect(decided({ channel, lastInboundAt: ten - 24 * hour })).toMatchObject({ because: "window_closed" });
    }
  });

  it.each([
    ["web", null, null],
    ["web", 48, 48],
    ["whatsapp", null, 24],
    ["whatsapp", 12, 12],
    ["whatsapp", 48, 24],
  ] as const)("takes the shorter of the platform's window and that of settings: %s, %s h, is %s h", (channel, platformWindowHours, hours) => {
    expect(replyWindow(channel, policy, platformWindowHours)).toBe(hours === null ? null : hours * hour);
  });

  it("has the window of the account's platform on any channel", () => {
    const given = { channel: "web", platformWindowHours: 24 } as const;

    expect(decided({ ...given, lastInboundAt: ten - 24 * hour + 1 })).toMatchObject({ decision: "allow" });
    expect(decided({ ...given, lastInboundAt: ten - 24 * hour })).toMatchObject({ because: "window_closed" });
  });

  it("keeps the bot silent for four hours after the owner's answer", () => {
    expect(decided({ ownerAnsweredAt: ten - 1 })).toEqual({ decision: "delay", until: ten - 1 + 4 * hour, because: "owner_active" });
    expect(decided({ ownerAnsweredAt: ten - 4 * hour }).decision).toBe("allow");
  });

  it("waits for the morning, but not with a reply", () => {
    const night = at("2026-03-04T23:00:00+08:00");

    expect(decided({ at: night })).toEqual({ decision: "delay", until: at("2026-03-05T08:00:00+08:00"), because: "quiet_hours" });
    expect(decided({ at: night, purpose: "reply" }).decision).toBe("allow");
  });
});

describe("frequency caps", () => {
  it("let one marketing message through on a local day, the next one on the morning after", () => {
    expect(decided({ sentAt: [at("2026-03-03T23:59:59+08:00")] }).decision).toBe("allow");
    expect(decided({ sentAt: [at("2026-03-04T00:00:00+08:00")] })).toEqual({
      decision: "delay",
      until: at("2026-03-05T08:00:00+08:00"),
      because: "frequency_cap",
    });
  });

  it("let three through in seven days", () => {
    const sentAt = [at("2026-03-01T12:00:00+08:00"), at("2026-02-26T12:00:00+08:00"), at("2026-02-27T12:00:00+08:00")];

    expect(decided({ sentAt })).toEqual({ decision: "delay", until: at("2026-03-05T12:00:00+08:00"), because: "frequency_cap" });
    expect(decided({ sentAt, at: at("2026-03-05T12:00:00+08:00") }).decision).toBe("allow");
  });

  it("bind follow-ups by the day alone, and replies not at all", () => {
    const sentAt = [ten - 3 * 24 * hour, ten - 2 * 24 * hour, ten - 24 * hour];

    expect(decided({ purpose: "follow_up", sentAt }).decision).toBe("allow");
    expect(decided({ purpose: "follow_up", sentAt: [ten - hour] }).because).toBe("frequency_cap");
    expect(decided({ purpose: "reply", sentAt: [ten - hour] }).decision).toBe("allow");
  });

  it("count a day until it is over wherever the person may be", () => {
    const indonesia = contactZones({ timeZone: null, country: "ID" }, "UTC");
    const lateInJakarta = at("2026-03-03T17:00:00+07:00");

    expect(decided({ zones: indonesia, sentAt: [lateInJakarta], at: at("2026-03-03T18:30:00+07:00") })).toMatchObject({ because: "frequency_cap" });
    expect(decided({ zones: indonesia, sentAt: [lateInJakarta] }).decision).toBe("allow");
  });
});

describe("a local day", () => {
  it.each([
    ["2026-03-04T02:00:00Z", "Asia/Manila", "2026-03-03T16:00:00.000Z"],
    ["2026-03-03T16:00:00Z", "Asia/Manila", "2026-03-03T16:00:00.000Z"],
    ["2026-03-03T15:59:59Z", "Asia/Manila", "2026-03-02T16:00:00.000Z"],
    ["2026-03-08T20:00:00Z", "America/New_York", "2026-03-08T05:00:00.000Z"],
    ["2026-03-09T03:59:59Z", "America/New_York", "2026-03-08T05:00:00.000Z"],
    ["2026-03-08T12:00:00Z", "America/Havana", "2026-03-08T05:00:00.000Z"],
    ["2026-11-01T05:30:00Z", "America/Havana", "2026-11-01T04:00:00.000Z"],
    ["2026-04-24T05:00:00Z", "Africa/Cairo", "2026-04-23T22:00:00.000Z"],
    ["2026-03-04T11:00:00Z", "Pacific/Kiritimati", "2026-03-04T10:00:00.000Z"],
  ])("that %s is in, in %s, began %s", (instant, zone, start) => {
    expect(new Date(localDayStart(at(instant), zone)).toISOString()).toBe(start);
  });
});

it("has the product's numbers as defaults, and reads what settings say", () => {
  expect(policy).toEqual({
    quietHours: { from: "21:00", to: "08:00" },
    marketing: { perDay: 1, perWeek: 3 },
    followUp: { perDay: 1 },
    holdHours: 72,
    ownerSilenceHours: 4,
    windows: { whatsapp: 24, facebook: 24, instagram: 24 },
  });
  expect(contactPolicySchema.safeParse({ quietHours: { from: "9pm" } }).success).toBe(false);
});
