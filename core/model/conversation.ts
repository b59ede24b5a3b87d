import { z } from "zod";
import type { NamedTerms } from "./agreed.ts";
import type { ConversationSummary } from "./conversation-summary.ts";
import type { FactKey, MessageFact } from "./fact.ts";
import type { ChannelName, ConversationDecision, FrustrationReason, OurStance, WaitReason } from "./vocabulary.ts";

/**
 * Whose turn it is (product.md §11). waiting: the customer spoke last and wants an answer; answered: it waits for the customer;
 * taken_over: a member of staff owns it; done: nothing is to be said.
 */
export const inboxStates = ["waiting", "answered", "taken_over", "done"] as const;
export type InboxState = (typeof inboxStates)[number];

/** When the staff chat gets a card about somebody who writes and has none there: always, only while nothing has answered them, or never. */
export const newPersonCards = ["all", "unanswered", "none"] as const;

export const inboxSettingsSchema = z.object({ newPerson: z.enum(newPersonCards).default("all") });

/** A message as far as it tells whose turn it is; `media` by media type, like audio/ogg. */
export type ConversationMessage = Pick<
  MessageFact,
  "at" | "id" | "text" | "reading" | "direction" | "author" | "purpose" | "forwarded" | "placeholder"
> & { media: readonly { type: string }[] };

/** The customer's words that want an answer, at most 200 characters, and what they are. */
export type Wanted = { quote: string; because: WaitReason };

/** A message of the customer as far as it tells their mood. */
export type Mood = FactKey & { sentiment: number | null; complaint: boolean; abuse: boolean; quote: string };

/** Why a customer is frustrated, with the messages that show it, newest last. */
export type Frustration = { because: FrustrationReason; quotes: (FactKey & { quote: string })[] };

/**
 * What is remembered of one conversation to tell whose turn it is: JSON, bounded, a function of its messages in order. Times are
 * ms since 1970.
 */
export type ConversationMemory = {
  /**
   * The first words that wait for us, whose are `id` and `at`; null: none do. The quote may be from a later message that says more
   * or is more urgent.
   */
  waiting: (FactKey & Wanted & { quotedFrom: FactKey }) | null;
  /** Our last words that answered. */
  ours: (FactKey & { stance: OurStance }) | null;
  /** Our last words that put the customer off ("one moment") since the wait began; `promised`: a promise of ours covers it. */
  held: (FactKey & { promised: boolean }) | null;
  /** The customer's words that closed the matter; null while something is open. */
  closed: (FactKey & { quote: string }) | null;
  /** What the customer asked last, oldest first, at most three. */
  asked: (FactKey & { quote: string })[];
  /** The customer's last messages, oldest first, at most five. */
  moods: Mood[];
};

/**
 * One message as far as it changes what the next ones mean: its pieces as a vector of whole numbers, its first words, and the time they
 * name (ms since 1970).
 */
export type Turn = FactKey & {
  direction: MessageFact["direction"];
  vector: readonly number[];
  quote: string;
  time: number | null;
  named?: NamedTerms;
};

export const noConversationMemory: ConversationMemory = { waiting: null, ours: null, held: null, closed: null, asked: [], moods: [] };

/** All that the rules remember of one conversation: a part of the contact's state, and like it a function of the facts. */
export type ConversationState = ConversationMemory & {
  /** The newest message of either side. */
  last: FactKey | null;
  /** Staff have said that it is done, and what had waited until then. */
  done: (FactKey & { was: ConversationMemory["waiting"] }) | null;
  /** The last messages of both sides, newest first, by which the next is read. */
  turns: readonly Turn[];
};

export const noConversationState: ConversationState = { ...noConversationMemory, last: null, done: null, turns: [] };

/** How the wait of a customer ends: somebody of ours answered, their own words closed the matter, or staff said that it is done. */
export const waitEnds = ["bot", "staff", "customer", "done"] as const;
export type WaitEnd = (typeof waitEnds)[number];

/** A wait of a customer that has ended. Times are ms since 1970. */
export type EndedWait = {
  conversationId: string;
  /** The first message that waited. */
  messageId: string;
  since: number;
  endedAt: number;
  endedBy: WaitEnd;
  /** Nobody of ours had answered in the conversation before. */
  isFirst: boolean;
};
export type WaitRecord = EndedWait & { agentId: string; contactId: string };

/** What a fact does to the waits: one has ended, or (`endedAt` null) one that had ended goes on after all. */
export type WaitChange = EndedWait | (Pick<EndedWait, "conversationId" | "messageId"> & { endedAt: null });

/** Filters of the inbox. Lists mean "any of these"; all given filters must hold. Null among ids: nobody, or no branch. */
export type InboxFilter = {
  state?: InboxState[];
  /** Ids of staff who look after it. */
  assignee?: (string | null)[];
  channel?: ChannelName[];
  branch?: (string | null)[];
  contact?: string[];
};

export const inboxSorts = ["waitingSince", "lastMessageAt"] as const;
/** `waitingSince`: only conversations in which the customer waits, longest first unless descending. */
export type InboxSort = { by: (typeof inboxSorts)[number]; descending: boolean };

export type ConversationDecisionRecord = {
  id: string;
  agentId: string;
  contactId: string;
  conversationId: string;
  decision: ConversationDecision;
  by: string;
  at: number;
  /** With a release: the conversation in short, for whoever goes on with it. */
  summary: ConversationSummary | null;
};

/** All messages of one identity on one channel account, for ever. */
export type ConversationRecord = {
  id: string;
  agentId: string;
  contactId: string;
  identityId: string;
  channel: ChannelName;
  account: string;
  branchId: string | null;
  createdAt: number;
  lastMessageAt: number;
  messageCount: number;
  /** The newest message of either side. */
  lastMessageId: string | null;
  /** Derived, like the five below, from the contact's facts and from `takenOverAt`. */
  state: InboxState;
  /** Since when, by which message and why the customer waits for us, also while it is taken over; null: they do not. */
  waitingSince: number | null;
  waitingMessageId: string | null;
  waitingBecause: WaitReason | null;
  /** Since when it is done; null: it is not. */
  doneAt: number | null;
  /** The member of staff who looks after it; null: nobody. */
  assigneeId: string | null;
  /** When time alone next asks for something: an alert about an unanswered message, the end of a takeover; null: never. */
  reviewAt: number | null;
  /** The waiting message about which rules on unanswered messages have called staff, and the time of the last such call. */
  calledFor: string | null;
  calledAt: number | null;
  /** The member of staff who has taken the conversation over, and since when: the bot is silent. */
  takenOverBy: string | null;
  takenOverAt: number | null;
  /** When the business last answered on its own phone, outside the CRM: the bot is silent for a while. */
  ownerSpokeAt: number | null;
  /** When the customer was last told that the business is closed. */
  awayToldAt: number | null;
  /** Since when it has a thread in the staff chat; null: it has none. */
  threadedAt: number | null;
};
