import { describe, expect, it } from "vitest";
import { type Client, testApp } from "#tests/support/app.ts";

type Part = { value: unknown; because: string; settingsVersion: number; evidence: { factId: string; quote: string }[]; reviewAt: string | null };
type Explanation = Record<"status" | "stage" | "score" | "sentiment" | "vip" | "atRisk", Part> & { asOf: string; contactId: string };
type Said = { message: { id: string }; contact: { id: string } & Record<string, unknown> };

const hour = 3_600_000;
const start = Date.now() - 10 * hour;
const moment = (hours: number) => new Date(start + hours * hour).toISOString();

async function say({ post }: Pick<Client, "post">, text: string, hours: number, more: object = {}): Promise<Said> {
  const input = { channel: "web", from: { externalId: "v-1" }, text, sentAt: moment(hours), ...more };
  return (await post("/v1/messages", input)).is<Said>(201);
}

describe("GET /v1/contacts/{id}/explanation", () => {
  it("gives every derived value with its facts, their words, the rule, its version and its horizon", async () => {
    const app = await testApp();
    await say(app, "How much is a room?", 0);
    const { message, contact } = await say(app, "I want to book it, you are wonderful!", 1);

    const explained = (await app.get(`/v1/contacts/${contact.id}/explanation`)).is<Explanation>(200);

    expect(explained).toMatchObject({
      contactId: contact.id,
      status: { value: contact.status, rule: "status.qualified", settingsVersion: 1, reviewAt: expect.any(String) },
      stage: { value: contact.stage },
      score: { value: contact.score, grade: contact.grade },
      sentiment: { value: (contact.sentiment as { level: string }).level },
      vip: { value: false, because: expect.stringContaining("3 conversions") },
      atRisk: { value: false },
    });
    for (const part of [explained.status, explained.stage, explained.score, explained.sentiment])
      expect(part.evidence.map(({ factId }) => factId)).toContain(message.id);
    expect(explained.status.evidence[0]?.quote).toContain("book");
  });

  it("looks at any instant", async () => {
    const app = await testApp();
    const { contact } = await say(app, "How much is a room?", 0);
    await say(app, "I want to book it", 2);
    await app.post(`/v1/contacts/${contact.id}/score-adjustments`, { points: 9, reason: "Met at the fair" });
    const at = async (query: string) => (await app.get(`/v1/contacts/${contact.id}/explanation${query}`)).is<Explanation>(200);

    const [before, between, now] = [await at(`?asOf=${moment(-1)}`), await at(`?asOf=${moment(1)}`), await at("")];

    expect([before.status.value, between.status.value, now.status.value]).toEqual(["new", "new", "qualified"]);
    expect([before.score.value, between.score.value]).toEqual([0, 20]);
    expect(now.score).toMatchObject({ value: 85, evidence: expect.arrayContaining([expect.objectContaining({ quote: "Met at the fair" })]) });
    expect(before.score.evidence).toEqual([]);
    expect(between.asOf).toBe(moment(1));
    (await app.get(`/v1/contacts/${contact.id}/explanation?asOf=soon`)).is(422);
    (await app.get("/v1/contacts/con_nobody/explanation")).is(404);
  });

  it("goes by today's settings, also before the contact is folded again", async () => {
    const app = await testApp();
    const { contact } = await say(app, "Is there parking?", 0);
    (await app.post("/v1/signals", { name: "Parking", type: "keyword", phrases: ["parking"], points: 7, category: "fit" })).is(201);

    const { score } = (await app.get(`/v1/contacts/${contact.id}/explanation`)).is<Explanation>(200);

    expect(score).toMatchObject({ settingsVersion: 2, arithmetic: expect.arrayContaining(["parking@1: 7"]) });
  });
});

describe("the timeline", () => {
  it("tells of each change of status and stage what caused it", async () => {
    const app = await testApp();
    const { message, contact } = await say(app, "I want to book a room", 0);
    (await app.put(`/v1/contacts/${contact.id}/stage`, { stage: "inquiry" })).is(200);

    const { data } = (await app.get(`/v1/contacts/${contact.id}/timeline`)).is<{ data: { type: string; kind?: string; to?: string }[] }>(200);

    const moves = data.filter(({ type }) => type === "transition");
    expect(moves.length).toBeGreaterThanOrEqual(3);
    expect(moves).toContainEqual(
      expect.objectContaining({ kind: "stage", to: "closing", cause: { kind: "message", ref: message.id }, settingsVersion: 1 }),
    );
    expect(moves).toContainEqual(
      expect.objectContaining({ kind: "stage", to: "inquiry", cause: { kind: "stage", ref: expect.stringMatching(/^stg_/) } }),
    );
  });
});
