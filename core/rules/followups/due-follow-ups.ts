import type { ContactState, Quoted } from "#core/model/contact-state.ts";
import type { FactKey } from "#core/model/fact.ts";
import type { CustomTrigger, FollowUpEvidence, FollowUpKind, FollowUpSettings } from "#core/model/followup.ts";
import { buyingIntents, intentEnders, type Stage, type Status } from "#core/model/vocabulary.ts";
import { named } from "#core/rules/named.ts";
import { hour } from "#core/rules/time.ts";

/** A follow-up that the facts call for, from `dueAt` on (ms since 1970). */
export type DueFollowUp = {
  kind: Exclude<FollowUpKind, "reminder">;
  trigger: string;
  dueAt: number;
  episode: string;
  reason: string;
  evidence: FollowUpEvidence[];
};

/** The status or stage of a contact, and since when. */
export type StatusAndStage = { status: Status; statusSince: number; stage: Stage; stageSince: number };

/** The least inbound messages of an episode before silence counts as ghosting. */
const ghostingMinInbound = 2;

/**
 * The follow-ups that the facts call for, at most one for each trigger. Conditions on tags, takeover, attempts and
 * contactability are checked at the due time (product.md §8).
 */
export function dueFollowUps(id: string, state: ContactState, standing: StatusAndStage, settings: FollowUpSettings): DueFollowUp[] {
  const episode = state.engagement.episode?.id ?? id;
  const found = [
    settings.ghosting.enabled ? ghosting(state, settings) : null,
    settings.undecided.enabled ? undecided(state, settings) : null,
    settings.disengaged.enabled ? disengaged(state, settings) : null,
    ...settings.custom.map((trigger) => (trigger.enabled ? custom(state, standing, trigger) : null)),
  ];
  return found.flatMap((one) => (one ? [{ ...one, episode }] : []));
}

type FoundFollowUp = Omit<DueFollowUp, "episode"> | null;

const shown = ({ id, quote, at }: Quoted): FollowUpEvidence => ({ messageId: id, quote, at });
const isLater = (a: FactKey | null | undefined, than: FactKey): boolean => a != null && a.at > than.at;

/** Ghosting: the customer has not answered our question. */
function ghosting({ engagement }: ContactState, { ghosting: { delayHours } }: FollowUpSettings): FoundFollowUp {
  const { waiting, episode } = engagement;
  if (!waiting || !episode || episode.inbound < ghostingMinInbound) return null;
  const reason = `no answer to our question for ${delayHours} hours`;
  return { kind: "ghosting", trigger: "ghosting", dueAt: waiting.at + delayHours * hour, reason, evidence: [shown(waiting)] };
}

/** Undecided: the customer compared offers and has neither bought, declined nor complained since. */
function undecided({ engagement: { intents }, conversions }: ContactState, { undecided: { delayHours } }: FollowUpSettings): FoundFollowUp {
  const compared = intents.comparison;
  if (!compared || isLater(conversions.last, compared)) return null;
  if (intents.complaint && intents.complaint.at >= compared.at) return null;
  if ([...buyingIntents, ...intentEnders].some((intent) => isLater(named(intents, intent), compared))) return null;
  const reason = `compared offers ${delayHours} hours ago and has not decided`;
  return { kind: "undecided", trigger: "undecided", dueAt: compared.at + delayHours * hour, reason, evidence: [shown(compared)] };
}

/** Disengaged: three answers, each slower and shorter than the one before. */
function disengaged({ engagement: { replies } }: ContactState, { disengaged: { delayHours } }: FollowUpSettings): FoundFollowUp {
  const [first, second, third] = replies;
  if (!first || !second || !third) return null;
  const fades = first.tookMs < second.tookMs && second.tookMs < third.tookMs && first.length > second.length && second.length > third.length;
  if (!fades) return null;
  const evidence = replies.map(({ id, at, tookMs, length }) => ({ messageId: id, at, quote: `${length} characters after ${inWords(tookMs)}` }));
  return {
    kind: "disengaged",
    trigger: "disengaged",
    dueAt: third.at + delayHours * hour,
    reason: "the last 3 answers came slower and shorter",
    evidence,
  };
}

function inWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2_880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1_440)} days`;
}

function custom(state: ContactState, standing: StatusAndStage, trigger: CustomTrigger): FoundFollowUp {
  const anchor = anchorOf(state, standing, trigger.after);
  if (!anchor || isOff(state, trigger.unless, anchor)) return null;
  const dueAt = anchor.at + trigger.delayHours * hour;
  return { kind: "custom", trigger: trigger.id, dueAt, reason: trigger.name, evidence: [shown(anchor)] };
}

function anchorOf({ engagement, lastInbound, conversions }: ContactState, standing: StatusAndStage, after: CustomTrigger["after"]): Quoted | null {
  switch (after.what) {
    case "silence":
      return lastInbound && { ...lastInbound, quote: "last words of the customer" };
    case "conversion":
      return conversions.last && { ...conversions.last, quote: "converted" };
    case "intent":
      return named(engagement.intents, after.intent) ?? null;
    case "action": {
      const done = named(engagement.actions, after.action);
      return done ? { ...done, quote: after.action } : null;
    }
    case "status":
      return standing.status === after.status ? { at: standing.statusSince, id: "", quote: after.status } : null;
    case "stage":
      return standing.stage === after.stage ? { at: standing.stageSince, id: "", quote: after.stage } : null;
  }
}

/** True when something that the trigger excludes has happened since the anchor. */
function isOff({ engagement, lastInbound, conversions }: ContactState, unless: CustomTrigger["unless"], anchor: FactKey): boolean {
  return (
    (unless.replied && isLater(lastInbound, anchor)) ||
    (unless.converted && isLater(conversions.last, anchor)) ||
    unless.intents.some((intent) => isLater(named(engagement.intents, intent), anchor)) ||
    unless.actions.some((action) => isLater(named(engagement.actions, action), anchor))
  );
}
