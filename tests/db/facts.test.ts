import { expect, it } from "vitest";
import { ChangeSet } from "#core/ports/change-set.ts";
import { openCore } from "#tests/support/context.ts";
import { contactRow, messageRow, readingRow } from "#tests/support/records/records.ts";

const start = Date.UTC(2026, 0, 5);

it("gives all facts of a contact that has very many, in order and once, as it does for many contacts", async () => {
  const core = await openCore(() => start);
  const { contacts } = core.ctx.store;
  // Many at the same instant, so that pages end among them.
  const messages = Array.from({ length: 2_345 }, (_, n) =>
    messageRow(`msg_${n}`, "con_1", { sentAt: start + Math.floor(n / 100), sender: { name: `N${n}` } }),
  );
  const edit = { agentId: "agt_test", contactId: "con_1", field: "name", value: "Ana", provenance: "human", by: "test", at: start } as const;
  await core.ctx.store.commit(
    new ChangeSet()
      .insert("contacts", contactRow("con_1"), contactRow("con_2"))
      .insert("messages", ...messages, messageRow("msg_other", "con_2"))
      .insert("readings", ...messages.map(({ id }) => readingRow(id, "con_1")), readingRow("msg_other", "con_2"))
      .insert("edits", ...Array.from({ length: 1_000 }, (_, n) => ({ ...edit, id: `edt_${n}` }))),
  );

  const facts = await contacts.facts("con_1");

  expect(facts.messages.map(({ id }) => id)).toEqual(messages.toSorted((a, b) => a.sentAt - b.sentAt || (a.id < b.id ? -1 : 1)).map(({ id }) => id));
  expect(facts.edits).toHaveLength(1_000);
  expect(facts).toEqual((await contacts.factsOfMany(["con_1", "con_2"])).get("con_1"));
  await core.close();
});
