import { describe, expect, it } from "vitest";
import { day, hour } from "#core/rules/time.ts";
import { processDueFollowUps } from "#core/usecases/followups/process-due.ts";
import { desk, type FollowUp, list, once, type Page } from "#tests/support/followups/followup-app.ts";

describe("POST /v1/followups", () => {
  it("sets a reminder in the words given, and suggests words where none are", async () => {
    const { app, remind, iso, contactId, conversationId } = await desk();

    const given = await remind({ reason: "ask about the move", text: "How did the move go?" });
    const suggested = await remind();

    expect(given).toMatchObject({
      contactId,
      conversationId,
      kind: "reminder",
      state: "proposed",
      channel: "telegram",
      dueAt: iso(hour),
      attempt: 1,
    });
    expect(given).toMatchObject({ reason: "ask about the move", text: "How did the move go?", originalText: "How did the move go?", outcome: null });
    expect(suggested.text).not.toBe("");
    expect((await app.get(`/v1/followups/${given.id}`)).is(200)).toEqual(given);
  });

  it("answers a repeat with the first answer, and refuses the key with another body", async () => {
    const { app, contactId, iso } = await desk();
    const body = { contactId, dueAt: iso(hour), reason: "call" };

    const first = await app.post("/v1/followups", body, once("k"));
    const second = await app.post("/v1/followups", body, once("k"));

    expect([second.status, second.body]).toEqual([201, first.body]);
    (await app.post("/v1/followups", { ...body, reason: "write" }, once("k"))).is(409);
    expect(await list(app)).toHaveLength(1);
  });

  it("says which field is wrong, and whom there is not", async () => {
    const { app, contactId, iso } = await desk();
    const faults = [
      { contactId, dueAt: iso(-2 * day) },
      { contactId, dueAt: iso(4000 * day) },
      { contactId, dueAt: "tomorrow" },
      { contactId, dueAt: iso(), text: "" },
      { contactId, dueAt: iso(), surprising: 1 },
      { dueAt: iso() },
    ];

    for (const body of faults) (await app.post("/v1/followups", body)).is(422);
    (await app.post("/v1/followups", { contactId: "con_404", dueAt: iso() })).is(404);
    (await app.otherAgent.post("/v1/followups", { contactId, dueAt: iso() })).is(404);
    (await app.as(null).post("/v1/followups", { contactId, dueAt: iso() })).is(401);
  });
});

describe("GET /v1/followups", () => {
  it("is the queue, earliest due first, page by page", async () => {
    const { app, remind, iso } = await desk();
    const later = await remind({ dueAt: iso(3 * hour) });
    const soon = await remind({ dueAt: iso(hour) });
    const between = await remind({ dueAt: iso(2 * hour) });

    const first = (await app.get("/v1/followups?limit=2")).is<Page>(200);
    const rest = (await app.get(`/v1/followups?limit=2&cursor=${first.nextCursor}`)).is<Page>(200);

    expect([...first.data, ...rest.data].map(({ id }) => id)).toEqual([soon.id, between.id, later.id]);
    expect(rest.nextCursor).toBeNull();
  });

  it("is filtered by state, kind, trigger, contact and due time", async () => {
    const { app, remind, said, pass, iso, contactId } = await desk();
    await said("How much is the room?");
    await said("It is 4,500 a night. Which date do you need?", { direction: "outbound", author: "staff" });
    pass(day);
    await processDueFollowUps(app.ctx, { limit: 100 });
    const reminder = await remind({ dueAt: iso(5 * hour) });
    const dismissed = await remind({ dueAt: iso(6 * hour) });
    (await app.post(`/v1/followups/${dismissed.id}/dismiss`, {})).is(200);
    const kinds = async (query: string) => (await list(app, query)).map(({ kind, state }) => `${kind} ${state}`);

    expect(await kinds("?state=proposed")).toEqual(["ghosting proposed", "reminder proposed"]);
    expect(await kinds("?state=dismissed,sent")).toEqual(["reminder dismissed"]);
    expect(await kinds("?kind=ghosting")).toEqual(["ghosting proposed"]);
    expect(await kinds("?trigger=ghosting")).toEqual(["ghosting proposed"]);
    expect(await kinds(`?contactId=${contactId}&kind=reminder`)).toHaveLength(2);
    expect(await kinds("?contactId=con_404")).toEqual([]);
    expect((await list(app, `?dueBefore=${iso(6 * hour)}&kind=reminder`)).map(({ id }) => id)).toEqual([reminder.id]);
    expect(await list(app.otherAgent)).toEqual([]);
    for (const query of ["?state=asleep", "?kind=love", "?surprising=1", "?dueBefore=now", "?limit=201"])
      (await app.get(`/v1/followups${query}`)).is(422);
  });
});

