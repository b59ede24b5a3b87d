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

type Outcome = { waits: Record<"firstAnswer" | "waited" | "endedBy", unknown>; alerts: unknown };
type Outcomes = Record<"byChannel" | "byBranch" | "byRule", unknown[]> & Outcome;
const readOutcomes = async ({ get }: TestApp, query = "") =>
  (await get(`/v1/analytics${query}`)).is<{ days: { outcome: Outcome }[]; outcomes: Outcomes }>(200);

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

  it("tell how long people waited and what became of alerts, by day, channel, branch and rule", async () => {
    const clock = { now: Date.parse("2026-11-24T09:00:00Z") };
    const app = await testApp({ now: () => clock.now });
    const branch = (await app.post("/v1/branches", { name: "North" })).is<{ id: string }>(201);
    const minutes = (count: number) => {
      clock.now += count * 60_000;
    };
    const write = async (who: string, channel: string, text: string, author?: "bot" | "staff") => {
      const sides = author ? { direction: "outbound", author } : {};
      return (await app.post("/v1/messages", { channel, from: { externalId: who }, text, ...sides })).is<{ contact: { id: string } }>(201);
    };
    const { contact } = await write("ana", "web", "How much is it?");
    (await app.patch(`/v1/contacts/${contact.id}`, { branchId: branch.id })).is(200);
    minutes(2);
    await write("ana", "web", "Twenty", "bot");
    await write("ben", "telegram", "I want to talk to a real person");
    minutes(10);
    await write("ben", "telegram", "Here I am, this is Ana from the shop", "staff");
    await write("cai", "web", "Are you open?");

    const { days, outcomes } = await readOutcomes(app);

    // The answer of staff acknowledges the alert.
    const [none, one] = [{ raised: 0 }, { raised: 1, states: { open: 0, acknowledged: 1, resolved: 0 } }];
    const first = (count: number, medianSeconds: number, p90Seconds: number) => ({ count, medianSeconds, p90Seconds });
    expect(days.at(-1)?.outcome).toMatchObject({
      waits: { firstAnswer: first(2, 120, 600), endedBy: { bot: 1, staff: 1, customer: 0, done: 0 } },
      alerts: one,
    });
    expect(days.at(-2)?.outcome.waits.firstAnswer).toEqual({ count: 0, medianSeconds: null, p90Seconds: null });
    expect(outcomes.byChannel).toMatchObject([
      { channel: "telegram", waits: { waited: first(1, 600, 600) }, alerts: one },
      { channel: "web", waits: { waited: first(1, 120, 120) }, alerts: none },
    ]);
    expect(outcomes.byBranch).toMatchObject([
      { branchId: null, alerts: one },
      { branchId: branch.id, waits: { endedBy: { bot: 1 } }, alerts: none },
    ]);
    expect(outcomes.byRule).toMatchObject([{ alerts: one }]);
    expect((await readOutcomes(app, `?branch=${branch.id}`)).outcomes).toMatchObject({ waits: { firstAnswer: first(1, 120, 120) }, alerts: none });
    expect((await readOutcomes(app, "?branch=none&channel=web")).outcomes).toMatchObject({ waits: { waited: { count: 0 } }, alerts: none });
    expect((await readOutcomes(app, "?channel=telegram")).outcomes).toMatchObject({ waits: { firstAnswer: first(1, 600, 600) }, alerts: one });
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
