import type { DeliveryRecord, DeliveryState } from "#core/model/delivery.ts";
import { encode } from "../rows.ts";
import { type Statement, statement } from "../sql.ts";
import { column, tables } from "../tables.ts";
import { expecting } from "./expecting.ts";

const { columns } = tables.deliveries;
const given = Object.keys(columns);
/** Whose it is only a transfer changes: they may have become part of another contact since the delivery was read. */
const fixed = ["id", "agentId", "contactId"];
const set = given.filter((name) => !fixed.includes(name)).map((name) => `${column(name)} = j.${column(name)}`);
const values = ["from_state", ...given.map(column)].map((name, at) => `value->>${at} AS ${name}`);
/** The plus keeps the planner from walking all deliveries of the agent to look each up in the list. */
const moveSql = `UPDATE deliveries SET ${set.join(", ")} FROM (SELECT ${values.join(", ")} FROM json_each(?)) AS j
  WHERE +deliveries.agent_id = ? AND deliveries.agent_id = j.agent_id AND deliveries.id = j.id AND deliveries.state = j.from_state`;

/** Steps of deliveries. The batch fails unless each is still in the state that it was decided from. */
export function moveDeliveries(moves: readonly { delivery: DeliveryRecord; from: DeliveryState }[], agentId: string | null): Statement[] {
  if (moves.length === 0) return [];
  if (agentId === null || moves.some(({ delivery }) => delivery.agentId !== agentId)) throw new Error("a step names another agent's delivery");
  const rows = moves.map(({ delivery, from }) => ({ ...delivery, from }));
  const texts = encode({ ...columns, from: "value" }, ["from", ...given], rows);
  return texts.flatMap(({ text, count }) => expecting(count, statement(moveSql, text, agentId)));
}
