import type { Sender } from "#core/model/fact.ts";
import type { NewMessage } from "#core/model/inbound.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import { canonical } from "#core/rules/canonical.ts";
import { factId } from "#core/rules/ids.ts";
import { recordAction } from "#core/usecases/actions/record-action.ts";
import { editMessage } from "#core/usecases/messages/edit-message.ts";
import { ingestBatch } from "#core/usecases/messages/ingest-batch.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { retractMessage } from "#core/usecases/messages/retract-message.ts";
import type { ActionStep, MessageStep, Step } from "../records/histories.ts";

/** Tells one person's history to the core; `name` is the person. */
export class Teller {
  private readonly ctx: Context;
  private readonly name: string;

  constructor(ctx: Context, name: string) {
    this.ctx = ctx;
    this.name = name;
  }

  /** As it truly happened: in order, every message with its last words, none that was taken back. */
  async inOrder(steps: readonly Step[]): Promise<void> {
    const ordered = [...steps].sort((a, b) => a.at - b.at || (this.factIdOf(a) < this.factIdOf(b) ? -1 : 1));
    for (const step of ordered) {
      if (step.kind === "action") await this.act(step);
      else if (!step.retracted) await ingestMessage(this.ctx, this.message(step, step.editedTo ?? step.text));
    }
  }

  /** As platforms tell it: in another order, some of it again, some in batches, edits and retractions when they come. */
  async asItArrives(steps: readonly Step[], random: () => number): Promise<void> {
    const arrivals = shuffled([...steps, ...steps.filter(() => random() < 0.3)], random);
    const later: MessageStep[] = [];
    for (let i = 0; i < arrivals.length; ) {
      const size = 1 + Math.floor(random() * 4);
      const batch = arrivals.slice(i, i + size);
      i += size;
      const messages = batch.filter((step) => step.kind === "message");
      await Promise.all([
        messages.length > 1
          ? ingestBatch(
              this.ctx,
              messages.map((step) => this.message(step, step.text)),
            )
          : undefined,
        ...(messages.length === 1 ? messages.map((step) => ingestMessage(this.ctx, this.message(step, step.text))) : []),
        ...batch.filter((step) => step.kind === "action").map((step) => this.act(step)),
      ]);
      later.push(...messages.filter(({ editedTo, retracted }) => editedTo !== null || retracted));
    }
    for (const step of shuffled([...new Set(later)], random)) await this.correct(step);
  }

  private async correct(step: MessageStep): Promise<void> {
    const id = this.factIdOf(step);
    if (step.editedTo !== null) await editMessage(this.ctx, { id, text: step.editedTo, origin: "platform" });
    if (step.retracted) await retractMessage(this.ctx, { id });
  }

  private factIdOf(step: Step): string {
    const { agentId } = this.ctx.store;
    return step.kind === "action"
      ? factId("act", step.at, agentId, `${this.name}:${step.externalId}`)
      : factId("msg", step.at, agentId, "telegram", "main", `${this.name}:${step.externalId}`);
  }

  private async act(step: ActionStep): Promise<void> {
    const from = { channel: "telegram" as const, account: "main", externalId: this.name, ...this.sender(step) };
    const properties = step.reference === null ? {} : { reference: step.reference };
    await recordAction(this.ctx, { from, action: step.action, at: step.at, externalId: `${this.name}:${step.externalId}`, properties });
  }

  private sender({ email, verified }: Step): Sender {
    return email === null ? {} : { email: `${this.name}.${email}`, verified: verified ? ["email"] : [] };
  }

  private message(step: MessageStep, text: string): NewMessage {
    return {
      channel: "telegram",
      account: "main",
      externalId: `${this.name}:${step.externalId}`,
      direction: step.direction,
      author: step.direction === "inbound" ? "customer" : "bot",
      from: { externalId: this.name, ...this.sender(step) },
      text,
      // An edit of the words leaves the files: a message that has none of them at some time has a picture all along.
      media: step.text === "" || step.editedTo === "" ? [{ url: "https://example.com/photo.jpg", type: "image/jpeg" }] : [],
      sentAt: step.at,
      origin: "platform",
    };
  }
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}

/**
 * A contact, its readings, hits and waits as one comparable text, without what tells when rows were written. Conversations go by
 * their account, since their ids are made by chance.
 */
export async function told(ctx: Context, contact: ContactRecord): Promise<string> {
  const { id: _id, version: _version, createdAt: _created, updatedAt: _updated, state, ...row } = contact;
  const names = new Map((await ctx.store.conversations.ofContact(contact.id)).map(({ id, channel, account }) => [id, `${channel} ${account}`]));
  const conversations = Object.fromEntries(Object.entries(state.conversations).map(([id, said]) => [names.get(id) ?? id, said]));
  const facts = await ctx.store.contacts.facts(contact.id);
  const hits = await ctx.store.contacts.hits(contact.id);
  const readings = facts.messages.map(({ id, reading }) => canonical({ id, reading })).sort();
  const hitRows = hits.map(({ contactId: _contact, ...hit }) => canonical(hit)).sort();
  const waits = (await ctx.store.contacts.waits(contact.id))
    .map(({ contactId: _contact, conversationId, ...wait }) => canonical({ ...wait, conversation: names.get(conversationId) }))
    .sort();
  return canonical({ row: { ...row, state: { ...state, conversations } }, readings, hitRows, waits });
}
