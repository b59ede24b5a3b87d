import { expect } from "vitest";
import type { CrmError } from "#core/errors.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import { canonical } from "#core/rules/canonical.ts";
import { decide } from "#core/rules/contact/decide.ts";
import { derivedColumns } from "#core/rules/contact/row.ts";
import { endedWaits } from "#core/rules/fold/waits.ts";
import { recordAction } from "#core/usecases/actions/record-action.ts";
import { recordConsent } from "#core/usecases/consents/record-consent.ts";
import { factsOf, refoldFacts } from "#core/usecases/contact-change/fold-contact.ts";
import { adjustScore } from "#core/usecases/contacts/adjust-score.ts";
import { createContact } from "#core/usecases/contacts/create-contact.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { patchContact } from "#core/usecases/contacts/patch-contact.ts";
import { setContactStage } from "#core/usecases/contacts/set-stage.ts";
import { mergeContacts } from "#core/usecases/merges/merge-contacts.ts";
import { unmergeContacts } from "#core/usecases/merges/unmerge-contacts.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { addNote, deleteNote } from "#core/usecases/notes.ts";
import { attachTag, detachTag } from "#core/usecases/tags/contact-tags.ts";
import { PeopleModel } from "./people-model.ts";

const day = 86_400_000;
const words = [
  "How much is a cleaning?",
  "I'd like to book for Friday please",
  "Is the deluxe room better than the standard one?",
  "Your service is terrible, nobody answers me",
  "Thank you so much, you are great!",
  "My name is Ana Cruz",
  "you can write me at ana.cruz@example.com",
  "not interested anymore",
];
const replies = ["Shall I book it for you?", "Your booking is confirmed for Friday at 10 am.", "Your booking has been cancelled."];
const actions = ["booking_attempted", "purchase_completed", "purchase_refunded", "link_clicked"];
const fields = ["ownerId", "timeZone", "seats", "plan"] as const;
const zones = ["Asia/Manila", "Europe/Madrid"];

/** Tells the core a random story of a few people, and holds it against the model after each step. */
export class PeopleStory {
  readonly model = new PeopleModel();
  readonly told: string[] = [];
  private readonly ctx: Context;
  private readonly name: string;
  private readonly random: () => number;
  private readonly identityOf = new Map<string, string>();
  private notes: string[] = [];

  constructor(ctx: Context, name: string, random: () => number) {
    this.ctx = ctx;
    this.name = name;
    this.random = random;
  }

  private pick<T>(items: readonly T[]): T {
    // Callers give at least one.
    return items[Math.floor(this.random() * items.length)] as T;
  }

  /** The first of them is made by hand, the others write. Each has something of their own. Staff `one` and `two` are there. */
  async meet(who: number): Promise<void> {
    if (who === 0) {
      const { contact } = await createContact(this.ctx, { name: "Ben", source: "manual", attributes: { seats: "4" }, timeZone: "UTC" });
      this.model.add(contact.id, contact.createdAt, { seats: "4", timeZone: "UTC" });
      for (const edit of (await this.ctx.store.contacts.facts(contact.id)).edits) this.model.put(edit.id, contact.id);
    } else await this.message(`${this.name}.${who}`, null);
    const id = this.model.ids.at(-1) ?? "";
    for (let times = 0; times < 2; times++) if (this.random() < 0.6) await this.tag(id);
    for (let times = 0; times < 3; times++) if (this.random() < 0.8) await this.write(id);
  }

  /** One thing that happens, and a look at those it touches. */
  async step(): Promise<void> {
    const id = this.pick(this.model.alive);
    const dice = this.random();
    let touched = [id];
    if (dice < 0.2) await this.message(...this.someIdentity());
    else if (dice < 0.26) await this.act(...this.someIdentity());
    else if (dice < 0.5) await this.byStaff(id);
    else if (dice < 0.58) await this.consent(id);
    else if (dice < 0.8) touched = await this.merge(id);
    else touched = await this.unmerge();
    for (const each of touched) await this.look(each);
  }

  async end(): Promise<void> {
    for (const id of this.model.ids) await this.look(id);
  }

  private someIdentity(): [string, string] {
    return this.pick([...this.identityOf]);
  }

