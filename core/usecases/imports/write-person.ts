import type { DetailFact, Fact } from "#core/model/fact.ts";
import type { ContactRecord, TagRecord } from "#core/model/records.ts";
import { channels } from "#core/model/vocabulary.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Address } from "#core/rules/address/identity.ts";
import { likeKeyOf } from "#core/rules/address/likeness.ts";
import type { Change } from "#core/rules/imports/change.ts";
import { foldText } from "#core/rules/text/text.ts";
import { consentFact, consentLines } from "#core/usecases/consents/consent-lines.ts";
import { newFactId } from "#core/usecases/fact-id.ts";

/** A contact that rows change: as it was read (null: it is new), as it will be, and the facts it gains. */
export type ImportedContact = { before: ContactRecord | null; contact: ContactRecord; facts: Fact[] };

/** Adds what a row changes about a contact to the change set. The facts are folded after the last row of the commit. */
export function writePerson(ctx: Context, changes: ChangeSet, draft: ImportedContact, change: Change, tags: Map<string, TagRecord>): void {
  const owner = { agentId: draft.contact.agentId, contactId: draft.contact.id };
  const [now, by] = [ctx.now(), ctx.actor.id];
  for (const [field, value] of change.details) {
    const fact: DetailFact = { type: "detail", id: newFactId(ctx, "edt", now), at: now, field, value, provenance: "integration" };
    changes.insert("edits", { id: fact.id, ...owner, field, value, provenance: fact.provenance, by, at: now });
    draft.facts.push(fact);
  }
  const put = (verified: boolean) => (address: Address) => changes.put("addresses", { ...owner, ...address, likeKey: likeKeyOf(address), verified });
  // The addresses of details are written together with their facts.
  const isDetail = ({ kind, value }: Address) => change.details.some(([field, written]) => field === kind && written === value);
  change.addresses.filter((address) => !isDetail(address)).forEach(put(true));
  change.declared.forEach(put(false));
  for (const key of change.identities) {
    changes.insert("identities", { id: ctx.newId("idn"), ...owner, ...key, username: null, blockedAt: null, createdAt: now });
  }
  for (const name of change.tags) {
    changes.insert("contactTags", { ...owner, tagId: tagNamed(ctx, changes, name, tags).id, createdAt: now });
  }
  if (change.note !== null) {
    changes.expectAbsent("notes", { contactId: owner.contactId, text: change.note }, "id");
    changes.insert("notes", { id: ctx.newId("not"), ...owner, conversationId: null, text: change.note, by, createdAt: now });
  }
  if (change.consent !== null) {
    const lines = consentLines(ctx, draft.contact, { decision: change.consent, source: "import", reason: null });
    changes.insert("consents", ...lines);
    draft.facts.push(...lines.map(consentFact));
  }
  const joined = new Set([...draft.contact.channels, ...change.identities.map(({ channel }) => channel)]);
  if (change.people.branchId) changes.expectRows("branches", { id: change.people.branchId }, "id", [change.people.branchId]);
  draft.contact = { ...draft.contact, ...change.people, channels: channels.filter((channel) => joined.has(channel)) };
}

function tagNamed(ctx: Context, changes: ChangeSet, name: string, tags: Map<string, TagRecord>): TagRecord {
  const nameKey = foldText(name);
  const known = tags.get(nameKey);
  if (known) return known;
  const tag: TagRecord = { id: ctx.newId("tag"), agentId: ctx.store.agentId, name, nameKey, createdAt: ctx.now() };
  changes.insert("tags", tag);
  tags.set(nameKey, tag);
  return tag;
}
