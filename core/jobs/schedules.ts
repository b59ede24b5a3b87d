import type { Context } from "#core/ports/context.ts";
import type { Schedule } from "#core/ports/queue.ts";
import type { Directory } from "#core/ports/store.ts";
import { sweepContacts } from "#core/usecases/contacts/sweep-contacts.ts";
import { resumeOperations } from "#core/usecases/operations/resume-operations.ts";

export type ScheduleDeps = { directory: Directory; contextFor(agentId: string): Context; now(): number };

const everyMinute = "* * * * *";
/** Contacts of one agent decided again in one tick; the rest is due in the next. */
const sweepLimit = 20_000;

/** What happens by the clock alone. */
export function schedules({ directory, contextFor, now }: ScheduleDeps): Schedule[] {
  return [
    { name: "sweep-contacts", cron: everyMinute, run: () => sweepAll(directory, contextFor) },
    { name: "resume-operations", cron: everyMinute, run: () => resumeOperations(directory, contextFor, now()) },
  ];
}

async function sweepAll(directory: Directory, contextFor: ScheduleDeps["contextFor"]): Promise<void> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Directory["agents"]>> = await directory.agents({ limit: 200, cursor });
    for (const agent of page.data) await sweepContacts(contextFor(agent.id), { limit: sweepLimit });
    cursor = page.nextCursor;
  } while (cursor !== null);
}
