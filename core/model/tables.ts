import type { AlertRecord } from "./alert.ts";
import type { ConnectionRecord, PoisonRecord } from "./connection.ts";
import type { SegmentRecord } from "./contact-filter.ts";
import type { ConversationDecisionRecord, ConversationRecord, WaitRecord } from "./conversation.ts";
import type { DeliveryRecord } from "./delivery.ts";
import type { OutboxRecord } from "./effect.ts";
import type { DueRecord, FollowUpRecord } from "./followup.ts";
import type { ImportRecord, ImportRowRecord } from "./operations/import.ts";
import type { OperationRecord } from "./operations/operation.ts";
import type { PlanChangeRecord, PlanRecord } from "./operations/plan.ts";
import type { ConsentRecord } from "./people/consent.ts";
import type { MergeRecord, ProposalRecord } from "./people/merge.ts";
import type {
  ActionRecord,
  AddressRecord,
  AdjustmentRecord,
  AgentRecord,
  BranchRecord,
  ContactRecord,
  ContactTagRecord,
  EditRecord,
  HitRecord,
  IdempotencyRecord,
  IdentityRecord,
  KeyRecord,
  MessageRecord,
  NoteRecord,
  ReadingRecord,
  SettingsRecord,
  StageChangeRecord,
  TagRecord,
  TransitionRecord,
} from "./records.ts";
import type { AuditRecord, PostRecord, SeenRecord, StaffRecord, WorkspaceRecord } from "./staff.ts";
import type { CreditRecord, TemplateRecord } from "./template.ts";

/**
 * The record of every table that a change set can write, checked against db/schema. A table whose record nothing in the core
 * names may be declared in its file in db/schema instead.
 */
export interface Tables {
  alerts: AlertRecord;
  agents: AgentRecord;
  keys: KeyRecord;
  settings: SettingsRecord;
  contacts: ContactRecord;
  identities: IdentityRecord;
  addresses: AddressRecord;
  conversations: ConversationRecord;
  messages: MessageRecord;
  readings: ReadingRecord;
  hits: HitRecord;
  actions: ActionRecord;
  adjustments: AdjustmentRecord;
  stageChanges: StageChangeRecord;
  conversationDecisions: ConversationDecisionRecord;
  waits: WaitRecord;
  edits: EditRecord;
  transitions: TransitionRecord;
  tags: TagRecord;
  contactTags: ContactTagRecord;
  notes: NoteRecord;
  branches: BranchRecord;
  deliveries: DeliveryRecord;
  connections: ConnectionRecord;
  operations: OperationRecord;
  segments: SegmentRecord;
  followups: FollowUpRecord;
  dues: DueRecord;
  templates: TemplateRecord;
  credits: CreditRecord;
  consents: ConsentRecord;
  merges: MergeRecord;
  proposals: ProposalRecord;
  plans: PlanRecord;
  planChanges: PlanChangeRecord;
  imports: ImportRecord;
  importRows: ImportRowRecord;
  poison: PoisonRecord;
  staff: StaffRecord;
  workspaces: WorkspaceRecord;
  posts: PostRecord;
  audit: AuditRecord;
  seen: SeenRecord;
  outbox: OutboxRecord;
  idempotency: IdempotencyRecord;
}
export type TableName = keyof Tables;
