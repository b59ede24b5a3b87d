import type { ConsentDecision } from "./consent.ts";
import type { FactKey } from "./fact.ts";
import type { ConversionKind, DetailField, Provenance, Source, Stage } from "./vocabulary.ts";

/** Days since 1970 in UTC. */
export type UtcDay = number;

/** Points of one signal. With decay by UTC day, without it in one sum. Integers: any order of the same hits gives the same tally. */
export type SignalTally = {
  total: number;
  /** Present when the signal decays: [day, points], ascending, cut a day after decay is 0 seen from the newest. */
  days: [UtcDay, number][];
  /** For `repeat`: the newest window and how many counted in it ("once" has one window, 0). */
  window: [number, number] | null;
};

/** The value that wins for one detail, and who says so. */
export type DetailState = { value: string | null; provenance: Provenance; confidence: number; at: number; id: string; quote: string | null };

/** What the business last said, as far as the customer's next words depend on it. */
export type LastOutbound = FactKey & { offer: { kind: ConversionKind | "other"; quote: string } | null };

export type Quoted = FactKey & { quote: string };

/** A promise of ours that nothing has kept yet. `dueAt` in ms since 1970. */
export type OpenPromise = Quoted & { dueAt: number };

/** How fast and how long the customer answered: ms after our message, characters. */
export type Reply = FactKey & { tookMs: number; length: number };

/** What follow-ups and contactability go by; a function of the facts like the rest of the state. */
export type Engagement = {
  /** The run of messages that goes on: a long silence begins a new one, named by its first message. */
  episode: { id: string; startedAt: number; lastAt: number; inbound: number } | null;
  /** The customer owes an answer: what we asked or offered, and our latest word since. Nudges do not move it. */
  waiting: Quoted | null;
  promises: OpenPromise[];
  /** The newest answers to words of ours, oldest first. */
  replies: Reply[];
  /** The newest of each intent and of each action. */
  intents: Record<string, Quoted>;
  actions: Record<string, FactKey>;
  /** The newest "please do not write to me any more" that is no opt-out by the letter. */
  nearMiss: Quoted | null;
  /** Our newest message that was not asked for. */
  nudgedAt: number | null;
};

export const noEngagement: Engagement = {
  episode: null,
  waiting: null,
  promises: [],
  replies: [],
  intents: {},
  actions: {},
  nearMiss: null,
  nudgedAt: null,
};

export type StageState = { stage: Stage; since: FactKey; cycle: number; because: string };

/**
 * All that the rules remember of a contact: a function of the set of effective facts, never of their arrival.
 * It holds no clock: what depends on today is decided from it when it is read.
 */
export type ContactState = {
  /** The newest fact folded; an older one replays the contact. */
  cursor: FactKey | null;
  inboundCount: number;
  outboundCount: number;
  firstInboundAt: number | null;
  /** Of the earliest message: where the contact came from. */
  origin: (FactKey & { source: Source }) | null;
  lastInbound: FactKey | null;
  lastOutbound: LastOutbound | null;
  lastCustomerActionAt: number | null;
  conversions: { count: number; last: FactKey | null; lastOf: Partial<Record<ConversionKind, { at: number; byMessage: boolean }>> };
  buying: (FactKey & { intent: string; quote: string }) | null;
  buyingEnded: (FactKey & { intent: string; quote: string }) | null;
  complaint: (FactKey & { intent: string; quote: string }) | null;
  /** [day, sum in thousandths, number of toned messages], ascending, cut at 10 half-lives before the newest. */
  sentiment: [UtcDay, number, number][];
  tonedCount: number;
  language: (FactKey & { language: string }) | null;
  details: Partial<Record<DetailField, DetailState>>;
  engagement: Engagement;
  /** The last word of each node. */
  consents: Record<string, FactKey & { decision: ConsentDecision }>;
  stage: StageState;
  tallies: Record<string, SignalTally>;
};

/** Of a contact nothing is known about yet. */
export function emptyState(createdAt: number): ContactState {
  return {
    cursor: null,
    inboundCount: 0,
    outboundCount: 0,
    firstInboundAt: null,
    origin: null,
    lastInbound: null,
    lastOutbound: null,
    lastCustomerActionAt: null,
    conversions: { count: 0, last: null, lastOf: {} },
    buying: null,
    buyingEnded: null,
    complaint: null,
    sentiment: [],
    tonedCount: 0,
    language: null,
    details: {},
    engagement: noEngagement,
    consents: {},
    stage: { stage: "inquiry", since: { at: createdAt, id: "" }, cycle: 1, because: "initial contact" },
    tallies: {},
  };
}
