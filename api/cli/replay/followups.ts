import { writeFile } from "node:fs/promises";
import { styleText } from "node:util";
import Table from "cli-table3";
import { followUpStates } from "#core/model/followup.ts";
import type { FollowUpStore, TriggerTally } from "#core/ports/followup-store.ts";
import type { ContactStore } from "#core/ports/store.ts";

/** Reads what the embedded server has brought up. */
export type FollowUpSource = { contacts: Pick<ContactStore, "identities">; followUps: Pick<FollowUpStore, "list" | "tally"> };

/** How many of each trigger are in each state; empty without any follow-up. */
export async function followUpTable({ followUps }: FollowUpSource): Promise<string> {
  const tallies = await followUps.tally(0, Number.MAX_SAFE_INTEGER);
  const states = followUpStates.filter((state) => tallies.some((tally) => tally.states[state]));
  if (states.length === 0) return "";
  const table = new Table({
    head: ["trigger", ...states, "all"].map((word) => styleText("bold", word)),
    style: { head: [], border: [] },
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
  });
  for (const tally of tallies) table.push([tally.trigger, ...states.map((state) => tally.states[state] ?? 0), sum(tally)]);
  return table.toString();
}

function sum({ states }: TriggerTally): number {
  return Object.values(states).reduce((total, count) => total + count, 0);
}

/** Writes each follow-up with why it is there; `from` is what the records call the contact. Times are ISO 8601. */
export async function writeFollowUps({ contacts, followUps }: FollowUpSource, path: string): Promise<void> {
  const rows: object[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<FollowUpStore["list"]>> = await followUps.list({}, { limit: 200, cursor });
    for (const { id, contactId, trigger, state, attempt, dueAt, createdAt, reason, text, evidence } of page.data) {
      const from = (await contacts.identities(contactId)).map(({ externalId }) => externalId);
      const shown = evidence.map(({ at, ...rest }) => ({ ...rest, at: iso(at) }));
      rows.push({ id, contactId, from, trigger, state, attempt, dueAt: iso(dueAt), createdAt: iso(createdAt), reason, text, evidence: shown });
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
  await writeFile(path, `${JSON.stringify(rows, null, 2)}\n`);
}

const iso = (at: number) => new Date(at).toISOString();
