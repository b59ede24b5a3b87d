import { describe, expect, it } from "vitest";
import { type TestApp, testApp } from "../support/app.ts";

type Day = {
  date: string;
  newContacts: number;
  messagesIn: number;
  messagesOut: number;
  conversions: number;
  sentiment: { mean: number | null; messages: number };
  statuses: Record<string, number>;
  stages: Record<string, number>;
};
type Analytics = { from: string; to: string; zone: string; days: Day[]; now: Record<string, Record<string, number>> };

const now = Date.parse("2026-11-24T18:00:00Z");
const read = async ({ get }: TestApp, query = "") => (await get(`/v1/analytics${query}`)).is<Analytics>(200);

const say = ({ post }: TestApp, text: string, sentAt: string, direction = "inbound") =>
  post("/v1/messages", { channel: "web", from: { externalId: "v-1" }, text, sentAt, direction });

describe("analytics", () => {
  it("count what happened on each day of the zone asked for", async () => {
    const app = await testApp({ now: () => now });
    await say(app, "Great service, I love it!", "2026-11-23T15:59:00Z");
    await say(app, "How much is a cleaning?", "2026-11-23T16:01:00Z");
    await say(app, "It is 900.", "2026-11-23T17:00:00Z", "outbound");
    const contact = (await app.get("/v1/contacts")).is<{ data: { id: string }[] }>(200).data[0];
    (await app.post("/v1/actions", { contactId: contact?.id, action: "booking_confirmed", at: "2026-11-24T02:00:00Z" })).is(201);

    const { days, ...rest } = await read(app, "?from=2026-11-23&to=2026-11-25&zone=Asia/Manila");

    expect(rest).toMatchObject({ from: "2026-11-23", to: "2026-11-25", zone: "Asia/Manila" });
    expect(
      days.map(({ date, newContacts, messagesIn, messagesOut, conversions }) => [date, newContacts, messagesIn, messagesOut, conversions]),
    ).toEqual([
      ["2026-11-23", 0, 1, 0, 0],
      ["2026-11-24", 0, 1, 1, 1],
      ["2026-11-25", 1, 0, 0, 0],
    ]);
    expect(days[0]?.sentiment).toMatchObject({ mean: expect.any(Number), messages: 1 });
    expect(days[0]?.sentiment.mean).toBeGreaterThan(0.2);
    expect(days[2]?.sentiment).toEqual({ mean: null, messages: 0 });
    expect(days[1]).toMatchObject({ statuses: { converted: 1, churned: 0 }, stages: { in_progress: 1, follow_up: 0 } });
  });

  it("count contacts as they are now, those of nobody else", async () => {
    const app = await testApp({ now: () => now });
    for (const name of ["Ana", "Ben"]) (await app.post("/v1/contacts", { name, source: "import" })).is(201);
    (await app.otherAgent.post("/v1/contacts", { name: "Cleo" })).is(201);

    const { now: standing } = await read(app);

    expect(standing).toMatchObject({
      contacts: 2,
      byStatus: { new: 2, active: 0 },
      byStage: { inquiry: 2 },
      byGrade: { F: 2, A: 0 },
      bySource: { import: 2, manual: 0 },
    });
  });

  it("give the last 30 days of the agent's zone when nothing is asked for", async () => {
    const app = await testApp({ now: () => now });

    const { from, to, zone, days } = await read(app);

    expect([from, to, zone, days.length]).toEqual(["2026-10-26", "2026-11-24", "UTC", 30]);
    expect((await read(app, "?zone=Asia/Manila")).to).toBe("2026-11-25");
  });

  it("reach over a year with days of 23 and 25 hours", async () => {
    const app = await testApp({ now: () => now });
    (await app.post("/v1/contacts", { name: "Ana" })).is(201);

    const { days } = await read(app, "?from=2026-01-01&to=2027-01-01&zone=America/New_York");

    expect(days).toHaveLength(366);
    expect(days.filter(({ newContacts }) => newContacts > 0).map(({ date }) => date)).toEqual(["2026-11-24"]);
  });

  it.each([
    ["/from", "?from=2026-11-24&to=2026-11-23"],
    ["/from", "?from=2025-01-01&to=2026-11-23"],
    ["/from", "?from=last-week"],
    ["/zone", "?zone=Nowhere"],
    ["/days", "?days=7"],
  ])("refuse a fault at %s in %s", async (pointer, query) => {
    const { get } = await testApp();

    expect((await get(`/v1/analytics${query}`)).is(422)).toMatchObject({ errors: [{ pointer }] });
  });
});
