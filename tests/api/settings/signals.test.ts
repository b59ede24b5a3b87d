import { describe, expect, it } from "vitest";
import type { ContactView } from "#api/views/contacts/contact.ts";
import { sweepContacts } from "#core/usecases/contacts/sweep-contacts.ts";
import { type Client, testApp } from "#tests/support/app.ts";

type Signal = { id: string; version: number; points: number; warnings: { code: string; signal: string | null; other: string | null }[] };

const parking = { name: "Asks about parking", type: "keyword", phrases: ["parking", "aparcar"], points: 7, category: "engagement" };

async function says({ post }: Pick<Client, "post">, text: string): Promise<ContactView> {
  return (await post("/v1/messages", { channel: "web", from: { externalId: "v-1" }, text })).is<{ contact: ContactView }>(201).contact;
}

const codes = ({ warnings }: Signal) => warnings.map(({ code }) => code);

describe("/v1/signals", () => {
  it("makes, reads, lists, edits and deletes each kind", async () => {
    const { get, post, patch, delete: remove } = await testApp();
    const kinds: Record<string, unknown>[] = [
      parking,
      { name: "Asks the price twice", type: "ai", intent: "comparison", points: 3, category: "intent", repeat: { atMost: 2, perDays: 7 } },
      { name: "Came by", type: "action", action: "came_by", points: 9, category: "engagement", decay: { halfLifeDays: 7 }, cap: 18 },
      { name: "By the manager", type: "manual" },
    ];
    for (const kind of kinds) {
      const made = (await post("/v1/signals", kind)).is<Signal>(201);
      expect(made).toMatchObject({ ...kind, enabled: true, version: 1, category: kind.category ?? "manual", repeat: kind.repeat ?? "every" });

      expect((await get(`/v1/signals/${made.id}`)).is(200)).toMatchObject(kind);
      const edited = (await patch(`/v1/signals/${made.id}`, { category: "fit", enabled: false })).is<Signal>(200);
      expect(edited).toMatchObject({ ...kind, category: "fit", enabled: false, version: 2 });
      expect(codes(edited)).toContain("disabled");

      expect((await get("/v1/signals")).is<{ data: Signal[] }>(200).data.map(({ id }) => id)).toContain(made.id);
      (await remove(`/v1/signals/${made.id}`)).is(204);
      (await get(`/v1/signals/${made.id}`)).is(404);
      (await remove(`/v1/signals/${made.id}`)).is(404);
    }
  });

  it("names a signal by its name unless it is given an id", async () => {
    const { post } = await testApp();
    const idOf = async (changed: object) => (await post("/v1/signals", { ...parking, ...changed })).is<Signal>(201).id;

    expect(await idOf({ id: "car" })).toBe("car");
    expect(await idOf({ name: "Asks about: parking" })).toBe("asks_about_parking");
    expect(await idOf({ name: "Asks about parking?" })).toBe("asks_about_parking_2");
    expect(await idOf({ name: "¿Café?" })).toBe("cafe");
    expect(await idOf({ name: "駐車場" })).toBe("signal");
    expect(await idOf({ name: "Lint" })).toBe("lint_2");
    expect((await post("/v1/signals", { ...parking, id: "car" })).is(409)).toMatchObject({ signalId: "car", errors: [{ pointer: "/id" }] });
    expect((await post("/v1/signals", { ...parking, id: "lint" })).is(422)).toMatchObject({ errors: [{ pointer: "/id" }] });
  });

  it("counts the version up when anything but the name changes, and the settings with every change", async () => {
    const { get, post, patch } = await testApp();
    const { id } = (await post("/v1/signals", parking)).is<Signal>(201);
    const settings = async () => (await get("/v1/settings")).is<{ version: number }>(200).version;
    const versions = [];
    for (const change of [{ name: "Parking" }, { points: 8 }, { points: 8, name: "Parking" }, { phrases: ["parking"] }])
      versions.push([(await patch(`/v1/signals/${id}`, change)).is<Signal>(200).version, await settings()]);

    expect(versions).toEqual([
      [1, 3],
      [2, 4],
      [2, 4],
      [3, 5],
    ]);
  });

  it("keeps every change of ten that come at once", async () => {
    const { get, post } = await testApp();

    const made = await Promise.all(Array.from({ length: 10 }, (_, n) => post("/v1/signals", { ...parking, name: `Parking ${n}` })));

    expect(new Set(made.map((answer) => answer.is<Signal>(201).id)).size).toBe(10);
    expect((await get("/v1/settings")).is(200)).toMatchObject({ version: 11 });
  });

  it.each([
    ["/points", { ...parking, points: 1001 }],
    ["/phrases", { ...parking, phrases: undefined }],
    ["/phrases", { ...parking, phrases: [], patterns: [] }],
    ["/phrases/0", { ...parking, phrases: [" "] }],
    ["/patterns/1", { ...parking, patterns: ["cars?", "(car"] }],
    ["/patterns/0", { ...parking, patterns: ["x".repeat(201)] }],
    ["/patterns/0", { ...parking, patterns: ["(x)\\1"] }],
    ["/intent", { ...parking, intent: "thanks" }],
    ["/repeat", { ...parking, repeat: "twice" }],
    ["/decay", { ...parking, decay: { halfLifeDays: 0 } }],
    ["/type", { ...parking, type: "magic" }],
  ])("refuses a fault at %s", async (pointer, input) => {
    const { post } = await testApp();

    expect((await post("/v1/signals", input)).is(422)).toMatchObject({ errors: [{ pointer: expect.stringContaining(pointer) }] });
  });

  it("says what is wrong with a pattern", async () => {
    const { post } = await testApp();

    const { errors } = (await post("/v1/signals", { ...parking, patterns: ["(car"] })).is<{ errors: object[] }>(422);

    expect(errors).toEqual([{ pointer: "/patterns/0", detail: "is not a regular expression of RE2: missing closing ): `(car`" }]);
  });

  it("refuses in an edit what another type looks for, and a keyword signal without keywords", async () => {
    const { post, patch } = await testApp();
    const { id } = (await post("/v1/signals", parking)).is<Signal>(201);

    expect((await patch(`/v1/signals/${id}`, { action: "came_by" })).is(422)).toMatchObject({ errors: [{ pointer: "/action" }] });
    expect((await patch(`/v1/signals/${id}`, { phrases: [] })).is(422)).toMatchObject({ errors: [{ pointer: "/phrases" }] });
    expect((await patch(`/v1/signals/${id}`, { type: "manual" })).is(422)).toMatchObject({ errors: [{ pointer: "/type" }] });
    (await patch(`/v1/signals/${id}`, { phrases: [], patterns: ["park(ing)?"] })).is(200);
  });
});

