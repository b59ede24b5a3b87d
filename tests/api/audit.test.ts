import { describe, expect, it } from "vitest";
import { type Client, idleBackground, type TestApp, testApp } from "#tests/support/app.ts";
import { guarded, type Operation } from "#tests/support/operations.ts";
import { fill, oneOfEach } from "#tests/support/records/one-of-each.ts";
import { preparedRequests } from "#tests/support/records/prepared-requests.ts";

type Line = { action: string; subjectId: string | null; actor: object; detail: object };

/** Messages and actions are facts that name who has sent them, and come by the million; the others change nothing. */
const factsThemselves = ["createMessage", "createMessages", "createAction"];
const changesNothing = [
  "previewMerge",
  "previewTemplate",
  "lintSettings",
  "previewChangeOfContacts",
  "dryRunEscalationRule",
  "dryRunNewEscalationRule",
];
/** Takes data out, or shows a secret. */
const exports = ["exportContacts", "getMessageMedia", "listImportRows", "getIdentitySecret"];
const changes = guarded.filter(({ method, id }) => method !== "GET" && ![...factsThemselves, ...changesNothing].includes(id));
const byExample = changes.filter(({ id }) => !(id in preparedRequests));
const byPreparation = changes.flatMap(({ id, ...operation }) => {
  const prepare = preparedRequests[id];
  return prepare ? [{ ...operation, id, prepare }] : [];
});
const actionOf = ({ auditAction, id }: Operation) => auditAction ?? id;

/** The example of the document, about a contact that is there and the settings as `oneOfEach` leaves them. */
function ofOurs(body: unknown, ids: { contacts: string }): unknown {
  return body === undefined
    ? undefined
    : JSON.parse(
        JSON.stringify(body)
          .replaceAll(/con_01\w+/g, ids.contacts)
          .replace('"version":1', '"version":3'),
      );
}

/** A key of its own, so that its lines are told from those of what the test has made. */
async function auditedKey(app: TestApp): Promise<{ id: string; client: Client; lines(): Promise<Line[]> }> {
  const { id, key } = (await app.post("/v1/keys", { name: "audited", scopes: ["admin"] })).is<{ id: string; key: string }>(201);
  const lines = async () => (await app.get(`/v1/audit?actorId=${id}`)).is<{ data: Line[] }>(200).data;
  return { id, client: app.as(key), lines };
}

