import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Fact } from "#core/model/fact.ts";
import type { ActionRecord, ContactRecord, IdentityKey, IdentityRecord } from "#core/model/records.ts";
import type { Actor } from "#core/ports/context.ts";
import type { IngestView } from "#core/ports/ingest-reads.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { type Address, externalKey, type Holder, identityKey } from "#core/rules/address/identity.ts";

/** A contact of the batch: as it was read (null: it is new), as it will be, the facts it gains, and the actor of the last one. */
export type ArrivalDraft = { before: ContactRecord | null; contact: ContactRecord; facts: Fact[]; actor?: Actor | undefined };

/** The records that a batch has read or created so far, so that later items see the changes of earlier ones. */
export class WorkingSet {
  readonly drafts = new Map<string, ArrivalDraft>();
  readonly conversations = new Map<string, ConversationRecord>();
  /** Ids of the identities whose conversations this batch has created or counted up. */
  readonly touchedConversations = new Set<string>();
  private readonly storedConversations: ReadonlySet<string>;
  private readonly identities = new Map<string, IdentityRecord>();
  private readonly identitiesById = new Map<string, IdentityRecord>();
  private readonly holders = new Map<string, Map<string, IdentityKey[]>>();
  private readonly messages = new Map<string, MessageWithReading>();
  private readonly actions = new Map<string, ActionRecord>();
  private readonly retracted: ReadonlySet<string>;

  /** `retracted`: platform ids of messages that were taken back, as `externalKey`. */
  constructor(view: IngestView, retracted: ReadonlySet<string>) {
    this.retracted = retracted;
    for (const contact of view.contacts) this.drafts.set(contact.id, { before: contact, contact, facts: [] });
    for (const identity of view.identities) this.setIdentity(identity);
    for (const conversation of view.conversations) this.conversations.set(conversation.identityId, conversation);
    for (const message of view.messages) this.addMessage(message);
    for (const action of view.actions) this.addAction(action);
    for (const { address, identities } of view.holders) this.addHolder(address, address.contactId, identities);
    this.storedConversations = new Set(view.conversations.map(({ id }) => id));
  }

  isStored(conversation: ConversationRecord): boolean {
    return this.storedConversations.has(conversation.id);
  }

  /** The identity with exactly this external id, else one with another form of the same id. */
  identity(key: IdentityKey): IdentityRecord | undefined {
    return this.identitiesById.get(externalKey(key)) ?? this.identities.get(identityKey(key));
  }

  private setIdentity(identity: IdentityRecord): void {
    this.identitiesById.set(externalKey(identity), identity);
    this.identities.set(identityKey(identity), identity);
  }

  addIdentity(identity: IdentityRecord): void {
    this.setIdentity(identity);
    for (const holders of this.holders.values()) holders.get(identity.contactId)?.push(identity);
  }

  addHolder({ kind, value }: Address, contactId: string, identities: readonly IdentityKey[]): void {
    const key = `${kind}:${value}`;
    const holders = this.holders.get(key) ?? new Map<string, IdentityKey[]>();
    this.holders.set(key, holders.set(contactId, [...(holders.get(contactId) ?? []), ...identities]));
  }

  holdersOf(addresses: readonly Address[]): Holder[] {
    return addresses.flatMap(({ kind, value }) =>
      [...(this.holders.get(`${kind}:${value}`) ?? [])].flatMap(([contactId, identities]) => {
        const draft = this.drafts.get(contactId);
        return draft ? [{ contactId, createdAt: draft.contact.createdAt, identities }] : [];
      }),
    );
  }

  seenMessage(key: IdentityKey): MessageWithReading | undefined {
    return this.messages.get(externalKey(key));
  }

  isRetracted(key: IdentityKey): boolean {
    return this.retracted.has(externalKey(key));
  }

  addMessage(message: MessageWithReading): void {
    if (message.externalId !== null) {
      this.messages.set(externalKey({ channel: message.channel, account: message.account, externalId: message.externalId }), message);
    }
  }

  seenAction(externalId: string): ActionRecord | undefined {
    return this.actions.get(externalId);
  }

  addAction(action: ActionRecord): void {
    if (action.externalId !== null) this.actions.set(action.externalId, action);
  }
}
