import { describe, expect, it } from "vitest";
import type { ContactView } from "#api/views/contacts/contact.ts";
import { alertStates } from "#core/model/alert.ts";
import { inboxStates } from "#core/model/conversation.ts";
import { escalationKinds, severities } from "#core/model/escalation.ts";
import { type Client, testApp } from "#tests/support/app.ts";

type Score = {
  score: number;
  raw: number;
  rounded: number;
  contributions: { category: string; value: number; messageId: string | null; quote: string }[];
  steps: { value: number }[];
  verified?: boolean;
};

const sum = (lines: { value: number }[]) => lines.reduce((total, { value }) => total + value, 0);

async function buyer({ post }: Pick<Client, "post">): Promise<ContactView> {
  const input = { channel: "web", from: { externalId: "v-1" }, text: "How much is a room? I want to book one" };
  return (await post("/v1/messages", input)).is<{ contact: ContactView }>(201).contact;
}

describe("GET /v1/contacts/{id}/score", () => {
  it("explains the score by lines that add up to it, each with its words", async () => {
    const { post, get } = await testApp();
    const { id, score, grade } = await buyer({ post });

    const explained = (await get(`/v1/contacts/${id}/score?verify=true`)).is<Score>(200);

    expect(explained).toMatchObject({ score, grade, verified: true });
    expect(explained.contributions.length).toBeGreaterThan(1);
    expect(sum(explained.contributions) + sum(explained.steps)).toBeCloseTo(explained.raw, 6);
    expect(explained.contributions.every(({ messageId }) => messageId?.startsWith("msg_"))).toBe(true);
    expect(explained.contributions.filter(({ category }) => category === "intent").map(({ quote }) => quote.length > 0)).not.toContain(false);
  });

  it("looks at any instant", async () => {
    const { post, get } = await testApp();
    const { id } = await buyer({ post });

    expect((await get(`/v1/contacts/${id}/score?asOf=2020-01-01`)).is(200)).toMatchObject({
      score: 0,
      grade: "F",
      contributions: [],
      asOf: "2020-01-01T00:00:00.000Z",
    });
    (await get(`/v1/contacts/${id}/score?asOf=whenever`)).is(422);
  });
});

it("sums in the lifetime value what conversions that stand were worth", async () => {
  const { post, get } = await testApp();
  const { id } = await buyer({ post });
  const lifetimeValue = async () => (await get(`/v1/contacts/${id}`)).is<ContactView>(200).lifetimeValue;
  const act = async (action: string, properties: object) => (await post("/v1/actions", { contactId: id, action, properties })).is(201);
  expect(await lifetimeValue()).toBeNull();

  await act("purchase_completed", { amount: 120.5, currency: "EUR", reference: "P-1" });
  await act("purchase_completed", { amount: "79.50", currency: "eur", reference: "P-2" });

  expect(await lifetimeValue()).toEqual({ amount: 200, currency: "EUR" });
  await act("purchase_refunded", { reference: "P-1" });
  expect(await lifetimeValue()).toEqual({ amount: 79.5, currency: "EUR" });
});

describe("POST /v1/contacts/{id}/score-adjustments", () => {
  it("adds points, or sets the score as the difference of that moment", async () => {
    const { post, get } = await testApp();
    const { id, score } = await buyer({ post });

    const added = (await post(`/v1/contacts/${id}/score-adjustments`, { points: -20, reason: "A joke" })).is<{ contact: ContactView }>(201);
    expect(added.contact.score).toBe(score - 20);

    const set = (await post(`/v1/contacts/${id}/score-adjustments`, { setTo: 33, reason: "Our guess" })).is<{
      contact: ContactView;
      adjustment: object;
    }>(201);
    expect(set.contact.score).toBe(33);
    expect(set.adjustment).toMatchObject({ points: 33 - (score - 20), setTo: 33, reason: "Our guess", by: "key_admin" });
    expect((await get(`/v1/contacts/${id}/score?verify=true`)).is(200)).toMatchObject({ score: 33, verified: true });
  });

  it("adds up ten adjustments that come at once", async () => {
    const { post, get } = await testApp();
    const { id } = (await post("/v1/contacts", { name: "Ana" })).is<ContactView>(201);

    await Promise.all(Array.from({ length: 10 }, () => post(`/v1/contacts/${id}/score-adjustments`, { points: 3, reason: "One each" })));

    expect((await get(`/v1/contacts/${id}`)).is(200)).toMatchObject({ score: 30 });
  });

  it.each([
    {},
    { points: 5 },
    { reason: "x" },
    { points: 5, setTo: 5, reason: "x" },
    { setTo: 101, reason: "x" },
    { points: 1.5, reason: "x" },
    { points: 1, reason: " " },
  ])("refuses %j", async (input) => {
    const { post } = await testApp();
    const { id } = (await post("/v1/contacts", { name: "Ana" })).is<ContactView>(201);

    (await post(`/v1/contacts/${id}/score-adjustments`, input)).is(422);
  });
});