describe("the audit log", () => {
  it("has a line for every change that the example of the document makes, with who did what to what", async () => {
    let app = await testApp();
    let ids = await oneOfEach(app);
    for (const operation of byExample) {
      let { id: keyId, client, lines } = await auditedKey(app);
      let answer = await client.send(operation.method, fill(operation, ids), ofOurs(operation.body, ids));
      if (answer.status >= 300) {
        // What it needs was deleted or changed by one of the operations before it.
        app = await testApp();
        ids = await oneOfEach(app);
        if (operation.id === "connectAccount") (await app.delete(`/v1/connections/${ids.connections}`)).is(204);
        ({ id: keyId, client, lines } = await auditedKey(app));
        answer = await client.send(operation.method, fill(operation, ids), ofOurs(operation.body, ids));
      }
      const path = fill(operation, ids);

      expect([operation.id, answer.status < 300 ? "done" : answer.text]).toEqual([operation.id, "done"]);
      const [line, ...more] = await lines();
      expect([operation.id, line, more]).toMatchObject([operation.id, { action: actionOf(operation), actor: { kind: "key", id: keyId } }, []]);
      const named = path.split("/")[3];
      if (operation.path.includes("{"))
        expect([operation.id, line?.subjectId]).toEqual([operation.id, operation.path.split("/")[3]?.startsWith("{") ? named : line?.subjectId]);
      const { id: made } = (answer.body ?? {}) as { id?: string };
      if (!operation.path.includes("{") && made !== undefined) expect([operation.id, line?.subjectId]).toEqual([operation.id, made]);
    }
  });

  it("has one line for every change that needs something made before, with who did what to what", async () => {
    const app = await testApp({ background: { ...idleBackground, queue: { ...idleBackground.queue, retry: async () => true } } });
    const ids = await oneOfEach(app);
    expect(byPreparation.map(({ id }) => id).sort()).toEqual(Object.keys(preparedRequests).sort());

    for (const operation of byPreparation) {
      const { path, body, headers } = await operation.prepare(app, ids);
      const { id: keyId, client, lines } = await auditedKey(app);
      const answer = await client.send(operation.method, path, body, headers);

      expect([operation.id, answer.status < 300 ? "done" : answer.text]).toEqual([operation.id, "done"]);
      // What it is about is in its path; else it is what was made, where the answer names that.
      const made = (answer.body as { id?: string } | undefined)?.id;
      const subject = operation.path.includes("{") ? path.split("/")[3] : (made ?? null);
      const line = { action: actionOf(operation), actor: { kind: "key", id: keyId }, subjectId: subject };
      expect([operation.id, ...(await lines())]).toMatchObject([operation.id, line]);
    }
  });

  it("has a line for every export of the document", async () => {
    const app = await testApp();
    const ids = await oneOfEach(app);
    for (const operation of guarded.filter(({ id }) => exports.includes(id))) {
      const { client, lines } = await auditedKey(app);
      const answer = await client.get(fill(operation, ids));
      if (operation.id === "getMessageMedia") continue;
      expect([operation.id, answer.status]).toEqual([operation.id, 200]);
      expect([operation.id, await lines()]).toMatchObject([operation.id, [{ action: operation.id }]]);
    }
  });

  it("has none for readings, for facts and for what changes nothing", async () => {
    const app = await testApp();
    const ids = await oneOfEach(app);
    const { client, lines } = await auditedKey(app);
    const silent = guarded.filter(
      ({ id, method }) => [...factsThemselves, ...changesNothing].includes(id) || (method === "GET" && !exports.includes(id)),
    );

    for (const operation of silent) await client.send(operation.method, fill(operation, ids), operation.body);

    expect(await lines()).toEqual([]);
  });

  it("has a line for each contact that a request deletes, and none for those that are not there", async () => {
    const app = await testApp();
    const made = await Promise.all(["Ana", "Ben"].map(async (name) => (await app.post("/v1/contacts", { name })).is<{ id: string }>(201).id));
    const { client, lines } = await auditedKey(app);

    (await client.post("/v1/contacts/delete", { ids: [...made, "con_nobody"], confirm: made.length }, { "idempotency-key": "k" })).is(200);
    (await client.delete("/v1/contacts/con_nobody")).is(404);

    expect((await lines()).map(({ action, subjectId }) => `${action} ${subjectId}`).sort()).toEqual(made.map((id) => `deleteContacts ${id}`).sort());
  });

  it("has merges, imports and settings, and says what work on many does", async () => {
    const app = await testApp();
    const [a = "", b = ""] = await Promise.all(
      ["Ana", "Ben"].map(async (name) => (await app.post("/v1/contacts", { name })).is<{ id: string }>(201).id),
    );
    const { client, lines } = await auditedKey(app);
    const did = async (work: () => Promise<unknown>) => {
      const before = (await lines()).length;
      await work();
      const all = await lines();
      return all.slice(0, all.length - before).map(({ action, subjectId, detail }) => ({ action, subjectId, detail }));
    };

    expect(await did(async () => (await client.post(`/v1/contacts/${a}/merge`, { otherId: b })).is(200))).toMatchObject([
      { action: "mergeContacts", subjectId: a },
    ]);
    expect(await did(async () => (await client.post(`/v1/contacts/${a}/unmerge`, { otherId: b })).is(200))).toMatchObject([
      { action: "unmergeContacts", subjectId: a },
    ]);
    let file: { id: string; planId?: string } = { id: "" };
    expect(
      await did(async () => {
        file = (await client.post("/v1/contacts/import", "Full name,E-mail\nDan Cruz,dan@example.com", { "content-type": "text/csv" })).is<
          typeof file
        >(201);
      }),
    ).toMatchObject([{ action: "importContacts" }]);
    expect(await did(async () => (await client.post(`/v1/imports/${file.id}/apply`, { planId: file.planId })).is(202))).toMatchObject([
      { action: "applyImport", subjectId: file.id },
    ]);
    const { settings } = (await app.get("/v1/settings")).is<{ settings: object }>(200);
    const plan = (await client.post("/v1/settings/plan", { settings })).is<{ id: string; hash: string }>(200);
    expect(await did(async () => (await client.post("/v1/settings/apply", { hash: plan.hash })).is(200))).toMatchObject([
      { action: "applySettings" },
    ]);
    expect(await did(async () => (await client.post("/v1/contacts/bulk", { ids: [a], action: "delete" })).is(202))).toMatchObject([
      { action: "changeContacts", subjectId: expect.stringMatching(/^op_/), detail: { action: "delete" } },
    ]);
  });

  it("has one line for an order to delete many, with how many, and none for each of them", async () => {
    const app = await testApp();
    const ids = await Promise.all(["Ana", "Ben", "Carla"].map(async (name) => (await app.post("/v1/contacts", { name })).is<{ id: string }>(201).id));
    const { client, lines } = await auditedKey(app);

    const byIds = (await client.post("/v1/contacts/bulk", { ids: ids.slice(0, 1), action: "delete" })).is<{ id: string }>(202);
    const byFilter = (await client.post("/v1/contacts/bulk", { filter: { source: ["manual"] }, action: "delete", confirm: 3 })).is<{ id: string }>(
      202,
    );

    expect(await lines()).toMatchObject([
      { action: "changeContacts", subjectId: byFilter.id, detail: { action: "delete", contacts: 3 } },
      { action: "changeContacts", subjectId: byIds.id, detail: { action: "delete", contacts: 1 } },
    ]);
  });

  it("holds nobody's words", async () => {
    const app = await testApp();
    const ids = await oneOfEach(app);
    (await app.patch(`/v1/contacts/${ids.contacts}`, { name: "Zebedee", email: "zebedee@example.com" })).is(200);
    (await app.patch(`/v1/messages/${ids.messages}`, { text: "zebedee says hello" })).is(200);
    (await app.get("/v1/contacts.csv?q=zebedee")).is(200);

    const { text } = await app.get("/v1/audit?limit=200");
    expect(text).toContain("updateContact");
    expect(text).toContain("exportContacts");
    expect(text.toLowerCase()).not.toContain("zebedee");
  });
});
