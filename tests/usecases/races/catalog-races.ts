import type { Context } from "#core/ports/context.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { createBranch, deleteBranch } from "#core/usecases/branches.ts";
import { connectAccount } from "#core/usecases/connections/connect-account.ts";
import { syncEnvironmentConnection } from "#core/usecases/connections/sync-environment-connection.ts";
import { patchContact } from "#core/usecases/contacts/patch-contact.ts";
import { addNote, deleteNote, editNote } from "#core/usecases/notes.ts";
import { createSegment } from "#core/usecases/segments/segments.ts";
import { replaceSettings } from "#core/usecases/settings/replace-settings.ts";
import { attachTag } from "#core/usecases/tags/contact-tags.ts";
import { createTag, deleteTag, renameTag } from "#core/usecases/tags/tags.ts";
import { createTemplate, deleteTemplate } from "#core/usecases/templates/templates.ts";
import { type AbsenceRace, creates, page, type Work, writes } from "./race.ts";

const vault = { seal: async (text: string) => text, open: async (text: string) => text };

async function noLostBranch(ctx: Context): Promise<boolean> {
  const [contact] = await ctx.store.contacts.scan(null, 1);
  const branchId = contact?.branchId ?? null;
  return branchId === null || (await ctx.store.labels.findBranch(branchId)) !== null;
}

/** Pairs of things done at once, each decided on something that was not there yet, or on how many there were. */
export const catalogRaces: AbsenceRace[] = [
  {
    name: "one tag made twice",
    prepare: async () => [(mine) => createTag(mine, { name: "VIP" }), (mine) => createTag(mine, { name: "vip" })],
    refused: ["conflict"],
    left: async (ctx) => (await ctx.store.labels.tags()).length,
    right: 1,
  },
  {
    name: "one tag made by attaching it to two people",
    prepare: async (ctx) => {
      const ids = [(await creates({ name: "A" })(ctx)).contact.id, (await creates({ name: "B" })(ctx)).contact.id];
      return ids.map((contactId) => (mine: Context) => attachTag(mine, { contactId, name: "new" })) as [Work, Work];
    },
    left: async (ctx) => (await ctx.store.labels.tags()).length,
    right: 1,
  },
  {
    name: "a tag renamed and deleted",
    prepare: async (ctx) => {
      const { id } = await createTag(ctx, { name: "old" });
      return [(mine) => deleteTag(mine, { id }), (mine) => renameTag(mine, { id, name: "new" })];
    },
    refused: ["not_found"],
    left: async (ctx) => (await ctx.store.labels.tags()).length,
    right: 0,
  },
  {
    name: "a note deleted and edited",
    prepare: async (ctx) => {
      const contactId = (await creates({ name: "A" })(ctx)).contact.id;
      const key = { contactId, noteId: (await addNote(ctx, { contactId, text: "x" })).id };
      return [(mine) => deleteNote(mine, key), (mine) => editNote(mine, { ...key, text: "y" })];
    },
    refused: ["not_found"],
    left: async (ctx) => {
      const [contact] = await ctx.store.contacts.scan(null, 1);
      return (await ctx.store.labels.notes(contact?.id ?? "", page)).data.length;
    },
    right: 0,
  },
  {
    name: "one segment made twice",
    prepare: async () => [1, 2].map(() => (mine: Context) => createSegment(mine, { name: "Warm", filter: { vip: true } })) as [Work, Work],
    refused: ["conflict"],
    left: async (ctx) => (await ctx.store.segments.list(page)).data.length,
    right: 1,
  },
  {
    name: "one template made twice",
    prepare: async () =>
      [1, 2].map(() => (mine: Context) => createTemplate(mine, { name: "Hi", texts: [{ language: "en", channel: null, text: "Hello" }] })) as [
        Work,
        Work,
      ],
    refused: ["conflict"],
    left: async (ctx) => (await ctx.store.templates.list(page)).data.length,
    right: 1,
  },
  {
    name: "a template deleted while settings come to name it",
    prepare: async (ctx) => {
      const { id } = await createTemplate(ctx, { name: "Hi", texts: [{ language: "en", channel: null, text: "Hello" }] });
      const { version, document } = await ctx.store.settings.current();
      const followUps = { ...document.followUps, ghosting: { ...document.followUps.ghosting, templateId: id } };
      return [(mine) => deleteTemplate(mine, { id }), (mine) => replaceSettings(mine, { version, document: { ...document, followUps } })];
    },
    refused: ["conflict", "invalid"],
    left: async (ctx) => {
      const named = (await ctx.store.settings.current()).document.followUps.ghosting.templateId;
      return named === null || (await ctx.store.templates.find(named)) !== null;
    },
    right: true,
  },
  {
    name: "a branch deleted while a contact comes to it by hand",
    prepare: async (ctx) => {
      const { id } = await createBranch(ctx, { name: "North" });
      const contact = (await creates({ name: "A" })(ctx)).contact.id;
      return [(mine) => deleteBranch(mine, { id }), (mine) => patchContact(mine, { id: contact, branchId: id })];
    },
    refused: ["conflict", "not_found"],
    left: noLostBranch,
    right: true,
  },
  {
    name: "a branch deleted while a message comes for it",
    prepare: async (ctx) => {
      const { id } = await createBranch(ctx, { name: "North" });
      return [(mine) => deleteBranch(mine, { id }), writes("v1", { branch: id })];
    },
    refused: ["conflict", "invalid"],
    left: noLostBranch,
    right: true,
  },
  {
    name: "settings replaced twice",
    prepare: async () =>
      ["Asia/Manila", "Europe/Paris"].map(
        (timeZone) => (mine: Context) => replaceSettings(mine, { version: 1, document: { ...defaultSettings(), timeZone } }),
      ) as [Work, Work],
    refused: ["conflict"],
    left: async (ctx) => (await ctx.store.settings.current()).version,
    right: 2,
  },
  {
    name: "one account connected twice",
    prepare: async () =>
      [1, 2].map(() => (mine: Context) => connectAccount(mine, vault, { channel: "telegram", account: "bot", via: null, credentials: {} })) as [
        Work,
        Work,
      ],
    refused: ["conflict"],
    left: async (ctx) => (await ctx.store.connections.list()).length,
    right: 1,
  },
  {
    name: "one account connected by two processes that start",
    prepare: async () =>
      [1, 2].map(() => (mine: Context) => syncEnvironmentConnection(mine, { channel: "telegram", via: null }, true)) as [Work, Work],
    left: async (ctx) => (await ctx.store.connections.list()).length,
    right: 1,
  },
];
