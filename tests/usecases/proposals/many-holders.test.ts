import { describe, expect, it, onTestFinished } from "vitest";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { likeKeyOf } from "#core/rules/address/likeness.ts";
import { mostSharing } from "#core/rules/proposals/pairs.ts";
import { createContact } from "#core/usecases/contacts/create-contact.ts";
import { openCore } from "#tests/support/context.ts";
import { hear } from "#tests/support/people/people.ts";
import { contactRow } from "#tests/support/records/records.ts";

type Kind = "email" | "phone";

/** The nth address of a kind; all of a kind are alike. */
const nth: Record<Kind, (n: number) => string> = {
  email: (n) => `ana.reyes+${n}@example.com`,
  // The last eight digits are those that tell phones apart.
  phone: (n) => `+${10 + n}25550123`,
};
const another: Record<Kind, string> = { email: "ana.reyes+new@example.com", phone: "+12125550123" };

/** A context that counts the commits it tries. `held`: how many addresses of the likeness each contact has, in the order they are stored. */
async function holders(kind: Kind, held: readonly number[]): Promise<{ ctx: Context; tries(): number }> {
  const core = await openCore(() => Date.parse("2026-03-04T10:00:00Z"));
  onTestFinished(() => core.close());
  const changes = new ChangeSet();
  let next = 0;
  held.forEach((count, at) => {
    const contact = { ...contactRow(`con_${at}`, { name: `Person ${at}`, nameKey: `person ${at}` }), agentId: core.ctx.store.agentId };
    changes.insert("contacts", contact);
    for (let n = 0; n < count; n++) {
      const address = { kind, value: nth[kind](next++) };
      changes.insert("addresses", { agentId: contact.agentId, contactId: contact.id, ...address, likeKey: likeKeyOf(address), verified: true });
    }
  });
  await core.ctx.store.commit(changes);
  let tries = 0;
  const commit = (changed: ChangeSet) => {
    tries += 1;
    return core.ctx.store.commit(changed);
  };
  return { ctx: { ...core.ctx, store: { ...core.ctx.store, commit } }, tries: () => tries };
}

const many = mostSharing + 5;
const crowds = [
  { crowd: "one contact with many of them", held: [many] },
  { crowd: "one contact with many of them, and another after it", held: [many, 1] },
  { crowd: "one contact with many of them, and another before it", held: [1, many] },
  { crowd: "several contacts with several each", held: [9, 9, 9, 9] },
  { crowd: "as many contacts as are compared, the first with many", held: [many, ...Array.from({ length: mostSharing - 1 }, () => 1)] },
  { crowd: "more contacts than are compared", held: [2, ...Array.from({ length: mostSharing + 5 }, () => 1)] },
];

const arrivals = [
  { arrival: "a message", comes: (ctx: Context, kind: Kind) => hear(ctx, { from: { externalId: "v1", [kind]: another[kind], verified: [kind] } }) },
  { arrival: "a contact made by hand", comes: (ctx: Context, kind: Kind) => createContact(ctx, { source: "manual", [kind]: another[kind] }) },
];

describe.each(["email", "phone"] as const)("addresses of one likeness (%s)", (kind) => {
  describe.each(crowds)("held by $crowd", ({ held }) => {
    it.each(arrivals)("let $arrival with another of them through at once", async ({ comes }) => {
      const { ctx, tries } = await holders(kind, held);
      await comes(ctx, kind);
      expect(tries()).toBeLessThanOrEqual(2);
    });
  });
});
