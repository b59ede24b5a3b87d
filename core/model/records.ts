import type { ContactState } from "./contact-state.ts";
import type { Purpose } from "./delivery.ts";
import type { Sender } from "./fact.ts";
import type { MessageContent } from "./messages/media.ts";
import type { Reading } from "./reading.ts";
import type { Settings } from "./settings.ts";
import type { Hit } from "./signal.ts";
import type {
  AnalystName,
  Author,
  ChannelName,
  DetailField,
  Direction,
  Grade,
  Provenance,
  SentimentLevel,
  SentimentTrend,
  Source,
  Stage,
  Status,
  TransitionKind,
} from "./vocabulary.ts";

/* Rows as the core knows them; db/schema holds the same names and is checked against these types. Times are ms since 1970. */

export type AgentRecord = { id: string; name: string; createdAt: number };

export type KeyRecord = {
  id: string;
  agentId: string;
  name: string;
  /** SHA-256 of the key in hex; the key itself is shown once. */
  hash: string;
  scopes: string[];
  createdAt: number;
  revokedAt: number | null;
};

export type SettingsRecord = { agentId: string; version: number; document: Settings; createdAt: number; createdBy: string };
/** Value types an attribute may have. */
export type AttributeValue = string | number | boolean | null;

/** Who wrote a column that people write: by its name, or `attribute:KEY`. A column without an entry was written by people. */
export type PeopleBy = Record<string, { provenance: "human" | "integration"; by: string; at: number }>;

export type ContactRecord = {
  id: string;
  agentId: string;
  /** Optimistic lock: a commit that read an older version fails. */
  version: number;
  settingsVersion: number;
  /** Version of the rules that derived it (core/rules/rules-version.ts); 0: of a program that did not store one. */
  rulesVersion: number;
  createdAt: number;
  updatedAt: number;
  source: Source;
  sourceDetail: string | null;
  /* Written by people. */
  ownerId: string | null;
  branchId: string | null;
  timeZone: string | null;
  attributes: Record<string, AttributeValue>;
  vipOverride: boolean | null;
  peopleBy: PeopleBy | null;
  /* Folded and decided from facts, one writer: core/usecases/contact-change/change-contacts.ts. */
  state: ContactState;
  name: string | null;
  email: string | null;
  phone: string | null;
  company: string | null;
  language: string | null;
  channels: ChannelName[];
  /** No marketing and no follow-ups: the latest consent of one of the nodes is an opt-out. */
  optedOut: boolean;
  status: Status;
  statusBecause: string;
  stage: Stage;
  score: number;
  grade: Grade;
  sentiment: number | null;
  sentimentLevel: SentimentLevel | null;
  sentimentTrend: SentimentTrend | null;
  vip: boolean;
  vipBecause: string | null;
  atRisk: boolean;
  atRiskBecause: string | null;
  /** In one of their conversations the customer waits for an answer. */
  awaitingReply: boolean;
  messageCount: number;
  firstSeenAt: number | null;
  lastSeenAt: number | null;
  /** Sort key of lists: lastSeenAt, or createdAt while nobody has written. */
  recentAt: number;
  /** Sort key of names, and the text that short words are looked up in: folded, "" without a name. */
  nameKey: string;
  /** Folded name, e-mail and phone digits, separated by line feeds: what `q` looks in. */
  searchText: string;
  /** When time alone next changes a derived column; null: never. */
  reviewAt: number | null;
};

/** A person's address on one channel account. */
export type IdentityRecord = {
  id: string;
  agentId: string;
  contactId: string;
  channel: ChannelName;
  account: string;
  externalId: string;
  username: string | null;
  /** Since when the person has blocked us, as the platform reports it; null: they have not. */
  blockedAt: number | null;
  createdAt: number;
};

/** The key of an identity within an agent. */
export type IdentityKey = Pick<IdentityRecord, "channel" | "account" | "externalId">;

/** E-mails and phones known for a contact: verified ones link identities, declared ones only propose. */
export type AddressRecord = {
  agentId: string;
  contactId: string;
  kind: "email" | "phone";
  value: string;
  /** Equal for addresses that may belong to one person (core/rules/address/likeness.ts). */
  likeKey: string;
  verified: boolean;
};

