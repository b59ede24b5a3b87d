import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "#core/ports/context.ts";
import { recordAction } from "#core/usecases/actions/record-action.ts";
import { linkAttested } from "#core/usecases/merges/link-attested.ts";
import { unmergeContacts } from "#core/usecases/merges/unmerge-contacts.ts";
import { rejectProposal } from "#core/usecases/proposals/reject-proposal.ts";
import { type Core, openCore } from "#tests/support/context.ts";
import { hear, proposalsOf, runLinks } from "#tests/support/people/people.ts";

let clock = Date.UTC(2026, 0, 20);
let core: Core;
let ctx: Context;
beforeEach(async () => {
  core = await openCore(() => ++clock);
  ctx = core.ctx;
});
afterEach(() => core.close());

const phone = "+639171234567";
const attests = (externalId: string, channel: "web" | "telegram" | "whatsapp" = "web") => ({
  channel,
  from: { externalId, phone, verified: ["phone"] },
});
const bare = (externalId: string, channel: "web" | "telegram" | "whatsapp" = "web") => ({ channel, from: { externalId } });

describe("an address that is attested late", () => {
  it("makes one of two: the older remains", async () => {
    const [older] = await hear(ctx, attests("639171234567", "whatsapp"));
    const [newer] = await hear(ctx, bare("v-1"));
    await hear(ctx, attests("v-1"));

    expect(await runLinks(ctx)).toBe(1);

    expect(await ctx.store.contacts.find(newer ?? "")).toBeNull();
    expect(await ctx.store.merges.of(newer ?? "")).toMatchObject({ intoId: older, cause: { kind: "attested" } });
    expect(await ctx.store.contacts.identities(older ?? "")).toHaveLength(2);
    expect(await proposalsOf(ctx)).toEqual([]);
  });

  it("does so by an action too", async () => {
    await hear(ctx, attests("639171234567", "whatsapp"), bare("v-1"));
    const from = { channel: "web" as const, account: "default", externalId: "v-1", phone, verified: ["phone" as const] };
    await recordAction(ctx, { from, action: "form_submitted", at: null, externalId: null, properties: {} });

    await runLinks(ctx);

    expect(await ctx.store.contacts.count({})).toBe(1);
  });

  it("asks once, not with every message after", async () => {
    await hear(ctx, attests("639171234567", "whatsapp"), bare("v-1"));
    for (let n = 0; n < 3; n++) await hear(ctx, attests("v-1"));

    expect(await runLinks(ctx)).toBe(1);
  });

  it("does nothing again, nor for those who are gone", async () => {
    const [older] = await hear(ctx, attests("639171234567", "whatsapp"));
    const [newer] = await hear(ctx, bare("v-1"));
    await hear(ctx, attests("v-1"));
    const input = { contactId: older ?? "", otherId: newer ?? "" };

    await Promise.all([linkAttested(ctx, input), linkAttested(ctx, input), linkAttested(ctx, input)]);
    await linkAttested(ctx, { contactId: older ?? "", otherId: "con_nobody" });

    expect(await ctx.store.merges.history(older ?? "")).toHaveLength(1);
  });

  it("does not join again those whom people have taken apart", async () => {
    const [older] = await hear(ctx, attests("639171234567", "whatsapp"));
    const [newer] = await hear(ctx, bare("v-1"));
    await hear(ctx, attests("v-1"));
    await runLinks(ctx);
    await unmergeContacts(ctx, { id: older ?? "", otherId: newer ?? "" });

    await linkAttested(ctx, { contactId: older ?? "", otherId: newer ?? "" });

    expect(await ctx.store.contacts.count({})).toBe(2);
    expect(await proposalsOf(ctx)).toEqual([]);
  });

  it("is proposed when they are two on the same channel account, and rejected for good", async () => {
    const [one] = await hear(ctx, attests("1", "telegram"));
    const [two] = await hear(ctx, attests("2", "telegram"));
    expect([await runLinks(ctx), one === two]).toEqual([0, false]);
    const [proposal] = await proposalsOf(ctx);
    expect(proposal).toMatchObject({ kind: "merge", contactId: one, otherId: two, evidence: [{ kind: "same_phone" }] });
    await rejectProposal(ctx, { id: proposal?.id ?? "" });

    await linkAttested(ctx, { contactId: one ?? "", otherId: two ?? "" });

    expect(await ctx.store.contacts.count({})).toBe(2);
    expect((await proposalsOf(ctx)).map(({ state }) => state)).toEqual(["rejected"]);
  });
});

describe("a WhatsApp lid that turns out to be a number", () => {
  it("is the contact of that number from its first message on", async () => {
    const [number] = await hear(ctx, bare("639171234567", "whatsapp"));
    const [lid] = await hear(ctx, attests("98765432101234@lid", "whatsapp"));

    expect(lid).toBe(number);
  });

  it("becomes one with it when the number comes later", async () => {
    const [number] = await hear(ctx, bare("639171234567", "whatsapp"));
    const [lid] = await hear(ctx, bare("98765432101234@lid", "whatsapp"));
    await hear(ctx, attests("98765432101234@lid", "whatsapp"));

    await runLinks(ctx);

    expect(await ctx.store.contacts.find(lid ?? "")).toBeNull();
    expect(await ctx.store.contacts.identities(number ?? "")).toHaveLength(2);
  });

  it("is proposed when that number has another lid", async () => {
    await hear(ctx, attests("11111111111111@lid", "whatsapp"));
    await hear(ctx, bare("98765432101234@lid", "whatsapp"));
    await hear(ctx, attests("98765432101234@lid", "whatsapp"));

    expect(await runLinks(ctx)).toBe(0);
    expect((await proposalsOf(ctx)).map(({ kind, state }) => [kind, state])).toEqual([["merge", "open"]]);
  });
});
