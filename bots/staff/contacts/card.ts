import type { ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import { decidable } from "#core/rules/followups/machine.ts";
import { listMessages } from "#core/usecases/contacts/contact-history.ts";
import { canonicalId, getContact, requireContact } from "#core/usecases/contacts/get-contact.ts";
import { listProposals } from "#core/usecases/proposals/proposals.ts";
import { actions, type BlockMessage, button, divider, section } from "../blocks/blocks.ts";
import { nameOf } from "../blocks/text.ts";
import { proposalCardOf } from "../proposals/card.ts";
import { staffNames } from "../slack/staff-names.ts";
import { contactCard } from "./card-blocks.ts";
import { historyCard, messagesPerPage } from "./history-blocks.ts";

/** How many of the newest messages are read to find the customer's last one. */
const looked = 20;

/** The contact that a button is about; one that was merged is the contact that it became part of. Throws `not_found`. */
export async function contactNow(ctx: Context, id: string): Promise<ContactRecord> {
  return (await ctx.store.contacts.find(id)) ?? requireContact(ctx, (await canonicalId(ctx, id)) ?? id);
}

export async function contactCardFor(ctx: Context, askedFor: string): Promise<BlockMessage> {
  const { contact, tags } = await getContact(ctx, { id: (await contactNow(ctx, askedFor)).id });
  const { id, ownerId, branchId } = contact;
  const [{ data: messages, timeZone }, open, asked, names, branch] = await Promise.all([
    listMessages(ctx, { id, page: { limit: looked, cursor: null } }),
    ctx.store.followUps.list({ contactId: id, state: [...decidable] }, { limit: 50, cursor: null }),
    listProposals(ctx, { filter: { contactId: id, state: "open" }, page: { limit: 50, cursor: null } }),
    staffNames(ctx, [ownerId]),
    branchId === null ? null : ctx.store.labels.findBranch(branchId),
  ]);
  const last = messages.find(({ direction, text }) => direction === "inbound" && text.trim() !== "");
  return contactCard({
    contact,
    tags,
    lastWords: last ? { text: last.text, at: last.sentAt } : null,
    ownerName: ownerId === null ? null : (names.get(ownerId) ?? "somebody who is not on the staff"),
    branchName: branch?.name ?? null,
    openFollowUps: open.data.length,
    openProposals: asked.data.length,
    zone: timeZone,
    now: ctx.now(),
  });
}

/** How many proposals are shown at once, so that the answer stays within Slack's 50 blocks. */
const mostProposals = 6;

/** The open proposals about a contact, each with its buttons, and the button back to their card. */
export async function proposalsFor(ctx: Context, asked: string): Promise<BlockMessage> {
  const { id } = await contactNow(ctx, asked);
  const { data } = await listProposals(ctx, { filter: { contactId: id, state: "open" }, page: { limit: mostProposals, cursor: null } });
  const cards = await Promise.all(data.map((proposal) => proposalCardOf(ctx, proposal.id)));
  const blocks = cards.flatMap((card) => (card ? [...card.blocks, divider] : []));
  const text = blocks.length === 0 ? "Nothing is to confirm about them any more." : "To confirm";
  const back = actions("proposals:back", button("Back to the card", "contact:open", `${id}|card`));
  return { text, blocks: [...(blocks.length === 0 ? [section(text)] : blocks), back] };
}

/** A page of the history; `pages` are the cursors of the pages that were turned, the last one is shown. */
export async function historyFor(ctx: Context, asked: string, pages: readonly string[]): Promise<BlockMessage> {
  const contact = await contactNow(ctx, asked);
  const { id } = contact;
  const { data, nextCursor, timeZone } = await listMessages(ctx, { id, page: { limit: messagesPerPage, cursor: pages.at(-1) ?? null } });
  return historyCard({
    contactId: id,
    name: nameOf(contact),
    messages: data,
    newer: pages.length === 0 ? null : writePages(id, pages.slice(0, -1)),
    older: nextCursor === null ? null : writePages(id, [...pages, nextCursor]),
    zone: timeZone,
    now: ctx.now(),
  });
}

/** `id|cursor,cursor`, with as many of the last cursors as a button carries. */
function writePages(id: string, pages: readonly string[]): string {
  return `${id}|${pages.slice(-20).join(",")}`;
}

export function readPages(value: string): { id: string; pages: string[] } {
  const [id = "", pages = ""] = value.split("|");
  return { id, pages: pages.split(",").filter(Boolean) };
}
