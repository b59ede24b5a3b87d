import type { ConnectionRecord, PoisonRecord } from "#core/model/connection.ts";
import type { ContactFilter } from "#core/model/contact-filter.ts";
import type { ConversationDecisionRecord, ConversationRecord, InboxFilter, InboxSort, InboxState, WaitRecord } from "#core/model/conversation.ts";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { OutboxRecord } from "#core/model/effect.ts";
import type { FactKey } from "#core/model/fact.ts";
import type { StoredMessage } from "#core/model/messages/stored-message.ts";
import type { OperationRecord } from "#core/model/operations/operation.ts";
import type { ConsentRecord } from "#core/model/people/consent.ts";
import type {
  ActionRecord,
  AdjustmentRecord,
  AgentRecord,
  ContactRecord,
  EditRecord,
  HitRecord,
  IdempotencyRecord,
  IdentityRecord,
  KeyRecord,
  MessageRecord,
  ReadingRecord,
  SettingsRecord,
  StageChangeRecord,
  TransitionRecord,
} from "#core/model/records.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import type { Stage } from "#core/model/vocabulary.ts";
import type { AlertStore } from "./alert-store.ts";
import type { ChangeSet } from "./change-set.ts";
import type { DeliveryStore } from "./delivery-store.ts";
import type { CreditStore, FollowUpStore, TemplateStore } from "./followup-store.ts";
import type { ImportStore } from "./import-store.ts";
import type { IngestReads } from "./ingest-reads.ts";
import type { LabelStore } from "./label-store.ts";
import type { Page, PageQuery } from "./page.ts";
import type { ConsentStore, MergeStore, ProposalStore, SuppressionStore } from "./people-store.ts";
import type { PlanStore } from "./plan-store.ts";
import type { AuditStore, StaffChatStore, StaffStore } from "./staff-store.ts";
import type { AnalyticsStore, OperationStore, SegmentStore, Workload } from "./work-store.ts";

export type { ContactFilter } from "#core/model/contact-filter.ts";

/** Everything that one agent owns. A store is bound to its agent when it is made, so an id of another agent is not found. */
export interface Store {
  readonly agentId: string;
  /** Writes the whole change set in one durable commit, or throws StaleError (read and decide again) and writes nothing. */
  commit(changes: ChangeSet): Promise<void>;
  readonly settings: SettingsStore;
  readonly ingest: IngestReads;
  readonly contacts: ContactStore;
  readonly messages: MessageStore;
  readonly conversations: ConversationStore;
  readonly labels: LabelStore;
  readonly keys: KeyStore;
  readonly alerts: AlertStore;
  readonly deliveries: DeliveryStore;
  readonly connections: ConnectionStore;
  readonly operations: OperationStore;
  readonly segments: SegmentStore;
  readonly analytics: AnalyticsStore;
  readonly staff: StaffStore;
  readonly staffChat: StaffChatStore;
  readonly audit: AuditStore;
  readonly followUps: FollowUpStore;
  readonly templates: TemplateStore;
  readonly credits: CreditStore;
  readonly consents: ConsentStore;
  readonly suppressions: SuppressionStore;
  readonly merges: MergeStore;
  readonly proposals: ProposalStore;
  readonly plans: PlanStore;
  readonly imports: ImportStore;
  /** `formerHash`: under which an earlier version stored the answer; the one under `keyHash` is preferred. */
  readonly idempotency: { find(keyHash: string, formerHash?: string): Promise<IdempotencyRecord | null> };
}

export interface SettingsStore {
  /** The newest version; cached, but never older than the last commit of this process. */
  current(): Promise<VersionedSettings>;
  /** An earlier version, or the newest; null: there is none of that number. Kept in memory: versions do not change. */
  find(version: number): Promise<VersionedSettings | null>;
  /** Newest first. */
  history(page: PageQuery): Promise<Page<Omit<SettingsRecord, "document">>>;
}

/** Every effective fact of one contact, to fold it again. */
export type StoredFacts = {
  messages: StoredMessage[];
  actions: ActionRecord[];
  adjustments: AdjustmentRecord[];
  stageChanges: StageChangeRecord[];
  edits: EditRecord[];
  consents: ConsentRecord[];
  conversationDecisions: ConversationDecisionRecord[];
};

export const contactSorts = ["lastSeenAt", "name", "createdAt", "score"] as const;
export type ContactSort = { by: (typeof contactSorts)[number]; descending: boolean };

