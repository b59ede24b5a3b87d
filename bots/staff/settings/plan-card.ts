import type { KnownBlock, ModalView } from "@slack/types";
import type { CustomTrigger } from "#core/model/followup.ts";
import type { PlannedEscalations } from "#core/model/operations/plan.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Context } from "#core/ports/context.ts";
import { isRecord, isSame } from "#core/rules/same.ts";
import { diffSettings, type SettingsChange } from "#core/rules/settings/diff.ts";
import { getSettings } from "#core/usecases/settings/get-settings.ts";
import type { PlanReport } from "#core/usecases/settings/plan-report.ts";
import { actions, type BlockMessage, button, modal } from "../blocks/blocks.ts";
import { clip, nameOf } from "../blocks/text.ts";
import { planMatrix } from "./plan-blocks.ts";
import type { ShownCall } from "./plan-calls.ts";

/** What a plan has found out so far, and what can be done with it. */
export async function planCardOf(ctx: Context, { plan, operation, apply, movers }: PlanReport): Promise<BlockMessage> {
  const [base, current] = await Promise.all([getSettings(ctx, { version: plan.baseVersion }), ctx.store.settings.current()]);
  const isStale = plan.applied === null && current.version !== plan.baseVersion;
  const contacts = await ctx.store.contacts.findMany(movers.map(({ contactId }) => contactId));
  const names = new Map([...contacts.map((contact) => [contact.id, nameOf(contact)] as const), ...namesIn(base.document), ...namesIn(plan.document)]);
  const calls = await callsOf(ctx, plan.summary.escalations);
  const card = planMatrix({ plan, operation, apply, movers, names, calls, changes: changeLines(base.document, plan.document), isStale });
  return { ...card, blocks: [...card.blocks, ...more(plan.id, { isMoving: isMoving(operation) || isMoving(apply), isStale })] };
}

/** The calls that are shown, with the words as they are now; who has been erased meanwhile is left out. */
async function callsOf(ctx: Context, escalations: PlannedEscalations | undefined): Promise<ShownCall[]> {
  const calls = (escalations?.rules ?? []).flatMap(({ ruleId, newest }) => newest.map((call) => ({ ...call, ruleId })));
  const [contacts, messages] = await Promise.all([
    ctx.store.contacts.findMany([...new Set(calls.map(({ contactId }) => contactId))]),
    ctx.store.messages.findMany([...new Set(calls.flatMap(({ messageId }) => messageId ?? []))]),
  ]);
  const [people, said] = [new Map(contacts.map((contact) => [contact.id, contact])), new Map(messages.map((message) => [message.id, message]))];
  return calls.flatMap(({ ruleId, contactId, messageId, at }) => {
    const contact = people.get(contactId);
    const words = said.get(messageId ?? "");
    return contact ? [{ ruleId, contactId, name: nameOf(contact), at, words: words ? { text: words.text, media: words.media } : null }] : [];
  });
}

function isMoving(operation: PlanReport["apply"]): boolean {
  return operation !== null && operation.finishedAt === null;
}

function more(id: string, { isMoving, isStale }: { isMoving: boolean; isStale: boolean }): KnownBlock[] {
  if (isMoving) return [actions(`more:${id}`, button("🔄 Refresh", "plan:refresh", id))];
  return isStale ? [actions(`more:${id}`, button("See the effect on today's", "plan:again", id, { style: "primary" }))] : [];
}

/** The same in the place of the modal that asked for it. */
export function planView(card: BlockMessage, id: string): ModalView {
  return modal({ title: "Effect", callback: "plan", about: id, blocks: card.blocks });
}

function namesIn({ scoring, followUps, escalations }: Settings): (readonly [string, string])[] {
  return [...scoring.signals, ...followUps.custom, ...escalations.rules].map(({ id, name }) => [id, name] as const);
}

/** What would be changed, in words: "status · inactive after days: 14 → 10". */
export function changeLines(before: Settings, after: Settings): string[] {
  const changes = diffSettings(withoutCustom(before), withoutCustom(after));
  return [...changes.filter(({ pointer }) => !pointer.endsWith("/version")).map(changeLine), ...triggerLines(before, after)];
}

const withoutCustom = (settings: Settings): Settings => ({ ...settings, followUps: { ...settings.followUps, custom: [] } });

/** Triggers of the agent's own stand one by one, not as one list. */
function triggerLines(before: Settings, after: Settings): string[] {
  const [was, is] = [before, after].map(({ followUps }) => new Map(followUps.custom.map((trigger) => [trigger.id, trigger])));
  const ids = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])];
  return ids.flatMap((id) => {
    const [from, to] = [was?.get(id), is?.get(id)];
    if (isSame(from, to)) return [];
    const [old, now] = [triggerWords(from), triggerWords(to)];
    return [`follow-up “${clip(to?.name ?? from?.name ?? id, 60)}”: ${old === now ? "changed" : `${old} → ${now}`}`];
  });
}

function triggerWords(trigger: CustomTrigger | undefined): string {
  if (!trigger) return "none";
  return trigger.enabled ? `${trigger.auto ? "sent by itself" : "on"} after ${trigger.delayHours} h` : "off";
}

function changeLine({ pointer, before, after }: SettingsChange): string {
  const steps = pointer.split("/").slice(1).map(inWords);
  return `${steps.join(" · ")}: ${valueWords(before)} → ${valueWords(after)}`;
}

const inWords = (step: string): string =>
  step
    .replaceAll("~1", "/")
    .replaceAll("~0", "~")
    .replace(/[a-z](?=[A-Z])/g, "$& ")
    .toLowerCase();

function valueWords(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "boolean") return value ? "on" : "off";
  if (Array.isArray(value)) return clip(value.map(valueWords).join(", ") || "none", 80);
  if (isRecord(value))
    return typeof value.name === "string"
      ? `“${clip(value.name, 60)}”`
      : clip(
          Object.entries(value)
            .map(([key, each]) => `${inWords(key)} ${valueWords(each)}`)
            .join(", "),
          80,
        );
  return clip(String(value), 80);
}