describe("POST /v1/followups/{id}/approve", () => {
  it("puts exactly the text that was shown on its way, once, however often the request comes", async () => {
    const { app, remind } = await desk();
    const { id, fingerprint, text } = await remind({ text: "How did the move go?" });

    const first = await app.post(`/v1/followups/${id}/approve`, { fingerprint }, once("k"));
    const second = await app.post(`/v1/followups/${id}/approve`, { fingerprint }, once("k"));
    const third = await app.post(`/v1/followups/${id}/approve`, { fingerprint });

    expect(first.is(200)).toMatchObject({ state: "approved", text, auto: false, deliveryId: expect.any(String) });
    expect([second.status, second.body, second.headers.get("idempotency-replayed")]).toEqual([200, first.body, "true"]);
    expect(third.is(409)).toMatchObject({ code: "conflict" });
    expect((await app.get("/v1/deliveries")).is<{ data: object[] }>(200).data).toMatchObject([{ state: "queued" }]);
  });

  it("refuses the fingerprint of a text that has changed since, and sends nothing", async () => {
    const { app, remind } = await desk();
    const { id, fingerprint } = await remind({ text: "How did the move go?" });
    const edited = (await app.post(`/v1/followups/${id}/edit`, { text: "How was the move, Ana?" })).is<FollowUp>(200);

    expect((await app.post(`/v1/followups/${id}/approve`, { fingerprint })).is(409)).toMatchObject({
      fingerprint: edited.fingerprint,
      errors: [{ pointer: "/fingerprint", detail: expect.stringContaining(edited.fingerprint) }],
    });

    expect(edited).toMatchObject({ originalText: "How did the move go?", text: "How was the move, Ana?" });
    expect(edited).toMatchObject({ difference: expect.arrayContaining([{ kind: "same", text: expect.stringContaining("move") }]) });
    expect((await app.get("/v1/deliveries")).is(200)).toMatchObject({ data: [] });
    (await app.post(`/v1/followups/${id}/approve`, { fingerprint: edited.fingerprint })).is(200);
  });

  it("sends other words in its place, and keeps the original beside them", async () => {
    const { app, remind } = await desk();
    const { id, fingerprint } = await remind({ text: "How did the move go?" });

    const approved = (await app.post(`/v1/followups/${id}/approve`, { fingerprint, text: "All well after the move?" })).is<FollowUp>(200);

    expect(approved).toMatchObject({ state: "approved", text: "All well after the move?", originalText: "How did the move go?" });
    (await app.post(`/v1/followups/${id}/edit`, { text: "Too late" })).is(409);
  });

  it("says why somebody may not be written to", async () => {
    const { app, remind, contactId } = await desk();
    (await app.post(`/v1/contacts/${contactId}/consents`, { decision: "opt_out" })).is(201);
    const { id, fingerprint } = await remind();

    const refused = (await app.post(`/v1/followups/${id}/approve`, { fingerprint })).is<{ detail: string }>(409);

    expect(refused.detail).toContain("opted out");
    for (const body of [{}, { fingerprint, text: "" }, { fingerprint: 7 }]) (await app.post(`/v1/followups/${id}/approve`, body)).is(422);
    (await app.otherAgent.post(`/v1/followups/${id}/approve`, { fingerprint })).is(404);
  });
});