export interface ContactStore {
  find(id: string): Promise<ContactRecord | null>;
  findMany(ids: readonly string[]): Promise<ContactRecord[]>;
  /** Verified holder of an e-mail or phone. */
  holderOf(kind: "email" | "phone", value: string): Promise<string | null>;
  list(filter: ContactFilter, sort: ContactSort, page: PageQuery): Promise<Page<ContactRecord>>;
  count(filter: ContactFilter): Promise<number>;
  /**
   * Ids of at most `limit` contacts after the id `after` that the filter holds for, in the order of ids, which no change
   * alters. Reads a bounded range: `last` is the id up to which it has read; null: there are no more.
   */
  walk(filter: ContactFilter, after: string | null, limit: number): Promise<{ ids: string[]; last: string | null }>;
  /** Those of the ids that are contacts. */
  existing(ids: readonly string[]): Promise<string[]>;
  /** Contacts whose `reviewAt` has come, earliest first. */
  due(now: number, limit: number): Promise<ContactRecord[]>;
  /** Contacts that were last decided under settings older than this version. */
  outdated(settingsVersion: number, limit: number): Promise<ContactRecord[]>;
  /** Contacts that older rules than these have derived. */
  ofOlderRules(rulesVersion: number, limit: number): Promise<ContactRecord[]>;
  /** Very many are read in several steps, between which other commits may happen: a decision on them must check the contact's version. */
  facts(id: string): Promise<StoredFacts>;
  /** Of many contacts in a few queries; contacts without facts are there too. */
  factsOfMany(ids: readonly string[]): Promise<Map<string, StoredFacts>>;
  /** The next contacts after the id `after`, in the order of ids. */
  scan(after: string | null, limit: number): Promise<ContactRecord[]>;
  hits(id: string): Promise<HitRecord[]>;
  /** In no order. */
  hitsOfMany(ids: readonly string[]): Promise<HitRecord[]>;
  /** The waits of the contact that have ended, by conversation and message. */
  waits(id: string): Promise<WaitRecord[]>;
  identities(id: string): Promise<IdentityRecord[]>;
  transitions(id: string): Promise<TransitionRecord[]>;
  /** CSV lines in keyset chunks of a few thousand rows; yields to the event loop between them. Formula cells are made harmless. */
  csv(filter: ContactFilter, columns: readonly CsvColumn[]): AsyncIterable<string>;
  pipeline(): Promise<PipelineRow[]>;
  /** Deletes contacts and every copy of their data in one commit with `changes`; counts per table. Unknown ids are left out of the answer. */
  erase(ids: readonly string[], changes?: ChangeSet): Promise<Map<string, Record<string, number>>>;
  /** Removes what change sets have erased from the database files as well. */
  scrub(): Promise<void>;
}

/** Default columns of the export first (seed.md), the rest on request. */
export const csvColumns = [
  "name",
  "email",
  "phone",
  "company",
  "status",
  "source",
  "createdAt",
  "firstSeenAt",
  "lastSeenAt",
  "messageCount",
  "id",
  "stage",
  "grade",
  "score",
  "sentiment",
  "tags",
  "channels",
  "vip",
  "atRisk",
  "branchId",
  "ownerId",
  "language",
  "timeZone",
  "bookedFor",
  "lifetimeValue",
  "currency",
] as const;
export type CsvColumn = (typeof csvColumns)[number];

/** `entered`: contacts that ever reached the stage; `wentOn`: those of them that later entered a later one; median in ms, of those who left it. */
export type PipelineRow = { stage: Stage; count: number; entered: number; wentOn: number; medianTimeInStage: number | null };

export type MessageWithReading = MessageRecord & { reading: ReadingRecord["reading"] };

export interface MessageStore {
  find(id: string): Promise<MessageWithReading | null>;
  /** In no order. */
  findMany(ids: readonly string[]): Promise<MessageWithReading[]>;
  /** The newest of each conversation, `limit` at most, newest first, in one query; by the id of the conversation. */
  newestOf(conversations: readonly Pick<ConversationRecord, "id" | "contactId">[], limit: number): Promise<Map<string, MessageWithReading[]>>;
  /** Newest first. */
  ofConversation(conversation: Pick<ConversationRecord, "id" | "contactId">, page: PageQuery): Promise<Page<MessageWithReading>>;
  /** Newest first. */
  ofContact(contactId: string, page: PageQuery): Promise<Page<MessageWithReading>>;
  /** The two most strongly toned inbound messages. */
  strongest(contactId: string): Promise<MessageWithReading[]>;
  readings(messageId: string): Promise<ReadingRecord[]>;
}

