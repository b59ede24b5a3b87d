import { CrmError, invalidField } from "#core/errors.ts";
import type { DetailFact } from "#core/model/fact.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { type DetailField, detailFields } from "#core/model/vocabulary.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { comparedAddress } from "#core/rules/address/address.ts";
import { normalizeEmail } from "#core/rules/address/email.ts";
import { likeKeyOf } from "#core/rules/address/likeness.ts";
import { toE164 } from "#core/rules/address/phone.ts";
import { newFactId } from "#core/usecases/fact-id.ts";

/** Details as staff write them; null clears a field and keeps it clear. */
export type StaffDetails = { [F in DetailField]?: string | null | undefined };

type Of = Pick<ContactRecord, "id" | "state">;

/**
 * Details that people give: an edit each, which no detected value overrides, and a verified address for an e-mail or
 * phone. Puts the rows into the change set and returns the facts to fold.
 */
export async function staffDetails(ctx: Context, changes: ChangeSet, contact: Of, given: StaffDetails): Promise<DetailFact[]> {
  const facts: DetailFact[] = [];
  for (const field of detailFields) {
    const written = given[field];
    if (written === undefined) continue;
    const value = written === null ? null : await normalize(ctx, field, written);
    if (field === "email" || field === "phone") await confirmAddress(ctx, changes, contact, field, value);
    facts.push({ type: "detail", id: newFactId(ctx, "edt", ctx.now()), at: ctx.now(), field, value, provenance: "human" });
  }
  for (const { id, at, field, value, provenance } of facts) {
    changes.insert("edits", { id, agentId: ctx.store.agentId, contactId: contact.id, field, value, provenance, by: ctx.actor.id, at });
  }
  return facts;
}

async function normalize(ctx: Context, field: DetailField, written: string): Promise<string> {
  if (field === "email") return normalizeEmail(written) ?? refuse("/email", "is not an e-mail address");
  if (field !== "phone") return written;
  const { region } = (await ctx.store.settings.current()).document;
  return toE164(written, region) ?? refuse("/phone", "is not a phone number; write it with its country, like +63 917 123 4567");
}

function refuse(pointer: string, detail: string): never {
  throw invalidField(pointer, detail);
}

/** Addresses that staff confirm are verified; one that they replace no longer is. */
async function confirmAddress(ctx: Context, changes: ChangeSet, contact: Of, kind: "email" | "phone", given: string | null): Promise<void> {
  const { agentId } = ctx.store;
  const compared = (address: string) => comparedAddress({ kind, value: address }).value;
  const value = given === null ? null : compared(given);
  const held = contact.state.details[kind];
  if (held?.provenance === "human" && held.value !== null && compared(held.value) !== value) {
    changes.remove("addresses", { agentId, contactId: contact.id, kind, value: compared(held.value) });
  }
  if (value === null) return;
  const holder = await ctx.store.contacts.holderOf(kind, value);
  if (holder !== null && holder !== contact.id) {
    const errors = [{ pointer: `/${kind}`, detail: `belongs to ${holder}` }];
    throw new CrmError("conflict", `this ${kind === "email" ? "e-mail" : "phone"} belongs to contact ${holder} already`, {
      contactId: holder,
      errors,
    });
  }
  if (holder === null) changes.expectAbsent("addresses", { kind, value, verified: true }, "contactId");
  changes.put("addresses", { agentId, contactId: contact.id, kind, value, likeKey: likeKeyOf({ kind, value }), verified: true });
}
