import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PostKind } from "#core/model/staff.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { deleteContact } from "#core/usecases/contacts/delete-contact.ts";
import { mergeContacts } from "#core/usecases/merges/merge-contacts.ts";
import { unmergeContacts } from "#core/usecases/merges/unmerge-contacts.ts";
import { type Core, openCore } from "#tests/support/context.ts";
import { hear } from "#tests/support/people/people.ts";

let clock = Date.UTC(2026, 0, 20);
let core: Core;
let ctx: Context;
beforeEach(async () => {
  core = await openCore(() => ++clock);
  ctx = core.ctx;
});
afterEach(() => core.close());

async function two(): Promise<[into: string, from: string]> {
  const [into = "", from = ""] = await hear(ctx, { from: { externalId: "v-1" } }, { channel: "telegram", from: { externalId: "7001" } });
  return [into, from];
}

/** A message of ours in the staff chat; its `ts` is its id. */
async function post(id: string, kind: PostKind, subjectId: string, contactId: string): Promise<void> {
  const { agentId } = ctx.store;
  const place = { workspaceId: "wsp_1", channelId: "C0STAFF", ts: id, shown: null, createdAt: clock, updatedAt: clock };
  await ctx.store.commit(new ChangeSet().insert("posts", { id, agentId, kind, subjectId, contactId, ...place }));
}

async function merge(intoId: string, fromId: string): Promise<void> {
  await mergeContacts(ctx, { intoId, fromId, cause: { kind: "staff", ref: null } });
}

/** Places that a commit has asked to take posts away from. */
async function removed(): Promise<string[]> {
  const effects = await ctx.directory.outbox(500);
  return effects.flatMap(({ type, payload }) => (type === "post.remove" ? [payload.ts ?? ""] : [])).sort();
}

const conversationOf = async (contactId: string) => (await ctx.store.conversations.ofContact(contactId))[0]?.id ?? "";

describe("posts in the staff chat about two contacts that were merged", () => {
  it("all go when the one that remains is deleted", async () => {
    const [into, from] = await two();
    await post("pst_into", "followup", "fup_1", into);
    await post("pst_from", "followup", "fup_2", from);
    await post("pst_thread", "thread", await conversationOf(from), from);
    await merge(into, from);

    await deleteContact(ctx, { id: into });

    expect(await removed()).toEqual(["pst_from", "pst_into", "pst_thread"]);
    expect(await ctx.store.staffChat.postsOf("followup", "fup_2")).toEqual([]);
  });

  it("go with the one whose record they show, also when they were written while both were one", async () => {
    const [into, from] = await two();
    const [conversation, ownConversation] = [await conversationOf(from), await conversationOf(into)];
    const [message] = (await ctx.store.messages.ofContact(from, { limit: 1, cursor: null })).data;
    await merge(into, from);
    await post("pst_into", "thread", ownConversation, into);
    await post("pst_thread", "thread", conversation, into);
    await post("pst_file", "file", `${message?.id}:0`, into);
    await unmergeContacts(ctx, { id: into, otherId: from });

    await deleteContact(ctx, { id: from });

    expect(await removed()).toEqual(["pst_file", "pst_thread"]);
    expect(await ctx.store.staffChat.postsOf("thread", conversation)).toEqual([]);
  });

  it("go when either of a proposed pair is deleted", async () => {
    const [older, newer] = await two();
    const agentId = ctx.store.agentId;
    const decided = { createdAt: clock, decidedAt: null, decidedBy: null, field: null, value: null, evidence: [] };
    await ctx.store.commit(
      new ChangeSet().insert("proposals", {
        id: "prp_1",
        agentId,
        kind: "merge",
        key: "a:b",
        contactId: older,
        otherId: newer,
        state: "open",
        ...decided,
      }),
    );
    await post("pst_pair", "proposal", "prp_1", older);

    await deleteContact(ctx, { id: newer });

    expect(await removed()).toEqual(["pst_pair"]);
  });
});
