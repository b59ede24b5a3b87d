import type { Context } from "#core/ports/context.ts";
import type { Schedule } from "#core/ports/queue.ts";
import { noStaffChat, type StaffChat } from "#core/ports/staff-chat.ts";
import type { Directory } from "#core/ports/store.ts";
import { day } from "#core/rules/time.ts";
import { AgentFailures } from "#core/usecases/agent-failures.ts";
import { remindAlerts } from "#core/usecases/alerts/remind-alerts.ts";
import { sweepContacts } from "#core/usecases/contacts/sweep-contacts.ts";
import { reviewConversations } from "#core/usecases/conversations/review-conversations.ts";
import { processDueFollowUps } from "#core/usecases/followups/process-due.ts";
import { resumeOperations } from "#core/usecases/operations/resume-operations.ts";

export type ScheduleDeps = { directory: Directory; contextFor(agentId: string): Context; now(): number; staffChat?: StaffChat };

const everyMinute = "* * * * *";
const everyTenMinutes = "*/10 * * * *";
const everyHour = "7 * * * *";
/** Ids of handled Slack calls that one tick deletes. Slack repeats a call within minutes, never a day later. */
const forgetLimit = 10_000;
/** Answers under Idempotency-Keys that one commit forgets, and commits of one tick: requests may come at 250 a second all day. */
const answersStep = 5_000;
const answersSteps = 30;
/** Contacts of one agent that one tick decides again; the next tick continues. */
const sweepLimit = 20_000;
/** Follow-ups, and conversations, of one agent that one tick processes. */
const dueLimit = 2_000;
/** Alerts of one agent that one tick shows again. */
const remindLimit = 500;

/** The work that is started by time alone, each with its cron expression in UTC. */
export function schedules({ directory, contextFor, now, staffChat = noStaffChat }: ScheduleDeps): Schedule[] {
  return [
    { name: "sweep-contacts", cron: everyMinute, run: () => sweepAll(directory, contextFor) },
    { name: "review-conversations", cron: everyMinute, run: () => reviewAll(directory, contextFor) },
    { name: "process-due-followups", cron: everyMinute, run: () => processAllDue(directory, contextFor) },
    { name: "remind-alerts", cron: everyMinute, run: () => forAll(directory, contextFor, (ctx) => remindAlerts(ctx, { limit: remindLimit })) },
    { name: "staff-digest", cron: everyMinute, run: () => forAll(directory, contextFor, (ctx) => staffChat.postDigest(ctx)) },
    { name: "forget-calls", cron: everyHour, run: () => directory.forgetSeen(now() - day, forgetLimit) },
    { name: "forget-answers", cron: everyTenMinutes, run: () => forgetAnswers(directory, now() - day) },
    { name: "resume-operations", cron: everyMinute, run: () => resumeOperations(directory, contextFor, now()) },
  ];
}

function sweepAll(directory: Directory, contextFor: ScheduleDeps["contextFor"]): Promise<void> {
  return forAll(directory, contextFor, (ctx) => sweepContacts(ctx, { limit: sweepLimit }));
}

function reviewAll(directory: Directory, contextFor: ScheduleDeps["contextFor"]): Promise<void> {
  return forAll(directory, contextFor, (ctx) => reviewConversations(ctx, { limit: dueLimit }));
}

function processAllDue(directory: Directory, contextFor: ScheduleDeps["contextFor"]): Promise<void> {
  return forAll(directory, contextFor, (ctx) => processDueFollowUps(ctx, { limit: dueLimit }));
}

async function forgetAnswers(directory: Directory, before: number): Promise<void> {
  for (let step = 0; step < answersSteps; step++) {
    if ((await directory.forgetAnswers(before, answersStep)) < answersStep) return;
  }
}

/** The work for every agent: one for which it fails keeps no other waiting. Throws at the end when there were such, so that the tick is one that failed. */
async function forAll(directory: Directory, contextFor: ScheduleDeps["contextFor"], work: (ctx: Context) => Promise<unknown>): Promise<void> {
  const failures = new AgentFailures();
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Directory["agents"]>> = await directory.agents({ limit: 200, cursor });
    for (const { id } of page.data) await failures.attempt(id, async () => work(contextFor(id)));
    cursor = page.nextCursor;
  } while (cursor !== null);
  failures.throwAny();
}
