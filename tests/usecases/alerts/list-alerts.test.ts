import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type AlertFilter, type AlertRecord, alertStates, isOpenAlert } from "#core/model/alert.ts";
import { severities } from "#core/model/escalation.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Store } from "#core/ports/store.ts";
import { byUrgency } from "#core/rules/alerts/route.ts";
import { listAlerts } from "#core/usecases/alerts/list-alerts.ts";
import type { Connection } from "#db/connection.ts";
import { openDirectory } from "#db/directory/directory.ts";
import { openLocal } from "#db/local.ts";
import { migrate } from "#db/migrate.ts";
import { type Core, openCore } from "#tests/support/context.ts";
import { addAgent, tempFolder } from "#tests/support/database.ts";
import { alertRow } from "#tests/support/records/alerts.ts";
import { contactRow, conversationRow, identityRow, messageRow, readingRow } from "#tests/support/records/records.ts";

/** Each about a conversation of its own. */
const count = 60;
const kinds = fc.record({
  state: fc.constantFrom(...alertStates),
  severity: fc.constantFrom(...severities),
  branchId: fc.constantFrom(null, "brn_1"),
  openedAt: fc.integer({ min: 1, max: 5 }),
});
const alerts: AlertRecord[] = fc.sample(kinds, { numRuns: count, seed: 7 }).map((given, n) => {
  const whose = { id: `alt_${String(n).padStart(2, "0")}`, contactId: `con_${n}`, conversationId: `cnv_${n}` };
  return alertRow({ ...whose, ...given, endedAt: isOpenAlert(given) ? null : 9 });
});

const folder = tempFolder();
let connection: Connection;
let core: Core;
let store: Store;
let ctx: Context;
let queries = 0;

beforeAll(async () => {
  connection = openLocal(folder.file("rapport.db"));
  await migrate(connection);
  const counted: Connection = {
    ...connection,
    read: (statements) => {
      queries += statements.length;
      return connection.read(statements);
    },
  };
  store = await addAgent(openDirectory(counted), "agt_test");
  core = await openCore(() => 10);
  ctx = { ...core.ctx, store };
  const changes = new ChangeSet();
  for (const { contactId, conversationId } of alerts) {
    const identity = conversationId.replace("cnv", "idn");
    changes.insert("contacts", contactRow(contactId)).insert("identities", identityRow(identity, contactId));
    changes.insert("conversations", conversationRow(conversationId, contactId, identity));
    for (let n = 0; n < 3; n++) {
      const id = `msg_${conversationId}_${n}`;
      changes.insert("messages", messageRow(id, contactId, { conversationId, sentAt: n, text: `${conversationId} says ${n}` }));
      changes.insert("readings", readingRow(id, contactId));
    }
  }
  await store.commit(changes.insert("alerts", ...alerts));
});
beforeEach(() => {
  queries = 0;
});
afterAll(async () => {
  await core.close();
  await connection.close();
  folder.remove();
});

it.each([
  [1, 4],
  [25, 4],
  [50, 7],
])("reads %i alerts, each with its contact and its conversation so far, in %i queries", async (limit, expected) => {
  const { data } = await listAlerts(ctx, { filter: {}, page: { limit, cursor: null } });

  expect(queries).toBe(expected);
  expect(
    data.map(({ alert, contact, conversation, messages }) => [contact?.id, conversation?.id, messages.map(({ text }) => text), alert.id]),
  ).toEqual(
    data.map(({ alert: { contactId, conversationId, id } }) => {
      return [contactId, conversationId, [0, 1, 2].map((n) => `${conversationId} says ${n}`), id];
    }),
  );
  expect(data).toHaveLength(limit);
});

it.each([1, 5, 200])("gives the %i most urgent in the order of the database, and counts all", async (limit) => {
  const place = ({ state }: AlertRecord) => alertStates.indexOf(state);
  const filters: Pick<AlertFilter, "branch">[] = [{}, { branch: ["brn_1"] }, { branch: [null] }];
  for (const filter of filters) {
    const open = alerts.filter((alert) => isOpenAlert(alert) && (filter.branch?.includes(alert.branchId) ?? true));
    const urgent = open.toSorted((a, b) => place(a) - place(b) || byUrgency(a, b)).map(({ id }) => id);

    expect((await store.alerts.mostUrgent(filter, limit)).map(({ id }) => id)).toEqual(urgent.slice(0, limit));
    expect(await store.alerts.openCount(filter)).toBe(urgent.length);
  }
});
