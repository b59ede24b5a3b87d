import type { Context } from "#core/ports/context.ts";
import type { Schedule } from "#core/ports/queue.ts";
import { noStaffChat, type StaffChat } from "#core/ports/staff-chat.ts";
import type { Directory } from "#core/ports/store.ts";
import { day } from "#core/rules/time.ts";
import { sweepContacts } from "#core/usecases/contacts/sweep-contacts.ts";
import { processDueFollowUps } from "#core/usecases/followups/process-due.ts";
import { resumeOperations } from "#core/usecases/operations/resume-operations.ts";

export type ScheduleDeps = { directory: Directory; contextFor(agentId: string): Context; now(): number; staffChat?: StaffChat };

const everyMinute = "* * * * *";
const everyTenMinutes = "*/10 * * * *";
const everyHour = "7 * * * *";
/** Calls that one tick forgets. Slack sends a call again within minutes, never a day later. */
const forgetLimit = 10_000;
/** Answers under Idempotency-Keys that one commit forgets, and commits of one tick: requests may come at 250 a second all day. */
const answersStep = 5_000;
const answersSteps = 30;
/** Contacts of one agent decided again in one tick; the rest is due in the next. */
const sweepLimit = 20_000;
/** Follow-ups of one agent that one tick looks at. */
const tendLimit = 2_000;

/** What happens by the clock alone. */
export function schedules({ directory, contextFor, now, staffChat = noStaffChat }: ScheduleDeps): Schedule[] {
  return [
    { name: "sweep-contacts", cron: everyMinute, run: () => sweepAll(directory, contextFor) },
    { name: "tend-followups", cron: everyMinute, run: () => tendAll(directory, contextFor) },
    { name: "staff-digest", cron: everyMinute, run: () => forAll(directory, contextFor, (ctx) => staffChat.postDigest(ctx)) },
    { name: "forget-calls", cron: everyHour, run: () => directory.forgetSeen(now() - day, forgetLimit) },
    { name: "forget-answers", cron: everyTenMinutes, run: () => forgetAnswers(directory, now() - day) },
    { name: "resume-operations", cron: everyMinute, run: () => resumeOperations(directory, contextFor, now()) },
  ];
}

function sweepAll(directory: Directory, contextFor: ScheduleDeps["contextFor"]): Promise<void> {
  return forAll(directory, contextFor, (ctx) => sweepContacts(ctx, { limit: sweepLimit }));
}

function tendAll(directory: Directory, contextFor: ScheduleDeps["contextFor"]): Promise<void> {
  return forAll(directory, contextFor, (ctx) => processDueFollowUps(ctx, { limit: tendLimit }));
}

async function forgetAnswers(directory: Directory, before: number): Promise<void> {
  for (let step = 0; step < answersSteps; step++) {
    if ((await directory.forgetAnswers(before, answersStep)) < answersStep) return;
  }
}

async function forAll(directory: Directory, contextFor: ScheduleDeps["contextFor"], work: (ctx: Context) => Promise<unknown>): Promise<void> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Directory["agents"]>> = await directory.agents({ limit: 200, cursor });
    for (const agent of page.data) await work(contextFor(agent.id));
    cursor = page.nextCursor;
  } while (cursor !== null);
}
