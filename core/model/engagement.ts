import type { FactKey } from "./fact.ts";

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
