import type { Role, StaffRecord, WorkspaceRecord } from "#core/model/staff.ts";
import type { ChannelLog } from "#core/ports/channel-options.ts";
import type { Context } from "#core/ports/context.ts";
import type { StaffChat } from "#core/ports/staff-chat.ts";
import { requireRole, staffOf, unknownLine } from "./actor.ts";
import { asCrmError, codeOf, lineFor, logFailure } from "./errors.ts";
import type { RegisteredFeatures, ResponseMessage, StaffRequest, WebClient } from "./feature.ts";
import { DuplicateCallError, recordHandledCall, wasHandledElsewhere } from "./handled-calls.ts";
import type { RunningCalls } from "./running-calls.ts";
import type { SlackAddresses } from "./slack-addresses.ts";

/** One workspace, and the services that calls from it need. */
export type WorkspaceContext = {
  /** Acts as the system, for the workspace's agent. */
  ctx: Context;
  workspace(): Promise<WorkspaceRecord>;
  staffChat: StaffChat;
  addresses: SlackAddresses;
  calls: RunningCalls;
  log: ChannelLog;
};

/** A call of Slack's: who asks for what, and how they are answered. All repeats of one call have the same `callId`. */
export type StaffCall = {
  userId: string;
  callId: string;
  client: WebClient;
  what: { role: Role; audit: string | null; subjectId: string | null; name: string };
  respond(message: ResponseMessage): Promise<void>;
};

/**
 * Runs what a member of staff asks for, if their role permits it: identity and role are read now, whatever the card showed.
 * Answers a refusal in one line that they alone see. True: it was done, by this call or by the one that this repeats.
 */
export function runStaffCall(workspaceContext: WorkspaceContext, call: StaffCall, run: (request: StaffRequest) => Promise<void>): Promise<boolean> {
  return workspaceContext.calls.track(() => runPermitted(workspaceContext, call, run));
}

async function runPermitted(workspaceContext: WorkspaceContext, call: StaffCall, run: (request: StaffRequest) => Promise<void>): Promise<boolean> {
  const { what, respond } = call;
  const { ctx, log } = workspaceContext;
  let request: StaffRequest | null = null;
  try {
    request = await staffRequestFor(workspaceContext, call);
    if (!request) {
      await respond(unknownLine);
      return false;
    }
    requireRole(request.staff, what.role);
    if (await ctx.store.staffChat.isHandled(call.callId)) return true;
    await run(request);
    return true;
  } catch (error) {
    if (error instanceof DuplicateCallError || (request && (await wasHandledElsewhere(request.ctx, call.callId).catch(() => false)))) return true;
    log.warn({ action: what.name, code: codeOf(error) }, "a request of staff failed");
    await respond(lineFor(error)).catch((lost: unknown) => log.warn({ code: codeOf(lost) }, "an answer to staff was lost"));
    return false;
  }
}

/** The call as a request of a member of staff; null: the Slack user is not on the staff. */
export async function staffRequestFor(
  { ctx, workspace: readWorkspace, staffChat, addresses }: WorkspaceContext,
  { userId, callId, client, what, respond }: StaffCall,
): Promise<StaffRequest | null> {
  const workspace = await readWorkspace();
  const staff = await staffOf(ctx, workspace, client, userId).catch((error: unknown) => {
    throw asCrmError(error);
  });
  return staff && { ctx: staffContext(ctx, staff, callId, what), staff, workspace, client, userId, staffChat, addresses, respond };
}

function staffContext(ctx: Context, staff: StaffRecord, callId: string, { audit, subjectId }: StaffCall["what"]): Context {
  const actor = { kind: "staff" as const, id: staff.id };
  return { ...recordHandledCall(ctx, callId), actor, ...(audit === null ? {} : { audit: { action: audit, subjectId } }) };
}

/** Runs what features do after a call, whether it succeeded or not. A failure is logged and changes nothing. */
export async function runAfterCalls(
  { ctx, workspace, log }: WorkspaceContext,
  afterCalls: RegisteredFeatures["afterCalls"],
  client: WebClient,
  userId: string,
): Promise<void> {
  for (const afterCall of afterCalls) await logFailure(log, async () => afterCall({ ctx, workspace: await workspace(), client, userId }));
}
