import type { Role, StaffRecord, WorkspaceRecord } from "#core/model/staff.ts";
import type { ChannelLog } from "#core/ports/channel-options.ts";
import type { Context } from "#core/ports/context.ts";
import type { StaffChat } from "#core/ports/staff-chat.ts";
import { requireRole, staffOf, unknownLine } from "./actor.ts";
import { asCrmError, codeOf, lineFor, logFailure } from "./errors.ts";
import type { Acting, Answer, RegisteredFeatures, WebClient } from "./feature.ts";
import { TakenError, takenOnce, wasOvertaken } from "./handled-calls.ts";

/** One workspace, and what is done there for its people. */
export type Office = {
  /** As the system, of the workspace's agent. */
  ctx: Context;
  workspace(): Promise<WorkspaceRecord>;
  staffChat: StaffChat;
  log: ChannelLog;
};

/** Who asks for what, and how they are answered. `callId` names the call in all its repeats. */
export type Asked = {
  userId: string;
  callId: string;
  client: WebClient;
  what: { role: Role; audit: string | null; subjectId: string | null; name: string };
  respond(answer: Answer): Promise<void>;
};

/**
 * Does what a known and permitted member of staff asks for: identity, role and state are read now, whatever the card showed.
 * Says no in one line that they alone see. True: it was done, now or by the call that this one repeats.
 */
export async function actFor(office: Office, asked: Asked, act: (acting: Acting) => Promise<void>): Promise<boolean> {
  const { what, respond } = asked;
  let acting: Acting | null = null;
  try {
    acting = await actingFor(office, asked);
    if (!acting) {
      await respond(unknownLine);
      return false;
    }
    requireRole(acting.staff, what.role);
    if (await office.ctx.store.staffChat.isHandled(asked.callId)) return true;
    await act(acting);
    return true;
  } catch (error) {
    if (error instanceof TakenError || (acting && (await wasOvertaken(acting.ctx, asked.callId).catch(() => false)))) return true;
    office.log.warn({ action: what.name, code: codeOf(error) }, "a request of staff was not carried out");
    await respond(lineFor(error)).catch((lost: unknown) => office.log.warn({ code: codeOf(lost) }, "an answer to staff was lost"));
    return false;
  }
}

/** Null: we do not know them. */
export async function actingFor({ ctx, workspace, staffChat }: Office, { userId, callId, client, what, respond }: Asked): Promise<Acting | null> {
  const held = await workspace();
  const staff = await staffOf(ctx, held, client, userId).catch((error: unknown) => {
    throw asCrmError(error);
  });
  return staff && { ctx: staffContext(ctx, staff, callId, what), staff, workspace: held, client, userId, staffChat, respond };
}

function staffContext(ctx: Context, staff: StaffRecord, callId: string, { audit, subjectId }: Asked["what"]): Context {
  return { ...takenOnce(ctx, callId), actor: { kind: "staff", id: staff.id }, ...(audit === null ? {} : { audit: { action: audit, subjectId } }) };
}

/** What follows a call whatever came of it; a failure is logged and harms nobody. */
export async function runAfterCalls(
  { ctx, workspace, log }: Office,
  afterCalls: RegisteredFeatures["afterCalls"],
  client: WebClient,
  userId: string,
): Promise<void> {
  for (const afterCall of afterCalls) await logFailure(log, async () => afterCall({ ctx, workspace: await workspace(), client, userId }));
}
