import type { Reading } from "#core/model/reading.ts";
import type { StoredFacts } from "#core/ports/store.ts";
import type { Row } from "../connection.ts";
import { yieldToEventLoop } from "../event-loop.ts";
import { decoder, selection } from "../rows.ts";
import { raw, rowsOfJson, type Statement, sql } from "../sql.ts";
import { column, tables } from "../tables.ts";
import type { Tenant } from "./tenant.ts";

const others = ["actions", "adjustments", "stageChanges", "edits", "consents", "conversationDecisions"] as const;
const decoders = {
  actions: decoder("actions"),
  adjustments: decoder("adjustments"),
  stageChanges: decoder("stageChanges"),
  edits: decoder("edits"),
  consents: decoder("consents"),
  conversationDecisions: decoder("conversationDecisions"),
};

type Message = StoredFacts["messages"][number];

/** What folding reads of a message, and nothing else: it is read more often than anything. */
const read = [
  "id",
  "conversationId",
  "sentAt",
  "direction",
  "author",
  "purpose",
  "source",
  "text",
  "forwarded",
  "placeholder",
  "history",
] as const satisfies readonly (keyof Message)[];
const ofMessage = raw(
  `m.contact_id, json_array(${read.map((name) => `m.${column(name)}`).join(", ")}, json(m.media)), m.sender, r.reading, r.in_context`,
);
const withReading = raw("CROSS JOIN readings AS r ON r.agent_id = m.agent_id AND r.message_id = m.id AND r.effective = 1");

/** Rows of one table that are read before yielding to the event loop, because the driver blocks it while it reads. */
const most = 1_000;
const first = { at: Number.MIN_SAFE_INTEGER, id: "" };

const noFacts = (): StoredFacts => ({
  messages: [],
  actions: [],
  adjustments: [],
  stageChanges: [],
  edits: [],
  consents: [],
  conversationDecisions: [],
});

/** All facts of one contact, of one snapshot unless they are very many. */
export async function facts(tenant: Tenant, contactId: string): Promise<StoredFacts> {
  const found = noFacts();
  const after = {
    messages: first,
    actions: first,
    adjustments: first,
    stageChanges: first,
    edits: first,
    consents: first,
    conversationDecisions: first,
  };
  for (let names: (keyof StoredFacts)[] = ["messages", ...others]; names.length > 0; ) {
    const pages = await tenant.connection.read(names.map((name) => pageOf(tenant, name, contactId, after[name])));
    names.forEach((name, at) => {
      keep(found, name, pages[at] ?? []);
      after[name] = placeOfLast(found, name);
    });
    names = names.filter((_, at) => pages[at]?.length === most);
    if (names.length > 0) await yieldToEventLoop();
  }
  return found;
}

function pageOf({ agentId }: Tenant, name: keyof StoredFacts, contactId: string, after: { at: number; id: string }): Statement {
  if (name === "messages") {
    return sql`SELECT ${ofMessage} FROM messages AS m ${withReading} WHERE m.agent_id = ${agentId} AND m.contact_id = ${contactId}
      AND (m.sent_at, m.id) > (${after.at}, ${after.id}) ORDER BY m.sent_at, m.id LIMIT ${most}`;
  }
  return sql`SELECT t.contact_id, ${raw(selection(name, "t"))} FROM ${raw(tables[name].name)} AS t WHERE t.agent_id = ${agentId}
    AND t.contact_id = ${contactId} AND (t.at, t.id) > (${after.at}, ${after.id}) ORDER BY t.at, t.id LIMIT ${most}`;
}

function placeOfLast(found: StoredFacts, name: keyof StoredFacts): { at: number; id: string } {
  const last = found[name].at(-1);
  if (!last) return first;
  return { at: "sentAt" in last ? last.sentAt : last.at, id: last.id };
}

/** CROSS JOIN keeps the order: from the contacts asked for to their facts, whatever the statistics say. */
export async function factsOfMany(tenant: Tenant, ids: readonly string[]): Promise<Map<string, StoredFacts>> {
  const { agentId } = tenant;
  const asked = rowsOfJson(ids);
  const names = ["messages", ...others] as const;
  const results = await tenant.connection.read([
    sql`SELECT ${ofMessage} FROM ${asked} AS j CROSS JOIN messages AS m ON m.agent_id = ${agentId} AND m.contact_id = j.value ${withReading}
      ORDER BY m.contact_id, m.sent_at, m.id`,
    ...others.map(
      (name) => sql`SELECT t.contact_id, ${raw(selection(name, "t"))} FROM ${asked} AS j
        CROSS JOIN ${raw(tables[name].name)} AS t ON t.agent_id = ${agentId} AND t.contact_id = j.value ORDER BY t.contact_id, t.at, t.id`,
    ),
  ]);
  const found = new Map(ids.map((id) => [id, noFacts()]));
  names.forEach((name, at) => {
    for (const row of results[at] ?? []) {
      const its = found.get(String(row[0]));
      if (its) keep(its, name, [row]);
    }
  });
  return found;
}

/** Adds rows of a table, each after the id of its contact. */
function keep(found: StoredFacts, name: keyof StoredFacts, rows: readonly Row[]): void {
  for (const [, ...row] of rows) {
    if (name === "messages") found.messages.push(toMessage(row));
    else if (name === "actions") found.actions.push(decoders.actions(row));
    else if (name === "adjustments") found.adjustments.push(decoders.adjustments(row));
    else if (name === "stageChanges") found.stageChanges.push(decoders.stageChanges(row));
    else if (name === "edits") found.edits.push(decoders.edits(row));
    else if (name === "consents") found.consents.push(decoders.consents(row));
    else found.conversationDecisions.push(decoders.conversationDecisions(row));
  }
}

function toMessage([plain, sender, reading, inContext]: Row): Message {
  // `ofMessage` makes it an array of the columns that `read` names, in their order.
  const [id, conversationId, sentAt, direction, author, purpose, source, text, forwarded, placeholder, history, media] = JSON.parse(
    String(plain),
  ) as [
    Message["id"],
    Message["conversationId"],
    Message["sentAt"],
    Message["direction"],
    Message["author"],
    Message["purpose"],
    Message["source"],
    Message["text"],
    0 | 1,
    0 | 1,
    0 | 1,
    Message["media"],
  ];
  // The columns hold values of their types; constraints of the schema ensure it.
  const from = sender === null ? null : (JSON.parse(String(sender)) as Message["sender"]);
  const alone = JSON.parse(String(reading)) as Reading;
  return {
    id,
    conversationId,
    sentAt,
    direction,
    author,
    purpose,
    source,
    text,
    forwarded: forwarded === 1,
    placeholder: placeholder === 1,
    history: history === 1,
    media,
    sender: from,
    ...(inContext === null ? { reading: alone } : { reading: JSON.parse(String(inContext)) as Reading, alone }),
  };
}
