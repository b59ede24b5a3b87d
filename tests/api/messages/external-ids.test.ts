import { describe, expect, it } from "vitest";
import { testApp } from "#tests/support/app.ts";

const message = (who: string, more: object = {}) => ({ channel: "web", from: { externalId: who }, text: `from ${who}`, externalId: "m-1", ...more });
const action = (who: string, more: object = {}) => ({
  from: { channel: "web", externalId: who },
  action: "form_submitted",
  externalId: "a-1",
  ...more,
});

type Case = { kind: string; path: string; first: object; second: object; status: number };

/** What comes second under the id of what came first: a repeat, or something of somebody else. */
const cases: Case[] = [
  { kind: "a message, repeated", path: "messages", first: message("ana"), second: message("ana"), status: 200 },
  { kind: "a message, repeated with other words", path: "messages", first: message("ana"), second: message("ana", { text: "Hi" }), status: 200 },
  { kind: "a message of another sender", path: "messages", first: message("ana"), second: message("ben"), status: 409 },
  { kind: "a message on another account", path: "messages", first: message("ana"), second: message("ben", { account: "other" }), status: 201 },
  { kind: "a message on another channel", path: "messages", first: message("ana"), second: message("ben", { channel: "facebook" }), status: 201 },
  { kind: "a message of ours to another", path: "messages", first: message("ana"), second: message("ben", { direction: "outbound" }), status: 409 },
  {
    kind: "an answer under the id of the question",
    path: "messages",
    first: message("ana"),
    second: message("ana", { direction: "outbound" }),
    status: 409,
  },
  { kind: "an action, repeated", path: "actions", first: action("ana"), second: action("ana"), status: 200 },
  { kind: "an action of somebody new", path: "actions", first: action("ana"), second: action("ben"), status: 409 },
  {
    kind: "an action of somebody on another channel",
    path: "actions",
    first: action("ana"),
    second: { ...action("ana"), from: { channel: "email", externalId: "ana@example.com" } },
    status: 409,
  },
];

describe("what comes under an externalId that was seen before", () => {
  it.each(cases)("$kind", async ({ path, first, second, status }) => {
    const { post } = await testApp();
    const before = (await post(`/v1/${path}`, first)).is<{ contact: { id: string } }>(201);

    const answer = (await post(`/v1/${path}`, second)).is(status);

    if (status === 409) expect(answer).toMatchObject({ errors: [{ pointer: "/externalId" }], contactId: before.contact.id });
    if (status === 200) expect(answer).toMatchObject({ contact: { id: before.contact.id } });
  });

  it("is known by its conversation when both senders are contacts, also when they are one person", async () => {
    const { post } = await testApp();
    const ana = (await post("/v1/messages", message("ana"))).is<{ contact: { id: string } }>(201);
    const ben = (await post("/v1/messages", message("ben", { externalId: "m-2" }))).is<{ contact: { id: string } }>(201);
    (await post("/v1/messages", message("ben"))).is(409);

    (await post(`/v1/contacts/${ana.contact.id}/merge`, { otherId: ben.contact.id, override: true })).is(200);

    (await post("/v1/messages", message("ben"))).is(409);
    (await post("/v1/messages", message("ana"))).is(200);
    (await post("/v1/messages", message("ben", { externalId: "m-2" }))).is(200);
  });

  it("fails alone in a batch, and among requests at once", async () => {
    const { post } = await testApp();
    const messages = [message("ana"), message("ben"), message("ana"), message("cleo", { externalId: "m-3" })];

    const { results } = (await post("/v1/messages/batch", { messages })).is<{ results: { status: number; problem?: object }[] }>(200);

    expect(results.map(({ status }) => status)).toEqual([201, 409, 200, 201]);
    expect(results[1]?.problem).toMatchObject({ errors: [{ pointer: "/externalId" }] });
    const answers = await Promise.all(["dora", "ed", "flo"].map((who) => post("/v1/messages", message(who, { externalId: "m-9" }))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it("is known of actions by the contact's id, too", async () => {
    const { post } = await testApp();
    const ana = (await post("/v1/actions", action("ana"))).is<{ contact: { id: string } }>(201);
    const ben = (await post("/v1/messages", message("ben"))).is<{ contact: { id: string } }>(201);
    const by = (contactId: string) => ({ contactId, action: "form_submitted", externalId: "a-1" });

    (await post("/v1/actions", by(ana.contact.id))).is(200);
    (await post("/v1/actions", by(ben.contact.id))).is(409);
    (await post("/v1/actions", by("con_01kaw3v6h0abcdefghjkmnpqrs"))).is(404);
  });
});
