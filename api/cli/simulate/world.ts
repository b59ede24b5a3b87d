import type { ConnectionRecord } from "#core/model/connection.ts";
import type { From } from "#core/model/inbound.ts";
import type { Settings } from "#core/model/settings.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import type { Actor, Context } from "#core/ports/context.ts";
import { receiveEvent } from "#core/usecases/connections/receive-event.ts";
import { patchContact } from "#core/usecases/contacts/patch-contact.ts";
import type { Engine } from "./engine/engine.ts";
import type { Platform } from "./platform.ts";
import type { EntryKind, ScenarioEntry } from "./timeline.ts";
import { showInstant } from "./times.ts";

/** A customer of the scenario: the name is what steps call them by. */
export type ScenarioPerson = {
  name: string;
  channel: ChannelName;
  /** The platform's id. */
  id: string;
  /** IANA; undefined: nobody told the business. */
  zone?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
};

/** A step cannot be done; the message says why. */
export class StepError extends Error {
  override readonly name = "StepError";
}

export type KnownPerson = ScenarioPerson & { contactId: string };

type WorldDeps = {
  engine: Engine;
  platform: Platform;
  settings: Settings;
  people: readonly ScenarioPerson[];
  contextAs(actor: Actor): Context;
};

export const account = "default";

/** What the steps of a scenario act on. */
export class World {
  readonly engine: Engine;
  readonly platform: Platform;
  readonly timeline: ScenarioEntry[] = [];
  /** Expectations that did not hold. */
  readonly failures: { line: number; message: string }[] = [];
  readonly timeZone: string;
  readonly staff: Context;
  readonly system: Context;
  readonly #channel: Context;
  readonly #people: Map<string, ScenarioPerson>;
  #said = 0;

  constructor({ engine, platform, settings, people, contextAs }: WorldDeps) {
    this.engine = engine;
    this.platform = platform;
    this.timeZone = settings.timeZone;
    this.#people = new Map(people.map((person) => [person.name, person]));
    this.staff = contextAs({ kind: "staff", id: "staff" });
    this.system = contextAs({ kind: "system", id: "simulation" });
    this.#channel = contextAs({ kind: "channel", id: "simulation" });
  }

  now(): number {
    return this.system.now();
  }

  write(at: number, kind: EntryKind, who: string | null, text: string): void {
    this.timeline.push({ at, kind, who, text });
  }

  person(name: string): ScenarioPerson {
    const found = this.#people.get(name);
    if (!found) throw new StepError(`nobody under "contacts" is called ${name}`);
    return found;
  }

  /** The person and the contact they are; throws when the business does not know them yet. */
  async contact(name: string): Promise<KnownPerson> {
    const person = this.person(name);
    const contactId = await this.#contactOf(person);
    if (contactId === null) throw new StepError(`${name} has not written yet: there is no contact`);
    return { ...person, contactId };
  }

  /** Everybody who is a contact by now, in the order of the scenario. */
  async contacts(): Promise<KnownPerson[]> {
    const known: KnownPerson[] = [];
    for (const person of this.#people.values()) {
      const contactId = await this.#contactOf(person);
      if (contactId !== null) known.push({ ...person, contactId });
    }
    return known;
  }

  async conversationId(name: string): Promise<string> {
    const { contactId, channel } = await this.contact(name);
    const conversation = (await this.system.store.conversations.ofContact(contactId)).find((each) => each.channel === channel);
    if (!conversation) throw new StepError(`${name} has not written on ${channel} yet: there is no conversation to answer in`);
    return conversation.id;
  }

  /** The customer writes; on a platform that is down the words wait there. */
  async says(name: string, text: string): Promise<void> {
    const person = this.person(name);
    const sentAt = this.now();
    this.#said += 1;
    const externalId = `${person.id}:in:${this.#said}`;
    const deliver = async () => {
      const late = this.now() > sentAt ? ` (written ${showInstant(sentAt, this.timeZone)})` : "";
      this.write(this.now(), "in", name, `${text}${late}`);
      await this.#receive(person, { text, externalId, sentAt });
    };
    const until = this.platform.downUntil(person.channel);
    if (until === null) return deliver();
    this.write(sentAt, "world", name, `writes, but ${person.channel} is down`);
    this.engine.plan(until, deliver);
  }

  /** The platform tells us that they have blocked us, or let us in again. */
  async blocks(name: string, isBlocked: boolean): Promise<void> {
    const person = this.person(name);
    this.platform.block(person.channel, person.id, isBlocked);
    const event = { kind: isBlocked ? "blocked" : "unblocked", from: fromOf(person), at: this.now() } as const;
    await receiveEvent(this.#channel, connectionOf(person), event);
  }

  async #receive(person: ScenarioPerson, words: { text: string; externalId: string; sentAt: number }): Promise<void> {
    const common = { channel: person.channel, account, direction: "inbound", author: "customer", origin: "platform" } as const;
    const message = { ...common, ...words, from: fromOf(person), media: [] };
    await receiveEvent(this.#channel, connectionOf(person), { kind: "message", message });
    await this.#tellZone(person);
  }

  async #tellZone({ name, zone }: ScenarioPerson): Promise<void> {
    if (zone === undefined) return;
    const { contactId } = await this.contact(name);
    const contact = await this.system.store.contacts.find(contactId);
    if (contact && contact.timeZone === null) await patchContact(this.staff, { id: contactId, timeZone: zone });
  }

  async #contactOf({ channel, id }: ScenarioPerson): Promise<string | null> {
    const identities = [{ channel, account, externalId: id }];
    const view = await this.system.store.ingest.find({ identities, messages: [], actions: [], contactIds: [], addresses: [] });
    return view.identities[0]?.contactId ?? null;
  }
}

export function fromOf({ id, name, email, phone }: ScenarioPerson): From {
  return { externalId: id, name, email, phone };
}

function connectionOf({ channel }: ScenarioPerson): Pick<ConnectionRecord, "channel" | "account"> {
  return { channel, account };
}
