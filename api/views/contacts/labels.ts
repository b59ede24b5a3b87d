import { z } from "@hono/zod-openapi";
import type { AgentRecord, BranchRecord, KeyRecord, NoteRecord, TagRecord } from "#core/model/records.ts";
import { scopes } from "#core/model/vocabulary.ts";
import { iso, isoOrNull, Moment } from "../moment.ts";

export const TagView = z
  .object({ id: z.string().meta({ example: "tag_01kaw3v6h0abcdefghjkmnpqrs" }), name: z.string().meta({ example: "wholesale" }), createdAt: Moment })
  .meta({ id: "Tag" });

export function toTagView({ id, name, createdAt }: TagRecord): z.infer<typeof TagView> {
  return { id, name, createdAt: iso(createdAt) };
}

export const NoteView = z
  .object({
    id: z.string().meta({ example: "not_01kaw3v6h0abcdefghjkmnpqrs" }),
    contactId: z.string().meta({ example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
    conversationId: z.string().nullable().meta({ description: "The conversation in which it was written; null: about the contact", example: null }),
    text: z.string().meta({ example: "Prefers to be called after five." }),
    by: z.string().meta({ description: "Key or member of staff who wrote it", example: "key_01kaw3v6h0abcdefghjkmnpqrs" }),
    createdAt: Moment,
  })
  .meta({ id: "Note" });

export function toNoteView({ id, contactId, conversationId, text, by, createdAt }: NoteRecord): z.infer<typeof NoteView> {
  return { id, contactId, conversationId, text, by, createdAt: iso(createdAt) };
}

export const BranchView = z
  .object({
    id: z.string().meta({ example: "brn_01kaw3v6h0abcdefghjkmnpqrs" }),
    name: z.string().meta({ example: "Makati" }),
    address: z.string().nullable().meta({ example: "12 Jupiter Street" }),
    email: z.string().nullable().meta({ example: "makati@example.com" }),
    phone: z.string().nullable().meta({ example: "+639171234567" }),
    timeZone: z.string().nullable().meta({ example: "Asia/Manila" }),
    createdAt: Moment,
  })
  .meta({ id: "Branch" });

export function toBranchView({ id, name, address, email, phone, timeZone, createdAt }: BranchRecord): z.infer<typeof BranchView> {
  return { id, name, address, email, phone, timeZone, createdAt: iso(createdAt) };
}

export const KeyView = z
  .object({
    id: z.string().meta({ example: "key_01kaw3v6h0abcdefghjkmnpqrs" }),
    name: z.string().meta({ example: "website" }),
    scopes: z.array(z.enum(scopes)).meta({ example: ["read", "write"] }),
    createdAt: Moment,
    revokedAt: Moment.nullable(),
  })
  .meta({ id: "Key", description: "An API key, without the key itself" });

export const ShownKey = z.string().meta({ description: "The key itself: shown this once", example: "rk_…", "x-secret": true });

export function toKeyView(key: KeyRecord): z.infer<typeof KeyView> {
  const { id, name, createdAt, revokedAt } = key;
  return { id, name, scopes: scopes.filter((scope) => key.scopes.includes(scope)), createdAt: iso(createdAt), revokedAt: isoOrNull(revokedAt) };
}

export const AgentView = z
  .object({ id: z.string().meta({ example: "agt_01kaw3v6h0abcdefghjkmnpqrs" }), name: z.string().meta({ example: "Resort" }), createdAt: Moment })
  .meta({ id: "Agent", description: "A business's AI agent, and the tenant that owns everything else" });

export function toAgentView({ id, name, createdAt }: AgentRecord): z.infer<typeof AgentView> {
  return { id, name, createdAt: iso(createdAt) };
}
