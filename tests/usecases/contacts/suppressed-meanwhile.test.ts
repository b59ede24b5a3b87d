import { describe, expect, it, onTestFinished } from "vitest";
import type { Context } from "#core/ports/context.ts";
import { createContact } from "#core/usecases/contacts/create-contact.ts";
import { deleteContact } from "#core/usecases/contacts/delete-contact.ts";
import { patchContact } from "#core/usecases/contacts/patch-contact.ts";
import { openCore } from "#tests/support/context.ts";
import { hear } from "#tests/support/people/people.ts";

const known = { email: "ana@example.com", phone: "+639171234567" };

/** Ways in which an address that Ana has merely declared comes to somebody else; each gives the contact that has it then. */
const ways: { way: string; come(ctx: Context): Promise<string> }[] = [
  { way: "a message that declares it", come: async (ctx) => only(await hear(ctx, { from: { externalId: "v2", email: known.email } })) },
  { way: "words of a chat", come: async (ctx) => only(await hear(ctx, { from: { externalId: "v2" }, text: `My e-mail is ${known.email}` })) },
  { way: "a sender on another channel", come: async (ctx) => only(await hear(ctx, { channel: "whatsapp", from: { externalId: "639171234567" } })) },
  { way: "a contact made by hand", come: async (ctx) => (await createContact(ctx, { source: "manual", ...known })).contact.id },
  {
    way: "an edit by hand",
    come: async (ctx) => {
      const { id } = (await createContact({ ...ctx, store: ctx.directory.store(ctx.store.agentId) }, { source: "manual", name: "Bea" })).contact;
      await patchContact(ctx, { id, phone: known.phone });
      return id;
    },
  },
];

function only([id]: string[]): string {
  return id ?? expect.fail("nobody has written");
}

/** The context of somebody whose reading of suppressions is followed at once by `then`, the first time. */
function readingBefore(ctx: Context, then: () => Promise<unknown>): Context {
  let hasRead = false;
  const find: Context["store"]["suppressions"]["find"] = async (hashes) => {
    const found = await ctx.store.suppressions.find(hashes);
    if (!hasRead) {
      hasRead = true;
      await then();
    }
    return found;
  };
  return { ...ctx, store: { ...ctx.store, suppressions: { ...ctx.store.suppressions, find } }, directory: { ...ctx.directory } };
}

describe("an address of somebody who is erased, between the reading of suppressions and the commit,", () => {
  it.each(ways)("keeps their opt-out when it comes by $way", async ({ come }) => {
    const core = await openCore(() => Date.parse("2026-03-04T10:00:00Z"));
    onTestFinished(() => core.close());
    const { ctx } = core;
    const ana = only(await hear(ctx, { from: { externalId: "v1", ...known }, text: "STOP" }));

    const id = await come(readingBefore(ctx, () => deleteContact(ctx, { id: ana })));

    expect(await ctx.store.contacts.find(ana)).toBeNull();
    expect(await ctx.store.contacts.find(id)).toMatchObject({ optedOut: true });
  });
});
