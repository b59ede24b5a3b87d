import type { OperationRecord } from "#core/model/operations/operation.ts";
import type { Context } from "#core/ports/context.ts";
import { yieldToEventLoop } from "./yield-to-event-loop.ts";

/**
 * The next contacts of an operation. `cursor` null: there are none. `missing` counts ids of no contact. `isLast`: no contact
 * comes after these.
 */
export type ChosenContacts = { ids: string[]; missing: number; cursor: string | null; isLast: boolean };

const none: ChosenContacts = { ids: [], missing: 0, cursor: null, isLast: true };

/** Pages without a matching contact that are skipped before the cursor is stored. */
const emptyStretches = 50;
/** At most `size` contacts after the operation's cursor that match its choice now. Contacts created since it began are left out. */
export async function chooseContacts(ctx: Context, { input: { choice }, cursor, createdAt }: OperationRecord, size: number): Promise<ChosenContacts> {
  if (choice === null) return none;
  if ("ids" in choice) return chooseOfIds(ctx, choice.ids, cursor, size);
  const filter = { createdBefore: createdAt + 1, and: choice.filter };
  let last = cursor;
  for (let passed = 0; passed < emptyStretches; passed++) {
    const found = await ctx.store.contacts.walk(filter, last, size);
    if (found.ids.length > 0) return { ids: found.ids, missing: 0, cursor: found.last, isLast: false };
    if (found.last === null) return none;
    last = found.last;
    await yieldToEventLoop(ctx);
  }
  return { ids: [], missing: 0, cursor: last, isLast: false };
}

async function chooseOfIds(ctx: Context, all: readonly string[], after: string | null, size: number): Promise<ChosenContacts> {
  const given = all.filter((id) => after === null || id > after).slice(0, size);
  const ids = await ctx.store.contacts.existing(given);
  const cursor = given.at(-1) ?? null;
  return { ids, missing: given.length - ids.length, cursor, isLast: cursor === all.at(-1) };
}
