import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { MessageView } from "#api/views/messages/message.ts";
import { type Answer, testApp } from "#tests/support/app.ts";

const second = "2026-03-04T10:00:00Z";
const now = () => Date.parse("2026-03-04T10:00:30Z");
const clocked = () => testApp({ now });
type EntriesPage = { data: { text?: string; message?: { text: string } }[]; nextCursor: string | null };
type App = Awaited<ReturnType<typeof clocked>>;

const said = (text: string, more: object = {}) => ({ channel: "web", from: { externalId: "v-1" }, text, sentAt: second, ...more });

async function contactId({ get }: App): Promise<string> {
  const { data } = (await get("/v1/contacts")).is<{ data: { id: string }[] }>(200);
  return data[0]?.id ?? "none";
}

/** Texts of the only contact's messages, oldest first. */
async function texts(app: App): Promise<string[]> {
  const { data } = (await app.get(`/v1/contacts/${await contactId(app)}/messages?limit=100`)).is<{ data: MessageView[] }>(200);
  return data.map(({ text }) => text).reverse();
}

const forty = Array.from({ length: 40 }, (_, i) => `word ${i}`);

describe("messages of one instant stand in the order of a batch", () => {
  it.each<[string, (i: number) => object]>([
    ["without ids", () => ({})],
    ["with the platform's numbers", (i) => ({ externalId: `m-${i}` })],
    ["with ids that say nothing", () => ({ externalId: randomUUID() })],
    ["with and without ids that say nothing", (i) => (i % 3 === 0 ? { externalId: `wamid.${randomUUID()}` } : {})],
    ["of both sides", (i) => (i % 2 === 0 ? {} : { direction: "outbound" })],
  ])("%s", async (_kind, more) => {
    const app = await clocked();

    (await app.post("/v1/messages/batch", { messages: forty.map((text, i) => said(text, more(i))) })).is(200);

    expect(await texts(app)).toEqual(forty);
  });

  it("and page by page, in the timeline too", async () => {
    const app = await clocked();
    (await app.post("/v1/messages/batch", { messages: forty.map((text) => said(text, { externalId: randomUUID() })) })).is(200);
    const id = await contactId(app);

    for (const list of ["messages", "timeline"]) {
      const found: string[] = [];
      for (let cursor: string | null = ""; cursor !== null; ) {
        const answer: Answer = await app.get(`/v1/contacts/${id}/${list}?limit=7${cursor === "" ? "" : `&cursor=${cursor}`}`);
        const page = answer.is<EntriesPage>(200);
        found.push(...page.data.flatMap(({ text, message }) => message?.text ?? text ?? []));
        cursor = page.nextCursor;
      }

      expect(found.reverse()).toEqual(forty);
    }
  });
});

it("stand in the order of arrival when they come one by one", async () => {
  const app = await clocked();

  for (const text of forty) (await app.post("/v1/messages", said(text, { externalId: randomUUID() }))).is(201);

  expect(await texts(app)).toEqual(forty);
});

it("stand in the platform's order, however they arrive", async () => {
  const app = await clocked();
  const late = forty.map((text, i) => said(text, { channel: "telegram", from: { externalId: "7" }, externalId: `7:${i + 5}` })).reverse();

  for (const message of late) (await app.post("/v1/messages", message)).is(201);

  expect(await texts(app)).toEqual(forty);
});

const start = { decision: "opt_in" };
const stop = { decision: "opt_out" };

describe("of two words of one second the later one counts", () => {
  const cases: [string, string[], boolean][] = [
    ["START, STOP", ["START", "STOP"], true],
    ["STOP, START", ["STOP", "START"], false],
    ["STOP, START, STOP", ["STOP", "START", "STOP"], true],
    ["START, STOP, START", ["START", "STOP", "START"], false],
  ];

  it.each(cases)("%s, without ids", async (_name, words, optedOut) => {
    const app = await clocked();
    for (let who = 0; who < 10; who++) {
      const messages = words.map((text) => said(text, { from: { externalId: `v-${who}` } }));

      (await app.post("/v1/messages/batch", { messages })).is(200);
    }

    const { data } = (await app.get("/v1/contacts")).is<{ data: { optedOut: boolean }[] }>(200);
    expect(data.map((contact) => contact.optedOut)).toEqual(Array.from({ length: 10 }, () => optedOut));
  });

  it.each(cases)("%s, with the platform's numbers, in both orders of arrival", async (_name, words, optedOut) => {
    const app = await clocked();
    for (let who = 0; who < 10; who++) {
      const from = { externalId: `${who}` };
      const messages = words.map((text, i) => said(text, { channel: "telegram", from, externalId: `${who}:${i + 1}` }));
      if (who % 2 === 1) messages.reverse();

      for (const message of messages) (await app.post("/v1/messages", message)).is(201);
    }

    const { data } = (await app.get("/v1/contacts")).is<{ data: { optedOut: boolean }[] }>(200);
    expect(data.map((contact) => contact.optedOut)).toEqual(Array.from({ length: 10 }, () => optedOut));
  });

  it.each([
    [[start, stop], true],
    [[stop, start], false],
  ])("by the API: %j", async (decisions, optedOut) => {
    const app = await clocked();
    (await app.post("/v1/messages", said("Hello"))).is(201);
    const id = await contactId(app);

    for (let n = 0; n < 10; n++) for (const decision of decisions) (await app.post(`/v1/contacts/${id}/consents`, decision)).is(201);

    expect((await app.get(`/v1/contacts/${id}`)).is(200)).toMatchObject({ optedOut });
  });
});

describe("of two actions of one instant the later one counts", () => {
  it.each([
    [["booking_confirmed", "booking_cancelled"], "new"],
    [["booking_cancelled", "booking_confirmed"], "converted"],
  ])("%j", async (actions, status) => {
    const app = await clocked();
    for (let who = 0; who < 10; who++) {
      const from = { channel: "web", externalId: `v-${who}` };
      for (const action of actions) (await app.post("/v1/actions", { from, action, at: second })).is(201);
    }

    const { data } = (await app.get("/v1/contacts")).is<{ data: { status: string }[] }>(200);
    expect(data.map((contact) => contact.status)).toEqual(Array.from({ length: 10 }, () => status));
  });
});

it("of two edits and two stages of one instant the later one counts", async () => {
  const app = await clocked();
  (await app.post("/v1/messages", said("Hello"))).is(201);
  const id = await contactId(app);

  for (let n = 0; n < 20; n++) {
    (await app.patch(`/v1/contacts/${id}`, { name: `Name ${n}` })).is(200);
    (await app.put(`/v1/contacts/${id}/stage`, { stage: n % 2 === 0 ? "comparing" : "closing" })).is(200);
  }

  expect((await app.get(`/v1/contacts/${id}`)).is(200)).toMatchObject({ name: "Name 19", stage: "closing" });
});
