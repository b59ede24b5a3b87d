/** How fast one account may send, in messages; a share below 1 keeps clear of the platform's own clock. */
export type Pace = { perSecond: number; perChatPerSecond: number };

/** Spacing between sends: what the platform permits, with a little room (bench.md: 0.98 of a strict window gives no refusals). */
const share = 0.985;

/**
 * How much of a delay of our own is made up for, in ms. Whoever counts in windows of a second has room for twice as much;
 * the other half is for the way to the platform.
 */
const makesUpFor = (1000 / share - 1000) / 2;

/** When an account, and each of its chats, may send next; ms since 1970. */
export type PaceState = { next: number; pausedUntil: number; chats: ReadonlyMap<string, number> };

export const idlePace: PaceState = { next: 0, pausedUntil: 0, chats: new Map() };

/** The earliest instant, not before `now`, at which a message to this chat may go. Evenly spaced, never caught up in a burst. */
export function nextSlot(state: PaceState, chat: string, now: number): number {
  return Math.max(now, state.next, state.pausedUntil, state.chats.get(chat) ?? 0);
}

/** The state after a message to the chat was let go at `at`. Chats that are free again are forgotten. */
export function takeSlot(state: PaceState, chat: string, at: number, pace: Pace): PaceState {
  const chats = new Map([...state.chats].filter(([, free]) => free > at));
  chats.set(chat, at + 1000 / (pace.perChatPerSecond * share));
  return { ...state, next: Math.max(state.next, at - makesUpFor) + 1000 / (pace.perSecond * share), chats };
}

/** The platform has told the whole account to wait (`retry_after`). */
export function pauseUntil(state: PaceState, at: number): PaceState {
  return { ...state, pausedUntil: Math.max(state.pausedUntil, at) };
}
