import type { ContactabilityRow } from "#core/model/contactability.ts";
import { purposes } from "#core/model/delivery.ts";
import { channels } from "#core/model/vocabulary.ts";
import { day, hour } from "#core/rules/time.ts";

/** Monday 9 March 2026, noon UTC. */
export const noon = Date.parse("2026-03-09T12:00:00Z");

/** A message that nothing stands against. */
export function contactabilityRow(given: Partial<ContactabilityRow> = {}): ContactabilityRow {
  return {
    at: noon,
    channel: "telegram",
    purpose: "marketing",
    author: "bot",
    optedOut: false,
    holdUntil: null,
    blockedAt: null,
    hasIdentity: true,
    lastInboundAt: noon - hour,
    windowMs: null,
    takenOver: false,
    ownerActiveUntil: null,
    quietUntil: null,
    zoneUncertain: false,
    sentToday: 0,
    perDay: 1,
    dayFreeAt: null,
    sentInWeek: 0,
    perWeek: 3,
    weekFreeAt: null,
    ...given,
  };
}

/** Any row, edges included: instants are a few to choose from, so that equal ones are common. `random` in [0, 1). */
export function randomRow(random: () => number): ContactabilityRow {
  const chance = (share: number) => random() < share;
  const pick = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(random() * values.length)] ?? values[0];
  const near = (): number => noon + pick([-30 * hour, -day, -hour, -1, 0, 1, hour, 5 * hour, day, 3 * day]);
  const perhaps = (share: number) => (chance(share) ? near() : null);
  return {
    at: noon,
    channel: pick(channels),
    purpose: pick(purposes),
    author: pick(["bot", "staff", "system"]),
    optedOut: chance(0.1),
    holdUntil: perhaps(0.2),
    blockedAt: perhaps(0.1),
    hasIdentity: chance(0.9),
    lastInboundAt: perhaps(0.9),
    windowMs: chance(0.5) ? pick([hour, day, 24 * day]) : null,
    takenOver: chance(0.1),
    ownerActiveUntil: perhaps(0.2),
    quietUntil: perhaps(0.3),
    zoneUncertain: chance(0.3),
    sentToday: pick([0, 1, 2]),
    perDay: pick([null, 1, 2]),
    dayFreeAt: perhaps(0.7),
    sentInWeek: pick([0, 2, 3, 4]),
    perWeek: pick([null, 3]),
    weekFreeAt: perhaps(0.7),
  };
}

/** Columns of the flat row, as SQL names them, with their fields. */
export const contactabilityColumns = Object.keys(contactabilityRow()).map((field) => ({
  field,
  column: field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
}));