  private async message(externalId: string, owner: string | null): Promise<void> {
    const isOut = owner !== null && this.random() < 0.3;
    const { message, contact } = await ingestMessage(this.ctx, {
      channel: "telegram",
      account: "main",
      externalId: null,
      direction: isOut ? "outbound" : "inbound",
      author: isOut ? "bot" : "customer",
      from: { externalId },
      text: this.pick(isOut ? replies : words),
      media: [],
      sentAt: this.ctx.now() - Math.floor(this.random() * 200) * (day / 4) - 9_420_000,
      origin: "platform",
    });
    if (owner === null) {
      this.model.add(contact.id, contact.createdAt, {});
      this.identityOf.set(externalId, contact.id);
    }
    this.tell(`message of ${owner ?? contact.id}`);
    this.model.put(message.id, owner ?? contact.id);
    expect(message.contactId).toBe(this.model.canonical(owner ?? contact.id));
  }

  private async act(externalId: string, owner: string): Promise<void> {
    const from = { channel: "telegram", account: "main", externalId } as const;
    const at = this.ctx.now() - Math.floor(this.random() * 40) * (day / 4) - 9_420_000;
    const { action } = await recordAction(this.ctx, { from, action: this.pick(actions), at, externalId: null, properties: {} });
    this.tell(`action of ${owner}`);
    this.model.put(action.id, this.model.canonical(owner));
  }

  private async byStaff(id: string): Promise<void> {
    const { ctx, model } = this;
    const dice = Math.floor(this.random() * 7);
    this.tell(`staff ${dice} ${id}`);
    if (dice === 0) {
      const note = await addNote(ctx, { contactId: id, text: "Called" });
      this.notes.push(note.id);
      model.put(note.id, id);
    } else if (dice === 1) await this.dropNote();
    else if (dice === 2) model.put((await adjustScore(ctx, { id, points: 5, reason: "fair" })).adjustment.id, id);
    else if (dice === 3) {
      await setContactStage(ctx, { id, stage: this.pick(["inquiry", "closing", "follow_up"] as const), reason: null });
      await this.putNewest(id, "stageChanges");
    } else if (dice === 4) {
      await patchContact(ctx, { id, company: this.pick(["Reyes", "Cruz", null]) });
      await this.putNewest(id, "edits");
    } else if (dice === 5) await this.tag(id);
    else await this.write(id);
  }

  private async dropNote(): Promise<void> {
    const noteId = this.notes.pop();
    if (noteId === undefined) return;
    const contactId = this.model.alive.find((id) => this.model.thingsOf(id).includes(noteId)) ?? "nobody";
    await deleteNote(this.ctx, { contactId, noteId });
    this.model.takeOut(noteId);
  }

  private async putNewest(id: string, table: "edits" | "stageChanges"): Promise<void> {
    const newest = (await this.ctx.store.contacts.facts(id))[table].at(-1);
    if (newest) this.model.put(newest.id, id);
  }

  private async tag(id: string): Promise<void> {
    const name = this.pick(["red", "green", "blue"]);
    const held = this.model.tagsOf(id);
    if (held.has(name)) {
      const tag = await this.ctx.store.labels.tagByKey(name);
      await detachTag(this.ctx, { contactId: id, tagId: tag?.id ?? "" });
      held.delete(name);
    } else {
      await attachTag(this.ctx, { contactId: id, name });
      held.add(name);
    }
  }

  private async write(id: string): Promise<void> {
    const field = this.pick(fields);
    const value = this.random() < 0.3 ? null : field === "timeZone" ? this.pick(zones) : this.pick(["one", "two"]);
    await patchContact(this.ctx, { id, ...(field === "ownerId" || field === "timeZone" ? { [field]: value } : { attributes: { [field]: value } }) });
    this.model.write(id, field, value);
  }

  private async consent(id: string): Promise<void> {
    const decision = this.pick(["opt_out", "opt_in"] as const);
    this.tell(`${decision} ${id}`);
    await recordConsent(this.ctx, { contactId: id, decision, source: "staff", reason: null });
    this.model.say(id, decision);
  }

