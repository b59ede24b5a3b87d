import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { channels } from "#core/model/vocabulary.ts";
import { contactData } from "../data-policy.ts";
import { contacts } from "./contacts.ts";

export const identities = sqliteTable(
  "identities",
  {
    id: text().notNull(),
    agentId: text().notNull(),
    contactId: text().notNull(),
    channel: text({ enum: channels }).notNull(),
    account: text().notNull(),
    externalId: text().notNull(),
    username: text(),
    blockedAt: integer(),
    createdAt: integer().notNull(),
  },
  (identity) => [
    primaryKey({ columns: [identity.agentId, identity.id] }),
    foreignKey({ columns: [identity.agentId, identity.contactId], foreignColumns: [contacts.agentId, contacts.id] }),
    uniqueIndex("identities_by_external_id").on(identity.agentId, identity.channel, identity.account, identity.externalId),
    index("identities_by_contact").on(identity.agentId, identity.contactId),
  ],
);
export const identitiesPolicy = contactData;

export const addresses = sqliteTable(
  "addresses",
  {
    agentId: text().notNull(),
    contactId: text().notNull(),
    kind: text({ enum: ["email", "phone"] }).notNull(),
    value: text().notNull(),
    likeKey: text().notNull().default(""),
    verified: integer({ mode: "boolean" }).notNull(),
  },
  (address) => [
    primaryKey({ columns: [address.agentId, address.kind, address.value, address.contactId] }),
    foreignKey({ columns: [address.agentId, address.contactId], foreignColumns: [contacts.agentId, contacts.id] }),
    index("addresses_by_contact").on(address.agentId, address.contactId),
    index("addresses_by_likeness").on(address.agentId, address.kind, address.likeKey),
  ],
);
export const addressesPolicy = {
  owner: "contact",
  contactColumns: ["contactId"],
  merge: "rewrite",
  unmerge: "rewrite",
  move: null,
  erase: "delete",
  posts: [],
} as const;
