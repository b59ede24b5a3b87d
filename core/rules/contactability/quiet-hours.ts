import type { QuietHours } from "#core/model/contactability.ts";
import { day, utcDay } from "#core/rules/time.ts";
import { cacheByDay } from "./cache-by-day.ts";
import { zonesOfCountry } from "./country-zones.ts";
import { horizonDays, type QuietSpan, quietSpans } from "./quiet-spans.ts";

/** Where a person may be: in one of `zones` (IANA, at least one); `agentZone` stands in when they leave no common hour. */
export type ContactZones = { zones: readonly string[]; agentZone: string };

/** The zone the contact named, else those of the phone's country (ISO 3166), else the agent's (product.md §9). */
export function contactZones(contact: { timeZone: string | null; country: string | null }, agentZone: string): ContactZones {
  if (contact.timeZone !== null) return { zones: [contact.timeZone], agentZone };
  const ofCountry = contact.country === null ? [] : zonesOfCountry(contact.country);
  return { zones: ofCountry.length > 0 ? ofCountry : [agentZone], agentZone };
}

/** `at`: the first instant that is allowed; `zone`: whose clock says so; `reason` null: it is allowed at once. */
export type Allowed = { at: number; zone: string; reason: "quiet_hours" | "zone_uncertain" | null };

/** The first instant from `at` (ms since 1970) on that is outside quiet hours in all zones at once, or, without any, in the agent's zone. */
export function nextAllowed(at: number, { zones, agentZone }: ContactZones, window: QuietHours): Allowed {
  const span = spanAt(at, zones, window);
  if (!span) return { at, zone: zones[0] ?? agentZone, reason: null };
  if (zones.length === 1 || span.until < (utcDay(at) + 1 + horizonDays) * day) return { at: span.until, zone: span.zone, reason: "quiet_hours" };

  const own = spanAt(at, [agentZone], window);
  return own ? { at: own.until, zone: agentZone, reason: "zone_uncertain" } : { at, zone: agentZone, reason: null };
}

const spansOfDay = cacheByDay<readonly QuietSpan[]>();

function spanAt(at: number, zones: readonly string[], window: QuietHours): QuietSpan | undefined {
  const number = utcDay(at);
  const spans = spansOfDay(`${window.from}-${window.to} ${zones.join()}`, number, () => quietSpans(number, zones, window));
  return spans.find(({ from, until }) => from <= at && at < until);
}