  private async merge(chosen: string): Promise<string[]> {
    const intoId = this.random() < 0.5 ? chosen : (this.model.alive[0] ?? chosen);
    const others = this.model.alive.filter((id) => id !== intoId);
    if (others.length === 0) return [];
    const fromId = this.pick(others);
    const wanted = { intoId, fromId, override: true, cause: { kind: "staff", ref: null } } as const;
    if (this.random() < 0.3) await this.thereAndBack(wanted);
    this.tell(`merge ${fromId} into ${intoId}`);
    await mergeContacts(this.ctx, wanted);
    this.model.merge(fromId, intoId);
    return [intoId, fromId];
  }

  /** When nothing happens in between, both rows are again what they were. */
  private async thereAndBack(wanted: Parameters<typeof mergeContacts>[1]): Promise<void> {
    const before = await this.rows(wanted.intoId, wanted.fromId);
    await mergeContacts(this.ctx, wanted);
    await unmergeContacts(this.ctx, { id: wanted.intoId, otherId: wanted.fromId });
    expect(await this.rows(wanted.intoId, wanted.fromId)).toEqual(before);
  }

  private async rows(...ids: string[]): Promise<string[]> {
    const people = await this.ctx.store.proposals.people(ids);
    const addresses = people.map((person) => person.addresses.map((row) => canonical(row)).sort());
    return [...(await Promise.all(ids.map(async (id) => comparable(await requireContact(this.ctx, id))))), canonical(addresses)];
  }

  private async unmerge(): Promise<string[]> {
    const open = this.model.merges.filter(({ into }) => this.model.canonical(into) === into);
    if (open.length === 0) return [];
    const { from, into } = this.pick(open);
    this.tell(`unmerge ${from} from ${into}`);
    await unmergeContacts(this.ctx, { id: into, otherId: from });
    this.model.unmerge(from);
    return [into, from];
  }

  private tell(step: string): void {
    this.told.push(step);
  }

  /** Everything the contact has is what the model says, and the row is what its facts give. */
  async look(id: string): Promise<void> {
    const { ctx, model } = this;
    const now = model.canonical(id);
    if (now !== id) {
      const error = await requireContact(ctx, id).catch((refusal: CrmError) => refusal);
      expect(error).toMatchObject({ code: "gone", details: { contactId: now } });
      return;
    }
    const contact = await requireContact(ctx, id);
    const facts = await ctx.store.contacts.facts(id);
    const notes = (await ctx.store.labels.notes(id, { limit: 200, cursor: null })).data;
    const things = [facts.messages, facts.actions, facts.adjustments, facts.stageChanges, facts.edits, notes].flat().map((row) => row.id);
    expect(things.sort()).toEqual(model.thingsOf(id).sort());
    expect((await ctx.store.labels.tagsOf([id])).get(id)?.map(({ name }) => name) ?? []).toEqual([...model.tagsOf(id)].sort());
    expect({ ...contact.attributes, ...named({ ownerId: contact.ownerId, timeZone: contact.timeZone }) }).toEqual(model.writtenOf(id));
    expect(contact.optedOut).toBe(model.isOptedOut(id));
    expect(contact.createdAt).toBe(model.createdAt(id));
    await this.refold(contact, factsOf(facts));
  }

  private async refold(contact: ContactRecord, facts: ReturnType<typeof factsOf>): Promise<void> {
    const { document } = await this.ctx.store.settings.current();
    const { state, hits, waits } = refoldFacts(contact.createdAt, { stored: facts, isStale: true }, document);
    const folded = { ...contact, state };
    expect(comparable(contact)).toBe(comparable(derivedColumns(folded, decide(state, folded, document, this.ctx.now()))));
    const stored = await this.ctx.store.contacts.hits(contact.id);
    expect(stored.map(({ agentId: _a, contactId: _c, ...hit }) => canonical(hit)).sort()).toEqual(hits.map((hit) => canonical(hit)).sort());
    const ended = await this.ctx.store.contacts.waits(contact.id);
    expect(ended.map(({ agentId: _a, contactId: _c, ...wait }) => canonical(wait)).sort()).toEqual(
      endedWaits(waits)
        .map((wait) => canonical(wait))
        .sort(),
    );
  }
}

function comparable({ version: _version, updatedAt: _updated, ...row }: ContactRecord): string {
  return canonical(row);
}

function named(columns: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(columns).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}
