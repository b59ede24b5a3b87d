import { sql } from "drizzle-orm";
import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { consentDecisions, consentSources } from "#core/model/people/consent.ts";
import {
  type ContactOrigin,
  type FilledField,
  type MergeRecord,
  type MovedRows,
  type ProposalEvidence,
  proposalKinds,
  proposalStates,
} from "#core/model/people/merge.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { detailFields } from "#core/model/vocabulary.ts";
import { contactData } from "../data-policy.ts";
import { ofAgent } from "./agents.ts";
import { contacts } from "./contacts.ts";

export const consents = sqliteTable(
  "consents",
  {
    id: text().notNull(),
    agentId: text().notNull(),
    contactId: text().notNull(),
    node: text().notNull(),
    decision: text({ enum: consentDecisions }).notNull(),
    source: text({ enum: consentSources }).notNull(),
    reason: text(),
    quote: text(),
    messageId: text(),
    by: text().notNull(),
    at: integer().notNull(),
  },
  (consent) => [
    primaryKey({ columns: [consent.agentId, consent.id] }),
    foreignKey({ columns: [consent.agentId, consent.contactId], foreignColumns: [contacts.agentId, contacts.id] }),
    index("consents_by_contact").on(consent.agentId, consent.contactId, consent.at, consent.id),
  ],
);
export const consentsPolicy = contactData;

export const merges = sqliteTable(
  "merges",
  {
    id: text().notNull(),
    agentId: ofAgent(),
    fromId: text().notNull(),
    intoId: text().notNull(),
    from: text({ mode: "json" }).$type<ContactRecord>(),
    moved: text({ mode: "json" }).$type<MovedRows>(),
    filled: text({ mode: "json" }).$type<FilledField[]>().notNull(),
    tags: text({ mode: "json" }).$type<MergeRecord["tags"]>().notNull(),
    origin: text({ mode: "json" }).$type<ContactOrigin>().notNull(),
    cause: text({ mode: "json" }).$type<MergeRecord["cause"]>().notNull(),
    by: text().notNull(),
    at: integer().notNull(),
    undoneAt: integer(),
    undoneBy: text(),
  },
  (merge) => [
    primaryKey({ columns: [merge.agentId, merge.id] }),
    uniqueIndex("merges_in_force").on(merge.agentId, merge.fromId).where(sql`undone_at IS NULL`),
    index("merges_by_from").on(merge.agentId, merge.fromId),
    index("merges_by_into").on(merge.agentId, merge.intoId, merge.at),
  ],
);
export const mergesPolicy = {
  owner: "contact",
  contactColumns: ["intoId", "fromId"],
  merge: "keep",
  unmerge: "keep",
  move: null,
  erase: "delete_merges",
  posts: [],
} as const;

export const proposals = sqliteTable(
  "proposals",
  {
    id: text().notNull(),
    agentId: text().notNull(),
    kind: text({ enum: proposalKinds }).notNull(),
    key: text().notNull(),
    contactId: text().notNull(),
    otherId: text(),
    field: text({ enum: detailFields }),
    value: text(),
    evidence: text({ mode: "json" }).$type<ProposalEvidence[]>().notNull(),
    state: text({ enum: proposalStates }).notNull(),
    createdAt: integer().notNull(),
    decidedAt: integer(),
    decidedBy: text(),
  },
  (proposal) => [
    primaryKey({ columns: [proposal.agentId, proposal.id] }),
    uniqueIndex("proposals_by_key").on(proposal.agentId, proposal.key),
    index("proposals_by_state").on(proposal.agentId, proposal.state, proposal.createdAt, proposal.id),
    index("proposals_by_contact").on(proposal.agentId, proposal.contactId),
    index("proposals_by_other").on(proposal.agentId, proposal.otherId).where(sql`other_id IS NOT NULL`),
  ],
);
export const proposalsPolicy = {
  owner: "contact",
  contactColumns: ["contactId", "otherId"],
  merge: "rewrite",
  unmerge: "rewrite",
  move: null,
  erase: "delete",
  posts: ["proposal"],
} as const;
