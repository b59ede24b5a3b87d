import type { PostKind } from "#core/model/staff.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { effect } from "#core/usecases/effect.ts";

/** Asks, in the commit that changes a record, for its card to be brought up to date. */
export function showCard(ctx: Context, changes: ChangeSet, kind: PostKind, subjectId: string): void {
  effect(ctx, changes, { type: "card.show", cause: `${kind}:${subjectId}:${ctx.newUuid()}`, payload: { kind, subjectId } });
}

/** The same for a message whose words have changed: once for each change. */
export function postEditToThread(ctx: Context, changes: ChangeSet, messageId: string): void {
  effect(ctx, changes, { type: "thread.post", cause: `${messageId}:${ctx.newUuid()}`, payload: { messageId } });
}

/** Asks for a message to be brought into the thread that staff see its conversation as. */
export function postToThread(ctx: Context, changes: ChangeSet, messageId: string): void {
  effect(ctx, changes, { type: "thread.post", cause: messageId, payload: { messageId } });
}
