import { raw, type Statement, sql } from "../sql.ts";

/** Conversations in which somebody waits, and whose time is that of a contact: of no branch of their own. */
const ofNoBranch = raw("branch_id IS NULL AND waiting_since IS NOT NULL");

/** Conversations in which somebody waits are looked at anew, by the times of the branch that their contacts now belong to. */
export function reviewOfContacts(contactIds: Statement, agentId: string, at: number): Statement {
  return sql`UPDATE conversations SET review_at = ${at} WHERE agent_id = ${agentId} AND contact_id IN (${contactIds}) AND ${ofNoBranch}`;
}

/** Conversations of a branch, their own or that of their contact, in which somebody waits are looked at anew. */
export function reviewOfBranch({ branchId, at }: { branchId: string; at: number }, agentId: string | null): Statement[] {
  if (agentId === null) throw new Error("the directory holds no conversations");
  return [
    sql`UPDATE conversations SET review_at = ${at} WHERE agent_id = ${agentId} AND branch_id = ${branchId} AND waiting_since IS NOT NULL`,
    reviewOfContacts(sql`SELECT id FROM contacts WHERE agent_id = ${agentId} AND branch_id = ${branchId}`, agentId, at),
  ];
}