describe("the other decisions", () => {
  it("dismiss, snooze and withdraw, and say so once more when they are repeated with their key", async () => {
    const { app, remind, iso } = await desk();
    const [one, two, three] = [await remind(), await remind(), await remind()];

    const snooze = { until: iso(2 * day) };
    const snoozed = await app.post(`/v1/followups/${two.id}/snooze`, snooze, once("s"));

    expect((await app.post(`/v1/followups/${one.id}/dismiss`, { reason: "called her" })).is(200)).toMatchObject({
      state: "dismissed",
      endedBecause: "called her",
    });
    expect(snoozed.is(200)).toMatchObject({ state: "snoozed", snoozedUntil: snooze.until });
    expect((await app.post(`/v1/followups/${two.id}/snooze`, snooze, once("s"))).body).toEqual(snoozed.body);
    (await app.post(`/v1/followups/${three.id}/approve`, { fingerprint: three.fingerprint })).is(200);
    expect((await app.post(`/v1/followups/${three.id}/withdraw`, {})).is(200)).toMatchObject({ state: "withdrawn" });
    expect((await app.get("/v1/deliveries")).is(200)).toMatchObject({ data: [{ state: "skipped", reason: "withdrawn" }] });
    (await app.post(`/v1/followups/${one.id}/dismiss`, {})).is(409);
    (await app.post(`/v1/followups/${one.id}/snooze`, snooze)).is(409);
    (await app.post(`/v1/followups/${three.id}/withdraw`, {})).is(409);
  });

  it("are refused where they make no sense, and to others", async () => {
    const { app, remind, iso } = await desk();
    const { id } = await remind();

    (await app.post(`/v1/followups/${id}/snooze`, { until: iso(-1) })).is(422);
    (await app.post(`/v1/followups/${id}/snooze`, { until: iso(400 * day) })).is(422);
    (await app.post(`/v1/followups/${id}/edit`, { text: "  " })).is(422);
    (await app.post(`/v1/followups/${id}/edit`, { text: "x".repeat(4097) })).is(422);
    (await app.post("/v1/followups/fup_404/dismiss", {})).is(404);
    for (const verb of ["dismiss", "withdraw"]) (await app.otherAgent.post(`/v1/followups/${id}/${verb}`, {})).is(404);
    (await app.otherAgent.get(`/v1/followups/${id}`)).is(404);
    expect(await list(app)).toMatchObject([{ id, state: "proposed" }]);
  });
});

describe("what is told of all of them", () => {
  it("the report counts by trigger what became of those made in the span", async () => {
    const { app, remind, pass, iso } = await desk();
    await remind();
    const second = await remind();
    (await app.post(`/v1/followups/${second.id}/dismiss`, {})).is(200);
    pass(hour);

    const { data } = (await app.get("/v1/followups/report")).is<{ data: object[] }>(200);
    const before = (await app.get(`/v1/followups/report?to=${iso(-day)}`)).is(200);

    expect(data).toMatchObject([{ kind: "reminder", trigger: "reminder", proposed: 2, sent: 0, states: { proposed: 1, dismissed: 1, sent: 0 } }]);
    expect(data).toMatchObject([{ rates: { replied: null, converted: null, optedOut: null } }]);
    expect(before).toMatchObject({ data: [] });
    expect((await app.otherAgent.get("/v1/followups/report")).is(200)).toMatchObject({ data: [] });
  });

  it("the presets can be put into the settings as they are", async () => {
    const { app } = await desk();
    const { data } = (await app.get("/v1/followups/presets")).is<{ data: { id: string }[] }>(200);
    const { settings } = (await app.get("/v1/settings")).is<{ settings: { followUps: object } }>(200);

    const planned = await app.post("/v1/settings/plan", { settings: { ...settings, followUps: { ...settings.followUps, custom: data } } });

    expect(data.map(({ id }) => id)).toEqual(["abandoned_booking", "quote_sent", "no_show", "post_purchase_check_in", "win_back"]);
    planned.is(200);
  });
});
