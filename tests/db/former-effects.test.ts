import { readFileSync } from "node:fs";
import { expect, it, onTestFinished } from "vitest";
import { jobKinds } from "#core/jobs/handlers.ts";
import { formerEffectTypes } from "#core/model/effect.ts";
import type { Context } from "#core/ports/context.ts";
import { noStaffChat } from "#core/ports/staff-chat.ts";
import type { DeliverySender } from "#core/usecases/deliveries/sender.ts";
import { rowsOf } from "#db/connection.ts";
import { openLocal } from "#db/local.ts";
import { migrate } from "#db/migrate.ts";
import journal from "#db/migrations/meta/_journal.json" with { type: "json" };
import { raw, statement } from "#db/sql.ts";
import { tempFolder } from "#tests/support/database.ts";

it("gives effects that an earlier version left in the outbox the names of today", async () => {
  const folder = tempFolder();
  const connection = openLocal(folder.file("rapport.db"));
  onTestFinished(async () => {
    await connection.close();
    folder.remove();
  });
  const before = journal.entries.filter(({ tag }) => tag < "0014");
  await connection.write([raw("CREATE TABLE __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)")]);
  for (const { tag, when } of before) {
    const parts = readFileSync(`db/migrations/${tag}.sql`, "utf8").split("--> statement-breakpoint");
    await connection.write([...parts.map(raw), statement("INSERT INTO __drizzle_migrations(hash, created_at) VALUES (?, ?)", tag, when)]);
  }
  await connection.write([raw("INSERT INTO agents (id, name, created_at) VALUES ('agt_1', 'Casa', 1)")]);
  const rows = [
    ["1", "desk.show", "desk.show:followup:fup_1:u1"],
    ["2", "desk.relay", "desk.relay:msg_1"],
    ["3", "desk.remove", "desk.remove:pst_1"],
    ["4", "delivery.send", "delivery.send:dlv_1"],
  ];
  const insert = "INSERT INTO outbox (id, agent_id, type, key, payload, created_at) VALUES (?, 'agt_1', ?, ?, '{}', 1)";
  await connection.write(rows.map(([id = "", type = "", key = ""]) => statement(insert, id, type, key)));

  await migrate(connection);

  expect(await rowsOf(connection, raw("SELECT id, type, key FROM outbox ORDER BY id"))).toEqual([
    ["1", "card.show", "card.show:followup:fup_1:u1"],
    ["2", "thread.post", "thread.post:msg_1"],
    ["3", "post.remove", "post.remove:pst_1"],
    ["4", "delivery.send", "delivery.send:dlv_1"],
  ]);
});

it.each(Object.keys(formerEffectTypes))("runs a job that an earlier version queued as %s", async (type) => {
  const calls: unknown[] = [];
  const staffChat = {
    ...noStaffChat,
    showCard: async (_: Context, kind: string, subjectId: string) => void calls.push([kind, subjectId]),
    postToThread: async (_: Context, messageId: string) => void calls.push(messageId),
    removePost: async (_: Context, place: object) => void calls.push(place),
  };
  // Neither is asked by these handlers.
  const kinds: Record<string, { handler(job: object): Promise<void> }> = jobKinds({
    contextFor: () => ({}) as Context,
    sender: {} as DeliverySender,
    staffChat,
  });
  const places = { workspaceId: "wsp_1", channelId: "C1", ts: "1.1" };
  const payload = { kind: "proposal", subjectId: "prp_1", messageId: "msg_1", ...places };

  await kinds[type]?.handler({ id: "1", type, agentId: "agt_1", payload, attempt: 1 });

  const expected: Record<string, unknown> = { "desk.show": ["proposal", "prp_1"], "desk.relay": "msg_1", "desk.remove": places };
  expect(calls).toEqual([expected[type]]);
});
