import type { TableName, Tables } from "#core/model/records.ts";

/** How a value is kept: as it is, a boolean as 0 or 1, anything else as JSON text. */
export type Kind = "value" | "flag" | "json";
type KindOf<V> = [NonNullable<V>] extends [boolean] ? "flag" : [NonNullable<V>] extends [string | number] ? "value" : "json";

export type Table<R> = {
  readonly name: string;
  /** Primary key beside the agent's id. */
  readonly key: readonly (keyof R & string)[];
  readonly columns: { readonly [C in keyof R & string]-?: KindOf<R[C]> };
};

const value = "value";
const flag = "flag";
const json = "json";
const ofContact = { agentId: value, contactId: value } as const;
const byId = ["id"] as const;

/** Every table a change set writes, parents before children. Columns in SQL are these names in snake_case. */
export const tables: { readonly [T in TableName]: Table<Tables[T]> } = {
  agents: { name: "agents", key: byId, columns: { id: value, name: value, createdAt: value } },
  keys: {
    name: "keys",
    key: byId,
    columns: { id: value, agentId: value, name: value, hash: value, scopes: json, createdAt: value, revokedAt: value },
  },
  settings: {
    name: "settings",
    key: ["version"],
    columns: { agentId: value, version: value, document: json, createdAt: value, createdBy: value },
  },
  branches: {
    name: "branches",
    key: byId,
    columns: { id: value, agentId: value, name: value, address: value, email: value, phone: value, timeZone: value, createdAt: value },
  },
  tags: { name: "tags", key: byId, columns: { id: value, agentId: value, name: value, nameKey: value, createdAt: value } },
  contacts: {
    name: "contacts",
    key: byId,
    columns: {
      id: value,
      agentId: value,
      version: value,
      settingsVersion: value,
      createdAt: value,
      updatedAt: value,
      source: value,
      sourceDetail: value,
      ownerId: value,
      branchId: value,
      timeZone: value,
      attributes: json,
      vipOverride: flag,
      optedOut: flag,
      state: json,
      name: value,
      email: value,
      phone: value,
      company: value,
      language: value,
      channels: json,
      status: value,
      statusBecause: value,
      stage: value,
      score: value,
      grade: value,
      sentiment: value,
      sentimentLevel: value,
      sentimentTrend: value,
      vip: flag,
      vipBecause: value,
      atRisk: flag,
      atRiskBecause: value,
      messageCount: value,
      firstSeenAt: value,
      lastSeenAt: value,
      recentAt: value,
      nameKey: value,
      searchText: value,
      reviewAt: value,
    },
  },
  identities: {
    name: "identities",
    key: byId,
    columns: { id: value, ...ofContact, channel: value, account: value, externalId: value, username: value, blockedAt: value, createdAt: value },
  },
  addresses: { name: "addresses", key: ["kind", "value", "contactId"], columns: { ...ofContact, kind: value, value: value, verified: flag } },
  conversations: {
    name: "conversations",
    key: byId,
    columns: {
      id: value,
      ...ofContact,
      identityId: value,
      channel: value,
      account: value,
      branchId: value,
      createdAt: value,
      lastMessageAt: value,
      messageCount: value,
    },
  },
  messages: {
    name: "messages",
    key: byId,
    columns: {
      id: value,
      ...ofContact,
      conversationId: value,
      channel: value,
      account: value,
      source: value,
      externalId: value,
      direction: value,
      author: value,
      text: value,
      media: json,
      sender: json,
      sentAt: value,
      receivedAt: value,
      history: flag,
      sentiment: value,
      editedAt: value,
    },
  },
  readings: {
    name: "readings",
    key: ["messageId", "analyst", "version"],
    columns: { messageId: value, ...ofContact, analyst: value, version: value, effective: flag, reading: json, createdAt: value },
  },
  hits: {
    name: "hits",
    key: ["factId", "signalId"],
    columns: { signalId: value, signalVersion: value, factId: value, ...ofContact, at: value, points: value, quote: value, counted: flag },
  },
  actions: {
    name: "actions",
    key: byId,
    columns: {
      id: value,
      ...ofContact,
      action: value,
      externalId: value,
      reference: value,
      sender: json,
      properties: json,
      at: value,
      receivedAt: value,
    },
  },
  adjustments: {
    name: "adjustments",
    key: byId,
    columns: { id: value, ...ofContact, points: value, setTo: value, reason: value, by: value, at: value },
  },
  stageChanges: { name: "stage_changes", key: byId, columns: { id: value, ...ofContact, stage: value, reason: value, by: value, at: value } },
  edits: {
    name: "edits",
    key: byId,
    columns: { id: value, ...ofContact, field: value, value: value, provenance: value, by: value, at: value },
  },
  transitions: {
    name: "transitions",
    key: byId,
    columns: {
      id: value,
      ...ofContact,
      kind: value,
      from: value,
      to: value,
      because: value,
      cause: json,
      at: value,
      recordedAt: value,
      cycle: value,
      settingsVersion: value,
    },
  },
  contactTags: { name: "contact_tags", key: ["contactId", "tagId"], columns: { ...ofContact, tagId: value, createdAt: value } },
  notes: { name: "notes", key: byId, columns: { id: value, ...ofContact, text: value, by: value, createdAt: value } },
  deliveries: {
    name: "deliveries",
    key: byId,
    columns: {
      id: value,
      ...ofContact,
      conversationId: value,
      identityId: value,
      channel: value,
      account: value,
      purpose: value,
      onceKey: value,
      text: value,
      media: json,
      author: value,
      state: value,
      reason: value,
      providerId: value,
      messageId: value,
      attempts: value,
      notBefore: value,
      owner: value,
      leaseUntil: value,
      createdBy: value,
      createdAt: value,
      updatedAt: value,
    },
  },
  connections: {
    name: "connections",
    key: byId,
    columns: { id: value, agentId: value, channel: value, account: value, sealed: value, createdBy: value, createdAt: value },
  },
  poison: {
    name: "poison",
    key: byId,
    columns: { id: value, agentId: value, channel: value, account: value, senderId: value, code: value, payload: json, receivedAt: value },
  },
  operations: {
    name: "operations",
    key: byId,
    columns: {
      id: value,
      agentId: value,
      kind: value,
      state: value,
      total: value,
      done: value,
      failed: value,
      cursor: value,
      error: value,
      createdBy: value,
      createdAt: value,
      updatedAt: value,
      finishedAt: value,
      input: json,
    },
  },
  segments: {
    name: "segments",
    key: byId,
    columns: { id: value, agentId: value, name: value, nameKey: value, filter: json, createdAt: value, updatedAt: value },
  },
  outbox: {
    name: "outbox",
    key: byId,
    columns: { id: value, agentId: value, type: value, key: value, payload: json, startAfter: value, createdAt: value },
  },
  remembered: {
    name: "remembered",
    key: ["keyHash"],
    columns: { agentId: value, keyHash: value, requestHash: value, contactId: value, status: value, body: value, createdAt: value },
  },
};

// The keys of `tables` are exactly the table names, so listing them loses nothing.
export const tableNames = Object.keys(tables) as TableName[];

/** A column's name in SQL, quoted: some, like `from`, are SQL's own words. */
export const column = (name: string): string => `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;
