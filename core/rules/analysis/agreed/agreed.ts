import type { Agreed, NamedTime } from "#core/model/agreed.ts";
import type { Turn } from "#core/model/conversation.ts";
import type { Reading } from "#core/model/reading.ts";
import { bookedForOf } from "./time.ts";

/**
 * The reading with what its conversion agrees: for when, for how much, under which reference. Read from the confirming words, else from
 * the newest turn before that names it; an hour alone is on the day that an earlier turn names. The same object where there is nothing.
 */
export function withAgreed(reading: Reading, turn: Turn, before: readonly Turn[]): Reading {
  if (!reading.conversion) return reading;
  const turns = [turn, ...before];
  const agreed: Agreed = { ...bookedIn(turns), ...pricedIn(turns), ...(turn.named?.reference ? { reference: turn.named.reference } : {}) };
  return Object.keys(agreed).length === 0 ? reading : { ...reading, conversion: { ...reading.conversion, agreed } };
}

function saidIn({ at, id, quote }: Turn) {
  return { at, id, quote };
}

function bookedIn(turns: readonly Turn[]): Pick<Agreed, "bookedFor"> {
  const newest = turns.findIndex(({ named }) => named?.time);
  const turn = turns[newest];
  if (!turn?.named?.time) return {};
  const time = completed(turn.named.time, turns.slice(newest + 1));
  return { bookedFor: { ...bookedForOf(time, turn.at), ...saidIn(turn) } };
}

/** Half of a time is completed by the newest turn before that names the other half, of no other day. */
function completed(time: NamedTime, before: readonly Turn[]): NamedTime {
  const isWhole = time.day !== null && (time.minute !== null || time.lastDay !== null);
  const other = isWhole ? undefined : before.find(({ named }) => named?.time && (time.day === null ? named.time.day : named.time.minute) !== null);
  const found = other?.named?.time;
  if (!found) return time;
  if (time.day === null) return { ...time, day: found.day };
  return found.day === null || found.day === time.day ? { ...time, minute: found.minute, lastMinute: found.lastMinute } : time;
}

function pricedIn(turns: readonly Turn[]): Pick<Agreed, "amount"> {
  const turn = turns.find(({ named }) => named?.amount);
  return turn?.named?.amount ? { amount: { ...turn.named.amount, ...saidIn(turn) } } : {};
}