describe("a change of the signals", () => {
  it("scores a contact again when it is touched next, and the others in the background", async () => {
    const { get, post, patch, delete: remove, ctx } = await testApp();
    const before = await says({ post }, "Is there parking?");
    const { id } = (await post("/v1/signals", parking)).is<Signal>(201);
    const score = async () => (await get(`/v1/contacts/${before.id}`)).is<ContactView>(200).score;
    expect(await score()).toBe(before.score);

    expect(await sweepContacts(ctx, { limit: 100 })).toBe(1);
    expect(await score()).toBe(before.score + 7);
    expect(await sweepContacts(ctx, { limit: 100 })).toBe(0);

    (await patch(`/v1/signals/${id}`, { points: 9 })).is(200);
    expect((await says({ post }, "Hello?")).score).toBe(before.score + 9);

    (await remove(`/v1/signals/${id}`)).is(204);
    await sweepContacts(ctx, { limit: 100 });
    expect(await score()).toBe(before.score);
    const explained = (await get(`/v1/contacts/${before.id}/score?verify=true`)).is<{ contributions: { signal: string }[] }>(200);
    expect(explained).toMatchObject({ verified: true });
    expect(explained.contributions.map(({ signal }) => signal)).not.toContain(id);
  });

  it("is seen at once in the explanation of the score, also before the contact is folded again", async () => {
    const { get, post } = await testApp();
    const contact = await says({ post }, "Is there parking?");
    (await post("/v1/signals", parking)).is(201);

    const explained = (await get(`/v1/contacts/${contact.id}/score`)).is<{ contributions: { signal: string; quote: string }[] }>(200);

    expect(explained.contributions).toContainEqual(expect.objectContaining({ signal: "asks_about_parking", quote: "parking" }));
  });

  it("reaches everybody in bounded steps", async () => {
    const { get, post, ctx } = await testApp();
    const messages = Array.from({ length: 300 }, (_, i) => ({ channel: "web", from: { externalId: `v-${i}` }, text: "Is there parking?" }));
    (await post("/v1/messages/batch", { messages })).is(200);
    (await post("/v1/signals", parking)).is(201);

    expect(await sweepContacts(ctx, { limit: 120 })).toBe(120);
    expect(await sweepContacts(ctx, { limit: 1000 })).toBe(180);
    expect(await sweepContacts(ctx, { limit: 1000 })).toBe(0);

    const { data } = (await get("/v1/contacts?limit=200")).is<{ data: ContactView[] }>(200);
    expect(new Set(data.map(({ score }) => score)).size).toBe(1);
  });

  it("finds patterns in any case and without accents, with the words that were found", async () => {
    const { get, post } = await testApp();
    (await post("/v1/signals", { ...parking, phrases: [], patterns: [String.raw`\b[0-9]+ (cars?|coches?)\b`] })).is(201);

    const { id } = await says({ post }, "We come with 12 CARS");

    const explained = (await get(`/v1/contacts/${id}/score`)).is<{ contributions: object[] }>(200);
    expect(explained.contributions).toContainEqual(expect.objectContaining({ signal: "asks_about_parking", quote: "12 cars" }));
  });
});

