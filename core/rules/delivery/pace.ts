/** How fast one account may send, in messages; a share below 1 leaves room for differences to the platform's clock. */
export type Pace = { perSecond: number; perChatPerSecond: number };

const second = 1000;
/** Spacing between sends: what the platform permits, with a little room. Measured: 0.98 of a strict window gives no refusals. */
const share = 0.985;
/** The platform's window is assumed to be longer by most of that room, because the latency of messages varies. */
const room = 0.85 * (second / share - second);
/** Our own delays are caught up within the window, but at most this many ms, so that a stall does not cause a burst. */
const makesUpFor = 20;

/**
 * When an account, and each of its chats, may send next; ms since 1970. `left`: when the last ones really left, as many as
 * a second permits at most; `leaving`: how many have been let go and have not left yet.
 */
export type PaceState = { next: number; pausedUntil: number; chats: ReadonlyMap<string, number>; left: readonly number[]; leaving: number };

export const idlePace: PaceState = { next: 0, pausedUntil: 0, chats: new Map(), left: [], leaving: 0 };

/** The earliest instant, not before `now`, at which a message to this chat may go. Evenly spaced, never caught up in a burst. */
export function nextSlot(state: PaceState, chat: string, now: number, pace: Pace): number {
  return Math.max(now, state.next, state.pausedUntil, state.chats.get(chat) ?? 0, windowOpens(state, now, pace));
}

/** A platform that counts in windows has seen no more than it permits, however late each message left. */
function windowOpens({ left, leaving }: PaceState, now: number, { perSecond }: Pace): number {
  const most = Math.max(1, Math.floor(perSecond));
  if (leaving >= most) return now + room;
  const oldest = left[left.length + leaving - most];
  return oldest === undefined ? 0 : oldest + second + room;
}

/** The state after a message to the chat was let go at `at`. Chats that are free again are forgotten. */
export function takeSlot(state: PaceState, chat: string, at: number, pace: Pace): PaceState {
  const next = Math.max(state.next, at - makesUpFor) + second / (pace.perSecond * share);
  return { ...state, next, chats: occupied(state, chat, at, pace), leaving: state.leaving + 1 };
}

/** The state after a message whose slot was taken was sent at `at`, or was not sent after all. */
export function leave(state: PaceState, chat: string, at: number, pace: Pace): PaceState {
  const left = [...state.left, at].filter((time) => time > at - second - room);
  return { ...state, chats: occupied(state, chat, at, pace), left, leaving: state.leaving - 1 };
}

function occupied({ chats }: PaceState, chat: string, at: number, pace: Pace): ReadonlyMap<string, number> {
  return new Map([...chats].filter(([, free]) => free > at)).set(chat, at + second / (pace.perChatPerSecond * share));
}

/** The platform has told the whole account to wait (`retry_after`). */
export function pauseUntil(state: PaceState, at: number): PaceState {
  return { ...state, pausedUntil: Math.max(state.pausedUntil, at) };
}
