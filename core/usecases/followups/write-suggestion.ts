import { z } from "zod";
import { fail } from "#core/errors.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import type { CreditRecord } from "#core/model/template.ts";
import { ChangeSet, StaleError } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Writer, WritingTask, Written } from "#core/ports/writer.ts";
import { faultOfWritten, type WrittenFault } from "#core/rules/texts/lint-written.ts";
import { commitStep } from "#core/usecases/commit.ts";
import { describeTask } from "./describe-task.ts";
import { getFollowUp } from "./find-followup.ts";

/** What a text costs (product.md §8). */
const cost = 2;
const attempts = 5;

const answer = z.object({ text: z.string(), model: z.string().max(100), promptVersion: z.string().max(100) });

export type ToWrite = {
  followUpId: string;
  writer: Writer;
  /** Hosts that the text may name, like `example.com`. */
  ownHosts?: readonly string[];
  /** When it is aborted, the text from the template stays. */
  signal: AbortSignal;
};
export type SuggestionOutcome = "settled" | "no_credits" | "no_answer" | "paid_before" | WrittenFault;
/** `because` null: the text is the model's; else the reason why the earlier text stays. */
export type WrittenSuggestion = { followUp: FollowUpRecord; because: SuggestionOutcome | null };

/**
 * Replaces the suggested text by a model's, for 2 credits, once for each follow-up that nobody has edited or decided. Text and
 * credits are one commit; on any failure the earlier text stays and costs nothing. Concurrent calls may overdraw the balance.
 * Not called yet.
 */
export async function writeSuggestion(ctx: Context, { followUpId, writer, ownHosts = [], signal }: ToWrite): Promise<WrittenSuggestion> {
  const followUp = await getFollowUp(ctx, { id: followUpId });
  if (!isOpen(followUp)) return { followUp, because: "settled" };
  const { balance, enforced } = await ctx.store.credits.balance();
  if (enforced && balance < cost) return { followUp, because: "no_credits" };
  const task = await describeTask(ctx, followUp);
  const written = await ask(writer, task, signal);
  if (!written) return { followUp, because: "no_answer" };
  const fault = faultOfWritten(written.text, { ...task, channel: followUp.channel, ownHosts });
  return fault === null ? saveSuggestion(ctx, followUp, written) : { followUp, because: fault };
}

function isOpen({ state, editedBy }: FollowUpRecord): boolean {
  return state === "proposed" && editedBy === null;
}

/** The model's text; null: it refused, failed, took too long or returned something other than a text. */
async function ask(writer: Writer, task: WritingTask, signal: AbortSignal): Promise<Written | null> {
  if (signal.aborted) return null;
  const aborted = new Promise<null>((resolve) => signal.addEventListener("abort", () => resolve(null), { once: true }));
  try {
    const found = answer.safeParse(await Promise.race([writer.write(task, signal), aborted]));
    return found.success ? { ...found.data, text: found.data.text.trim() } : null;
  } catch {
    return null;
  }
}

/** The credit ledger holds one entry for each follow-up: a commit that fails although neither record has changed was paid for before. */
async function saveSuggestion(ctx: Context, seen: FollowUpRecord, written: Written): Promise<WrittenSuggestion> {
  for (let held = seen, tried = 1; ; tried++) {
    const after = { ...held, text: written.text, originalText: written.text, templateId: null, updatedAt: ctx.now() };
    try {
      await commitStep(ctx, new ChangeSet().moveFollowUp(held, after).insert("credits", entryFor(ctx, seen.id, written)));
      return { followUp: { ...after, version: held.version + 1 }, because: null };
    } catch (error) {
      if (!(error instanceof StaleError)) throw error;
      const now = await getFollowUp(ctx, { id: seen.id });
      if (!isOpen(now) || now.text !== seen.text) return { followUp: now, because: "settled" };
      if (now.version === held.version) return { followUp: now, because: "paid_before" };
      if (tried === attempts) return fail("unavailable", `follow-up ${seen.id} is being changed all the time; try again`);
      await ctx.pause(tried);
      held = now;
    }
  }
}

function entryFor(ctx: Context, ref: string, { model, promptVersion }: Written): CreditRecord {
  const note = `${model}, prompt ${promptVersion}`;
  return { id: ctx.newId("crd"), agentId: ctx.store.agentId, at: ctx.now(), amount: -cost, reason: "suggested_text", note, ref, by: ctx.actor.id };
}
