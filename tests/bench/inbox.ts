import { comparePages } from "./lists.ts";
import { discard, seeded } from "./support/large.ts";
import type { BenchRow } from "./support/row.ts";
import { seedConversations } from "./support/seed-conversations.ts";

/** What staff ask of the inbox; a number that is asked for is counted for all states. */
const pages = [
  "?limit=50&state=waiting&sort=waitingSince",
  "?limit=50",
  "?limit=50&branch=brn_1",
  "?limit=50&assignee=stf_1",
  "?limit=50&assignee=none",
  "?limit=50&branch=none",
  "?limit=50&assignee=none&branch=none",
  "?limit=50&assignee=none&branch=brn_1",
  "?limit=50&state=waiting&sort=waitingSince&assignee=none",
  "?limit=50&state=waiting&sort=-waitingSince&assignee=none",
  "?limit=50&channel=telegram",
  "?limit=1&total=true",
];

/** Pages and counts of the inbox with very many conversations against ten thousand. */
export async function benchInbox(many: number, rounds: number): Promise<BenchRow[]> {
  const few = 10_000;
  const [small, large] = [await seeded(few, seedConversations), await seeded(many, seedConversations)];
  try {
    const paths = pages.map((query) => ({ path: `/v1/conversations${query}`, what: `inbox ${query}, ${many.toLocaleString("en")} conversations` }));
    return await comparePages(small.server, large.server, paths, rounds, 1.2);
  } finally {
    for (const each of [small, large]) await discard(each);
  }
}
