import type { Amount, BookedFor } from "./agreed.ts";
import type { ConversationState } from "./conversation.ts";
import type { FactKey } from "./fact.ts";
import type { ConsentDecision } from "./people/consent.ts";
import type { Unsure } from "./reading.ts";
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

/** The value that counts for one detail, with its provenance. */
export type DetailState = { value: string | null; provenance: Provenance; confidence: number; at: number; id: string; quote: string | null };

/** What the business said last, as far as it changes the meaning of the customer's next message. */
export type LastOutbound = FactKey & { offer: { kind: ConversionKind | "other"; quote: string } | null };

export type Quoted = FactKey & { quote: string };

/** A promise of the business that it has not fulfilled yet. `dueAt` in ms since 1970. */
export type OpenPromise = Quoted & { dueAt: number };

/** A message that may say something, until a later fact settles what. */
export type OpenQuestion = FactKey & Unsure;

/** How fast and how long the customer answered: ms after our message, characters. */
export type Reply = FactKey & { tookMs: number; length: number };

/** The part of the state that follow-ups and contactability are decided from; a function of the facts like the rest. */
export type Engagement = {
  /** The current episode of messages: a long silence begins a new one. It is named by its first message. */
  episode: { id: string; startedAt: number; lastAt: number; inbound: number } | null;
  /** What we asked or offered and the customer has not answered, and our latest message since. Nudges do not change it. */
  waiting: Quoted | null;
  promises: OpenPromise[];
  /** The newest answers to our messages, oldest first. */
  replies: Reply[];
  /** The newest of each intent and of each action. */
  intents: Record<string, Quoted>;
  actions: Record<string, FactKey>;
  /** The newest message that asks not to be written to without being a formal opt-out (a near miss). */
  nearMiss: Quoted | null;
  /** Our newest message that was no reply (a follow-up or marketing). */
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

/** When a conversion is for: the fact that states it, and the message whose words name the time (null: a system has told it). */
export type Booking = BookedFor & { by: FactKey; said: Quoted | null };

/** The newest conversion of a kind; `byMessage` is true while only messages have confirmed it and no system has reported it. */
export type LastConversion = { at: number; byMessage: boolean; amount: Amount | null; reference?: string; booking?: Booking };

export type StageState = { stage: Stage; since: FactKey; cycle: number; because: string };

/**
 * All that the rules remember of a contact: a function of the set of effective facts, never of their arrival.
 * It does not depend on the current time: what does is decided from it when it is read.
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
  /** Those that stand. `value`: the sums of their amounts in thousandths, by currency ("" where none was said). */
  conversions: {
    count: number;
    last: FactKey | null;
    lastOf: Partial<Record<ConversionKind, LastConversion>>;
    /** Of conversions before those in `lastOf`, the one that is booked for latest. */
    earlier?: Booking;
    /** Of all of them the one that is booked for latest. */
    booking?: Booking;
    value: Record<string, number>;
  };
  buying: (FactKey & { intent: string; quote: string }) | null;
  buyingEnded: (FactKey & { intent: string; quote: string }) | null;
  complaint: (FactKey & { intent: string; quote: string }) | null;
  /** [day, sum in thousandths, number of toned messages], ascending, cut at 10 half-lives before the newest. */
  sentiment: [UtcDay, number, number][];
  tonedCount: number;
  language: (FactKey & { language: string }) | null;
  details: Partial<Record<DetailField, DetailState>>;
  engagement: Engagement;
  /** By the id of the conversation. */
  conversations: Record<string, ConversationState>;
  /** The latest consent of each node. */
  consents: Record<string, FactKey & { decision: ConsentDecision }>;
  /** What staff may be asked about, oldest first, at most five; absent while there was nothing yet. */
  questions?: OpenQuestion[];
  stage: StageState;
  tallies: Record<string, SignalTally>;
};

/** The state of a contact without facts. */
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
    conversions: { count: 0, last: null, lastOf: {}, value: {} },
    buying: null,
    buyingEnded: null,
    complaint: null,
    sentiment: [],
    tonedCount: 0,
    language: null,
    details: {},
    engagement: noEngagement,
    conversations: {},
    consents: {},
    stage: { stage: "inquiry", since: { at: createdAt, id: "" }, cycle: 1, because: "initial contact" },
    tallies: {},
  };
}
