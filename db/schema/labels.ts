import { sql } from "drizzle-orm";
import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { agentData, contactData } from "../data-policy.ts";
import { ofAgent } from "./agents.ts";
import { contacts } from "./contacts.ts";

export const tags = sqliteTable(
  "tags",
  {
    id: text().notNull(),
    agentId: ofAgent(),
    name: text().notNull(),
    nameKey: text().notNull(),
    createdAt: integer().notNull(),
  },
  (tag) => [primaryKey({ columns: [tag.agentId, tag.id] }), uniqueIndex("tags_by_name").on(tag.agentId, tag.nameKey)],
);
export const tagsPolicy = agentData;

export const contactTags = sqliteTable(
  "contact_tags",
  {
    agentId: text().notNull(),
    contactId: text().notNull(),
    tagId: text().notNull(),
    createdAt: integer().notNull(),
  },
  (contactTag) => [
    primaryKey({ columns: [contactTag.agentId, contactTag.contactId, contactTag.tagId] }),
    foreignKey({ columns: [contactTag.agentId, contactTag.contactId], foreignColumns: [contacts.agentId, contacts.id] }),
    foreignKey({ columns: [contactTag.agentId, contactTag.tagId], foreignColumns: [tags.agentId, tags.id] }),
    index("contact_tags_by_tag").on(contactTag.agentId, contactTag.tagId, contactTag.contactId),
  ],
);
export const contactTagsPolicy = {
  owner: "contact",
  contactColumns: ["contactId"],
  merge: "unite",
  unmerge: "rewrite",
  move: null,
  erase: "delete",
  posts: [],
} as const;

export const notes = sqliteTable(
  "notes",
  {
    id: text().notNull(),
    agentId: text().notNull(),
    contactId: text().notNull(),
    text: text().notNull(),
    by: text().notNull(),
    createdAt: integer().notNull(),
    conversationId: text(),
  },
  (note) => [
    primaryKey({ columns: [note.agentId, note.id] }),
    foreignKey({ columns: [note.agentId, note.contactId], foreignColumns: [contacts.agentId, contacts.id] }),
    index("notes_by_contact").on(note.agentId, note.contactId, note.createdAt, note.id),
    index("notes_by_conversation").on(note.agentId, note.conversationId, note.createdAt, note.id).where(sql`conversation_id IS NOT NULL`),
  ],
);
/** Those of a conversation go with it, also those that were written after a merge. */
export const notesPolicy = { ...contactData, move: "conversationId" } as const;

export const branches = sqliteTable(
  "branches",
  {
    id: text().notNull(),
    agentId: ofAgent(),
    name: text().notNull(),
    address: text(),
    email: text(),
    phone: text(),
    timeZone: text(),
    createdAt: integer().notNull(),
    nameKey: text(),
  },
  (branch) => [
    primaryKey({ columns: [branch.agentId, branch.id] }),
    uniqueIndex("branches_by_name").on(branch.agentId, branch.nameKey).where(sql`name_key IS NOT NULL`),
  ],
);
export const branchesPolicy = agentData;