describe("what staff give", () => {
  it("counts once and exactly, also beside another signal of its kind", async () => {
    const { post } = await testApp();
    (await post("/v1/signals", { name: "By the manager", type: "manual" })).is(201);
    const { id } = await says({ post }, "How much is it?");

    const { contact } = (await post(`/v1/contacts/${id}/score-adjustments`, { setTo: 63, reason: "Our guess" })).is<{ contact: ContactView }>(201);

    expect(contact.score).toBe(63);
  });

  it("keeps a signal that takes it", async () => {
    const { post, patch, delete: remove } = await testApp();

    (await remove("/v1/signals/manual")).is(409);
    (await patch("/v1/signals/manual", { enabled: false })).is(409);

    const { id } = (await post("/v1/signals", { name: "By the manager", type: "manual" })).is<Signal>(201);
    (await remove("/v1/signals/manual")).is(204);
    (await remove(`/v1/signals/${id}`)).is(409);
  });
});

describe("GET /v1/signals/lint", () => {
  it("explains what is dead and what counts twice, as answers to changes do", async () => {
    const { get, post } = await testApp();
    expect((await get("/v1/signals/lint")).is(200)).toEqual({ data: [], nextCursor: null });

    const made = (await post("/v1/signals", { ...parking, phrases: ["a bulk order"], points: 0, category: "cars" })).is<Signal>(201);

    expect(codes(made)).toEqual(["no_points", "unknown_category", "contained_phrase"]);
    const { data } = (await get("/v1/signals/lint")).is<{ data: Signal["warnings"] }>(200);
    expect(data).toEqual(made.warnings);
    expect(codes((await get("/v1/signals/large_order")).is<Signal>(200))).toEqual(["contained_phrase"]);
  });
});