export interface ConversationStore {
  find(id: string): Promise<ConversationRecord | null>;
  findMany(ids: readonly string[]): Promise<ConversationRecord[]>;
  /** The inbox: those that the filter holds for, in the order asked for. */
  list(filter: InboxFilter, sort: InboxSort, page: PageQuery): Promise<Page<ConversationRecord>>;
  /** How many the filter holds for, by state; its own `state` is not looked at. Costs the same however many there are. */
  counts(filter: Omit<InboxFilter, "contact">): Promise<Record<InboxState, number>>;
  /** Conversations that the member of staff looks after or has taken over. */
  ofStaff(staffId: string, limit: number): Promise<ConversationRecord[]>;
  /** Decisions about conversations of the contact whose summary quotes one of the messages. */
  decisionsQuoting(contactId: string, messageIds: readonly string[]): Promise<ConversationDecisionRecord[]>;
  /** Conversations whose `reviewAt` has come, earliest first. */
  due(now: number, limit: number): Promise<ConversationRecord[]>;
  /** Newest last message first. */
  ofContact(contactId: string): Promise<ConversationRecord[]>;
  /** In the same order. */
  pageOfContact(contactId: string, page: PageQuery): Promise<Page<ConversationRecord>>;
  /** When the customer last wrote in it, ms since 1970. */
  lastInboundAt(conversation: ConversationRecord): Promise<number | null>;
}

export interface ConnectionStore {
  list(): Promise<ConnectionRecord[]>;
  /** Oldest first. */
  page(page: PageQuery): Promise<Page<ConnectionRecord>>;
  find(id: string): Promise<ConnectionRecord | null>;
  identity(id: string): Promise<IdentityRecord | null>;
  /** Poison messages, newest first. */
  poison(page: PageQuery): Promise<Page<PoisonRecord>>;
  /** Acquires or renews the lease called `name`; false while another owner holds it. */
  lease(name: string, owner: string, until: number, now: number): Promise<boolean>;
  release(name: string, owner: string): Promise<void>;
}

export interface KeyStore {
  /** Oldest first. */
  list(page: PageQuery): Promise<Page<KeyRecord>>;
  find(id: string): Promise<KeyRecord | null>;
}

/** What does not belong to one agent: agents, their keys, and work for all of them. */
export interface Directory {
  /** The key with this SHA-256, unless revoked. */
  findKey(hash: string): Promise<KeyRecord | null>;
  agents(page: PageQuery): Promise<Page<AgentRecord>>;
  findAgent(id: string): Promise<AgentRecord | null>;
  /** Writes that create an agent, its settings and its first key. */
  commit(changes: ChangeSet): Promise<void>;
  store(agentId: string): Store;
  /** Effects that wait for the queue, of all agents, oldest first. */
  outbox(limit: number): Promise<OutboxRecord[]>;
  /** Calls back after each commit of this process that has asked for effects. */
  onEffects(listener: () => void): void;
  /** Called with what each commit of this process has written; a later listener replaces it. */
  onCommit(listener: (changes: ChangeSet) => void): void;
  /** Whether any agent has a follow-up whose time has come: to be proposed, or to be reviewed. */
  hasDueFollowUps(now: number): Promise<boolean>;
  /** Deletes effects that the queue has stored. */
  relayed(effects: readonly OutboxRecord[]): Promise<void>;
  /** Deliveries of all agents whose process has died: their lease has run out. */
  expiredDeliveries(now: number, limit: number): Promise<DeliveryRecord[]>;
  /** Operations of all agents that have not ended and had no progress since `before`. */
  stalledOperations(before: number, limit: number): Promise<OperationRecord[]>;
  /** Deliveries of all agents that are queued, due, and unchanged since `before`; oldest first. */
  stalledDeliveries(before: number, now: number, limit: number): Promise<DeliveryRecord[]>;
  /** Deletes answers under Idempotency-Keys that were stored before then, oldest first. Returns how many. */
  forgetAnswers(before: number, limit: number): Promise<number>;
  /** What waits in the database of all agents, by bounded counts over indexes. */
  workload(): Promise<Workload>;
  /** Open alerts of all agents with a workspace that were raised before then (ms since 1970) and are in no staff chat, counted up to 1000. */
  unshownAlerts(before: number): Promise<number>;
  /** Deletes handled calls of platforms from before then, oldest first: platforms do not repeat them any more. */
  forgetSeen(before: number, limit: number): Promise<void>;
  connections(): Promise<ConnectionRecord[]>;
}

/** The place of a timeline entry; entries are read newest first. */
export type TimelineKey = FactKey;