export type MessageRecord = MessageContent & {
  id: string;
  agentId: string;
  contactId: string;
  conversationId: string;
  channel: ChannelName;
  account: string;
  source: Source;
  externalId: string | null;
  direction: Direction;
  author: Author;
  /** The purpose for which we sent it; null: it is inbound, or was sent outside the CRM. */
  purpose: Purpose | null;
  sender: Sender | null;
  sentAt: number;
  receivedAt: number;
  /** Arrived more than 24 h after it was sent: read and scored, but nothing is sent because of it. */
  history: boolean;
  sentiment: number | null;
  editedAt: number | null;
};

export type ReadingRecord = {
  messageId: string;
  agentId: string;
  contactId: string;
  analyst: AnalystName;
  version: string;
  /** The one that counts for its message. */
  effective: boolean;
  reading: Reading;
  /** The effective one as an answer to the turns before its message; null: the same as alone. */
  inContext: Reading | null;
  createdAt: number;
};

export type HitRecord = Hit & { agentId: string; contactId: string };

export type ActionRecord = {
  id: string;
  agentId: string;
  contactId: string;
  action: string;
  externalId: string | null;
  reference: string | null;
  /** What the caller reports about the person who did it. */
  sender: Sender | null;
  properties: Record<string, unknown>;
  at: number;
  receivedAt: number;
};

export type AdjustmentRecord = {
  id: string;
  agentId: string;
  contactId: string;
  points: number;
  setTo: number | null;
  reason: string;
  by: string;
  at: number;
};

export type StageChangeRecord = { id: string; agentId: string; contactId: string; stage: Stage; reason: string | null; by: string; at: number };

/** A detail that did not come with a message (see DetailFact). */
export type EditRecord = {
  id: string;
  agentId: string;
  contactId: string;
  field: DetailField;
  value: string | null;
  provenance: Provenance;
  by: string;
  at: number;
};

/** What made a derived value change. */
export const causeKinds = [
  "message",
  "action",
  "adjustment",
  "stage",
  "detail",
  "consent",
  "conversation",
  "time",
  "settings",
  "merge",
  "unmerge",
  "import",
  "correction",
  "upgrade",
] as const;
export type Cause = { kind: (typeof causeKinds)[number]; ref: string | null };

export type TransitionRecord = {
  id: string;
  agentId: string;
  contactId: string;
  kind: TransitionKind;
  from: Status | Stage | null;
  to: Status | Stage;
  because: string;
  cause: Cause;
  /** Time of the evidence. */
  at: number;
  recordedAt: number;
  cycle: number;
  settingsVersion: number;
};

export type TagRecord = { id: string; agentId: string; name: string; nameKey: string; createdAt: number };
export type ContactTagRecord = { agentId: string; contactId: string; tagId: string; createdAt: number };
/** What staff wrote about a contact, or (`conversationId`) in one of the contact's conversations. */
export type NoteRecord = {
  id: string;
  agentId: string;
  contactId: string;
  conversationId: string | null;
  text: string;
  by: string;
  createdAt: number;
};

export type BranchRecord = {
  id: string;
  agentId: string;
  name: string;
  /** The folded name, unique for the agent; null: written by a version that did not hold names apart. */
  nameKey: string | null;
  address: string | null;
  email: string | null;
  phone: string | null;
  timeZone: string | null;
  createdAt: number;
};

/** The answer to a POST with an Idempotency-Key, stored in the commit that had the effect. */
export type IdempotencyRecord = {
  agentId: string;
  /** SHA-256 of the id of the API key that sent the request and of the Idempotency-Key, hex. */
  keyHash: string;
  requestHash: string;
  /** The API key that sent the request; null: stored before answers had an owner, and given to nobody. */
  ownerId: string | null;
  /** Whose data the body shows; deleted with the contact, and the key then answers `gone`. */
  contactId: string | null;
  status: number;
  body: string | null;
  createdAt: number;
};