describe("PUT /v1/contacts/{id}/stage", () => {
  it("sets any stage, back too, until later evidence moves it forward", async () => {
    const { post, put } = await testApp();
    const { id } = await buyer({ post });

    expect((await put(`/v1/contacts/${id}/stage`, { stage: "inquiry", reason: "Only browsing" })).is(200)).toMatchObject({ stage: "inquiry" });
    const input = { channel: "web", from: { externalId: "v-1" }, text: "I want to book a room" };
    expect((await post("/v1/messages", input)).is(201)).toMatchObject({ contact: { stage: "closing" } });
    expect((await put(`/v1/contacts/${id}/stage`, { stage: "asleep" })).is(422)).toMatchObject({ errors: [{ pointer: "/stage" }] });
  });
});

describe("GET /v1/contacts/{id}/sentiment", () => {
  it("shows tone, trend and the messages that say it most strongly", async () => {
    const { post, get } = await testApp();
    const say = (text: string) => post("/v1/messages", { channel: "web", from: { externalId: "v-1" }, text });
    const { contact } = (await say("I love it, this is wonderful, thank you so much!")).is<{ contact: ContactView }>(201);
    await say("12");

    expect((await get(`/v1/contacts/${contact.id}/sentiment`)).is(200)).toMatchObject({
      messages: 1,
      strongest: [{ text: expect.stringContaining("love") }],
    });
  });
});

describe("GET /v1/pipeline", () => {
  it("counts every stage, and who went on from it", async () => {
    const { post, get } = await testApp();
    await buyer({ post });
    await post("/v1/contacts", { name: "Ana" });

    const { stages } = (await get("/v1/pipeline")).is<{ stages: { stage: string; count: number; conversion: number | null }[] }>(200);

    expect(stages.map(({ stage, count }) => [stage, count])).toEqual([
      ["inquiry", 1],
      ["comparing", 0],
      ["closing", 1],
      ["in_progress", 0],
      ["follow_up", 0],
    ]);
    expect(stages[0]?.conversion).toBe(0.5);
  });
});

describe("GET /v1/meta", () => {
  it("gives every closed word its label, colour and icon", async () => {
    const { get } = await testApp();

    const meta = (await get("/v1/meta")).is<Record<string, { value: string }[]>>(200);

    const colours = Object.fromEntries((meta.statuses ?? []).map((status) => [status.value, (status as { color?: string }).color]));
    expect(colours).toEqual({ converted: "emerald", churned: "red", qualified: "purple", active: "green", inactive: "gray", new: "blue" });
    expect(meta.stages?.find(({ value }) => value === "closing")).toMatchObject({ label: "Closing", subtitle: "Decision", position: 3, of: 5 });
    expect(meta.sentimentLevels?.find(({ value }) => value === "very_negative")).toMatchObject({
      label: "Very Negative",
      color: "red",
      icon: "angry-face",
    });
    expect(meta.flags).toMatchObject([
      { value: "vip", color: "purple", icon: "crown" },
      { value: "atRisk", color: "red", icon: "alert" },
    ]);
    const words = (list: string) => meta[list]?.map(({ value }) => value);
    expect(words("severities")).toEqual(severities);
    expect(words("alertStates")).toEqual(alertStates);
    expect(words("conversationStates")?.sort()).toEqual([...inboxStates].sort());
    expect(words("escalationKinds")).toEqual(escalationKinds);
    const full = { label: expect.stringMatching(/./), color: expect.stringMatching(/./), icon: expect.stringMatching(/./) };
    for (const label of Object.values(meta).flat()) expect(label).toMatchObject(full);
  });
});
