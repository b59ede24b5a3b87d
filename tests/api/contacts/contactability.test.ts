import { describe, expect, it } from "vitest";
import { hour } from "#core/rules/time.ts";
import { testApp } from "#tests/support/app.ts";

type Answer = { decision: string; until: string | null; reasons: { code: string; detail: string; until: string | null }[] };
type Made = { contact: { id: string }; conversation: { id: string } };

/** An agent whose clock stands where the test says, and Ana, who has written on Telegram. */
async function desk(at = "2026-03-04T12:00:00Z") {
  let now = Date.parse(at);
  const app = await testApp({ now: () => now });
  const said = async (text: string, channel = "telegram", more: object = {}) =>
    (await app.post("/v1/messages", { channel, from: { externalId: `${channel}-1`, name: "Ana" }, text, ...more })).is<Made>(201);
  const { contact, conversation } = await said("Hello");
  const asked = async (query = "", id = contact.id) => (await app.get(`/v1/contacts/${id}/contactability${query}`)).is<Answer>(200);
  const codes = async (query = "") => (await asked(query)).reasons.map(({ code }) => code);
  const pass = (ms: number) => {
    now += ms;
  };
  return { app, said, asked, codes, pass, contactId: contact.id, conversationId: conversation.id };
}

describe("GET /v1/contacts/{id}/contactability", () => {
  it("allows what nothing stands against", async () => {
    const { asked } = await desk();

    expect(await asked()).toEqual({ decision: "allow", until: null, reasons: [] });
    expect(await asked("?purpose=marketing&channel=telegram")).toEqual({ decision: "allow", until: null, reasons: [] });
  });

  it("denies everything but replies to somebody who has opted out, and allows it again after START", async () => {
    const { said, asked, codes } = await desk();
    await said("STOP");

    const denied = await asked("?purpose=marketing");
    const reply = await asked("?purpose=reply");
    await said("START");

    expect(denied).toEqual({
      decision: "deny",
      until: null,
      reasons: [{ code: "opted_out", detail: expect.stringContaining("opted out"), until: null }],
    });
    expect(reply.decision).toBe("allow");
    expect(await codes()).toEqual([]);
  });

  it("holds both for a while after a near miss", async () => {
    const { said, asked } = await desk();
    await said("please don't write me any more");

    expect(await asked()).toMatchObject({ decision: "delay", reasons: [{ code: "consent_hold", until: expect.stringContaining("2026-03-07") }] });
    expect((await asked("?purpose=reply")).decision).toBe("allow");
  });

  it("delays to the end of the night where the person is, now or at the time asked for", async () => {
    const { app, asked, contactId } = await desk();
    (await app.patch(`/v1/contacts/${contactId}`, { timeZone: "Asia/Manila" })).is(200);

    const now = await asked();
    const later = await asked("?at=2026-03-04T15:00:00Z");

    expect(now.decision).toBe("allow");
    expect(later).toMatchObject({ decision: "delay", until: "2026-03-05T00:00:00.000Z" });
    expect(later.reasons).toMatchObject([{ code: "quiet_hours", until: "2026-03-05T00:00:00.000Z" }]);
  });

  it("denies a channel on which they have no address", async () => {
    const { asked } = await desk();

    expect(await asked("?channel=email")).toMatchObject({ decision: "deny", reasons: [{ code: "no_identity" }] });
  });

  it("says when the platform's window has closed", async () => {
    const { said, app, pass } = await desk();
    const { contact } = await said("Hi", "whatsapp");
    pass(24 * hour);

    const { body } = await app.get(`/v1/contacts/${contact.id}/contactability?channel=whatsapp&purpose=reply`);

    expect(body).toMatchObject({ decision: "deny", reasons: [{ code: "window_closed" }] });
  });

  it("keeps the bot out where staff have taken over, until they release", async () => {
    const { app, codes, conversationId } = await desk();
    (await app.post(`/v1/conversations/${conversationId}/take-over`)).is(200);

    const taken = await codes("?purpose=reply");
    (await app.post(`/v1/conversations/${conversationId}/release`)).is(200);

    expect(taken).toEqual(["taken_over"]);
    expect(await codes("?purpose=reply")).toEqual([]);
  });

  it("refuses what it does not know, and knows nobody else's contacts", async () => {
    const { app, said, contactId } = await desk();
    const { contact: other } = await said("Hello", "web");
    (await app.post(`/v1/contacts/${contactId}/merge`, { otherId: other.id })).is(200);

    for (const query of ["channel=pigeon", "purpose=love", "at=soon", "surprising=1"]) {
      (await app.get(`/v1/contacts/${contactId}/contactability?${query}`)).is(422);
    }
    (await app.get("/v1/contacts/con_404/contactability")).is(404);
    (await app.otherAgent.get(`/v1/contacts/${contactId}/contactability`)).is(404);
    (await app.as(null).get(`/v1/contacts/${contactId}/contactability`)).is(401);
    (await app.get(`/v1/contacts/${other.id}/contactability`)).is(410);
  });
});

describe("POST /v1/conversations/{id}/take-over", () => {
  it("is done once by whoever is first; somebody else's is a conflict, and release gives it back", async () => {
    const { app, conversationId } = await desk();
    const path = `/v1/conversations/${conversationId}`;
    const { key } = (await app.post("/v1/keys", { name: "other desk", scopes: ["write", "read"] })).is<{ key: string }>(201);
    const colleague = app.as(key);

    const taken = (await app.post(`${path}/take-over`)).is<{ takenOverBy: string | null; takenOverAt: string | null }>(200);

    expect(taken).toMatchObject({ id: conversationId, takenOverAt: expect.any(String), takenOverBy: expect.any(String) });
    expect((await app.post(`${path}/take-over`)).is(200)).toEqual(taken);
    (await colleague.post(`${path}/take-over`)).is(409);
    expect((await app.post(`${path}/release`)).is(200)).toMatchObject({ takenOverAt: null, takenOverBy: null });
    expect((await colleague.post(`${path}/take-over`)).is(200)).toMatchObject({ takenOverAt: expect.any(String) });
  });

  it("is for the agent's own conversations", async () => {
    const { app, conversationId } = await desk();

    for (const verb of ["take-over", "release"]) {
      (await app.post(`/v1/conversations/cnv_404/${verb}`)).is(404);
      (await app.otherAgent.post(`/v1/conversations/${conversationId}/${verb}`)).is(404);
      (await app.as(null).post(`/v1/conversations/${conversationId}/${verb}`)).is(401);
    }
  });
});
