import { invalidField } from "#core/errors.ts";
import type { AlertRecord } from "#core/model/alert.ts";
import { mostMuteMinutes } from "#core/model/escalation.ts";
import type { Context } from "#core/ports/context.ts";
import { moveAlert } from "#core/rules/alerts/machine.ts";
import { changeAlert } from "./change-alert.ts";

/** The longest reason, in characters. */
export const mostReason = 500;

/** A member of staff has seen it and looks after it: nobody is reminded any more. */
export async function acknowledgeAlert(ctx: Context, { id }: { id: string }): Promise<AlertRecord> {
  return changeAlert(ctx, id, (alert) => moveAlert(alert, "acknowledge", { by: ctx.actor.id, at: ctx.now() }));
}

/** What it called for has been done. A takeover goes on until it is released, so that the bot does not speak in between. */
export async function resolveAlert(ctx: Context, { id }: { id: string }): Promise<AlertRecord> {
  return changeAlert(ctx, id, (alert) => moveAlert(alert, "resolve", { by: ctx.actor.id, at: ctx.now() }));
}

export type Dismissal = { id: string; reason?: string | null | undefined; muteMinutes?: number | null | undefined };

/** It called for nothing. `muteMinutes`: so long its rule calls nobody to this conversation, a customer who asks for a person apart. */
export async function dismissAlert(ctx: Context, { id, reason = null, muteMinutes = null }: Dismissal): Promise<AlertRecord> {
  if (reason !== null && reason.length > mostReason) throw invalidField("/reason", `has more than ${mostReason} characters`);
  if (muteMinutes !== null && (muteMinutes < 0 || muteMinutes > mostMuteMinutes))
    throw invalidField("/muteMinutes", `is not 0 to ${mostMuteMinutes}`);
  return changeAlert(ctx, id, (alert) => moveAlert(alert, "dismiss", { by: ctx.actor.id, at: ctx.now(), reason, muteMinutes }));
}
