import { expect, it } from "vitest";
import { testApp } from "#tests/support/app.ts";
import { confirmed } from "#tests/support/confirmed.ts";
import { runOperations } from "#tests/support/run-operation.ts";

type Named = { id: string; name: string };

/** Ana waits for an answer, Ben has got one, Cai has said nothing that wants one. */
async function opened() {
  const app = await testApp();
  const says = (name: string, text: string, more: object = {}) =>
    app.post("/v1/messages", { channel: "telegram", from: { externalId: name, name }, text, ...more });
  (await says("Ana", "How much is it?")).is(201);
  (await says("Ben", "How much is it?")).is(201);
  (await says("Ben", "Twenty", { direction: "outbound", author: "staff" })).is(201);
  (await says("Cai", "ok thanks 👍")).is(201);
  const names = async (query: string) => (await app.get(`/v1/contacts?sort=name&${query}`)).is<{ data: Named[] }>(200).data.map(({ name }) => name);
  return { app, says, names };
}

const cases = [
  [true, ["Ana"]],
  [false, ["Ben", "Cai"]],
] as const;

it.each(cases)("lists and exports who waits for an answer: %s", async (awaitingReply, expected) => {
  const { app, names } = await opened();

  const csv = (await app.get(`/v1/contacts.csv?awaitingReply=${awaitingReply}&columns=name`)).text;

  expect(await names(`awaitingReply=${awaitingReply}`)).toEqual(expected);
  expect(csv.trim().split("\r\n").toSorted()).toEqual([...expected, "name"]);
});

it.each(cases)("makes a segment of who waits for an answer, which follows what is said: %s", async (awaitingReply, expected) => {
  const { app, says, names } = await opened();
  const segment = (await app.post("/v1/segments", { name: "Theirs", filter: { awaitingReply } })).is<Named & { filter: object }>(201);

  expect(segment.filter).toEqual({ awaitingReply });
  expect(await names(`segment=${segment.id}`)).toEqual(expected);
  (await says("Ana", "Twenty", { direction: "outbound", author: "staff" })).is(201);
  (await says("Cai", "Do you deliver?")).is(201);
  expect(await names(`segment=${segment.id}`)).toEqual(awaitingReply ? ["Cai"] : ["Ana", "Ben"]);
});

it.each(cases)("changes in bulk who waits for an answer, and nobody else: %s", async (awaitingReply, expected) => {
  const { app, names } = await opened();
  const tag = (await app.post("/v1/tags", { name: "chosen" })).is<Named>(201);

  const order = await confirmed(app, { filter: { awaitingReply }, action: "tag", tagId: tag.id });
  (await app.post("/v1/contacts/bulk", order)).is(202);
  await runOperations(app.directory);

  expect(await names("tag=chosen")).toEqual(expected);
});
