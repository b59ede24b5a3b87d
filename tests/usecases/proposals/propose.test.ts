import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "#core/ports/context.ts";
import { createContact } from "#core/usecases/contacts/create-contact.ts";
import { patchContact } from "#core/usecases/contacts/patch-contact.ts";
import { acceptProposal } from "#core/usecases/proposals/accept-proposal.ts";
import { rejectProposal } from "#core/usecases/proposals/reject-proposal.ts";
import { type Core, openCore } from "#tests/support/context.ts";
import { hear, proposalsOf } from "#tests/support/people/people.ts";

let clock = Date.UTC(2026, 0, 20);
let core: Core;
let ctx: Context;
beforeEach(async () => {
  core = await openCore(() => ++clock);
  ctx = core.ctx;
});
afterEach(() => core.close());

/** Each on a page of their own: two visitors of one are two people. */
const declared = (externalId: string, email: string, name?: string) => ({ account: externalId, from: { externalId, email, ...(name && { name }) } });
const verified = (externalId: string, email: string) => ({ account: externalId, from: { externalId, email, verified: ["email"] } });

describe("an address that somebody has already", () => {
  it("proposes the pair when it is declared, with the message that brought it", async () => {
    const [ana] = await hear(ctx, verified("v-1", "ana@example.com"));
    const [other] = await hear(ctx, declared("v-2", "ana@example.com"));

    const [proposal] = await proposalsOf(ctx);
    expect(proposal).toMatchObject({
      kind: "merge",
      contactId: ana,
      otherId: other,
      state: "open",
      evidence: [{ kind: "same_email", detail: "ana@example.com" }],
    });
    expect(proposal?.evidence[0]?.messageId).toMatch(/^msg_/);
    expect(await ctx.store.contacts.count({})).toBe(2);
  });

  it("proposes once, however often it is said", async () => {
    await hear(ctx, declared("v-1", "ana@example.com"));
    for (let n = 0; n < 3; n++) await hear(ctx, declared("v-2", "ana@example.com"), declared("v-1", "ana@example.com"));

    expect(await proposalsOf(ctx)).toHaveLength(1);
  });

  it("is seen among the messages of one commit", async () => {
    await hear(ctx, declared("v-1", "ana@example.com"), declared("v-2", "ana@example.com"), declared("v-3", "bea@example.com"));

    expect(await proposalsOf(ctx)).toHaveLength(1);
  });

  it("is found in the words of a message, in an edit by staff and in a contact made by hand", async () => {
    await hear(ctx, declared("v-1", "ana@example.com"));
    await hear(ctx, { account: "v-2", from: { externalId: "v-2" }, text: "My e-mail is ana@example.com" });
    const { contact } = await createContact(ctx, { source: "manual", name: "Somebody" });
    await patchContact(ctx, { id: contact.id, email: "ana@example.com" });
    await createContact(ctx, { source: "manual", phone: "+63 917 123 4567" });
    await hear(ctx, { from: { externalId: "v-3", phone: "+639171234567" } });

    expect((await proposalsOf(ctx)).map(({ evidence }) => evidence[0]?.kind).sort()).toEqual([
      "same_email",
      "same_email",
      "same_email",
      "same_phone",
    ]);
  });

  it("proposes nothing when it is that of a shop: more than 20 share it", async () => {
    await hear(ctx, ...Array.from({ length: 30 }, (_, n) => declared(`v-${n}`, "info@shop.example")));
    await hear(ctx, declared("v-late", "info@shop.example"));

    expect(await proposalsOf(ctx)).toEqual([]);
  });

  it("proposes nothing when they are two on the same channel account", async () => {
    await hear(ctx, { ...declared("1", "ana@example.com"), account: "shop" });
    await hear(ctx, { ...declared("2", "ana@example.com"), account: "shop" });

    expect(await proposalsOf(ctx)).toEqual([]);
  });
});

describe("names and addresses that are alike", () => {
  it("propose the pair together", async () => {
    await hear(ctx, declared("v-1", "ana.reyes@example.com", "Ana Reyes"));
    await hear(ctx, { ...declared("v-2", "anareyes+shop@mail.example", "Reyes Ana") });

    expect((await proposalsOf(ctx))[0]?.evidence.map(({ kind }) => kind)).toEqual(["same_name", "like_email"]);
  });

  it("propose nothing alone, until the name comes too", async () => {
    await hear(ctx, declared("v-1", "ana.reyes@example.com", "Ana Reyes"));
    await hear(ctx, { ...declared("v-2", "anareyes@mail.example") });
    expect(await proposalsOf(ctx)).toEqual([]);

    await hear(ctx, { account: "v-2", from: { externalId: "v-2", name: "Ana" } });

    expect((await proposalsOf(ctx))[0]?.evidence.map(({ kind }) => kind)).toEqual(["like_name", "like_email"]);
  });
});

describe("a message that brings no address", () => {
  it("reads nothing of the proposals", async () => {
    await hear(ctx, declared("v-1", "ana@example.com", "Ana"));
    const refuse = () => Promise.reject(new Error("read"));
    const store = { ...ctx.store, proposals: { ...ctx.store.proposals, sharing: refuse, people: refuse, withKeys: refuse, openOf: refuse } };

    const [known, fresh] = await hear(
      { ...ctx, store },
      { account: "v-1", from: { externalId: "v-1", name: "Ana" } },
      { from: { externalId: "v-9", name: "Zoe" } },
    );

    expect(known).not.toBe(fresh);
  });
});

describe("a value that contradicts what staff wrote", () => {
  const made = () => createContact(ctx, { source: "manual", name: "Carla Reyes", email: "carla@example.com" });
  const from = (name: string) => ({ from: { externalId: "v-1", email: "carla@example.com", name, verified: ["email"] } });

  it("is proposed once, and rejected for good", async () => {
    const { contact } = await made();
    await hear(ctx, from("Bea Luna"));
    await hear(ctx, from("Bea Luna"), from("BEA  LUNA"));
    const [proposal, more] = await proposalsOf(ctx);
    expect([proposal?.kind, proposal?.contactId, proposal?.field, proposal?.value, more]).toEqual([
      "field",
      contact.id,
      "name",
      "Bea Luna",
      undefined,
    ]);

    await rejectProposal(ctx, { id: proposal?.id ?? "" });
    await hear(ctx, from("Bea Luna"));

    expect((await proposalsOf(ctx)).map(({ state }) => state)).toEqual(["rejected"]);
    expect((await ctx.store.contacts.find(contact.id))?.name).toBe("Carla Reyes");
  });

  it("is written as an edit of theirs when they accept it", async () => {
    const { contact } = await made();
    await hear(ctx, from("Bea Luna"));
    const [proposal] = await proposalsOf(ctx);

    await acceptProposal(ctx, { id: proposal?.id ?? "" });

    expect((await ctx.store.contacts.find(contact.id))?.state.details.name).toMatchObject({ value: "Bea Luna", provenance: "human" });
    expect((await proposalsOf(ctx)).map(({ state, decidedBy }) => [state, decidedBy])).toEqual([["accepted", "test"]]);
  });

  it("has five open of one contact at most", async () => {
    await made();
    for (const name of ["Aaa", "Bbb", "Ccc", "Ddd", "Eee", "Fff", "Ggg"]) await hear(ctx, from(name));

    expect(await proposalsOf(ctx)).toHaveLength(5);
  });
});
