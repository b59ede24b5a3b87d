import { Temporal } from "temporal-polyfill";
import type { NamedTerms } from "#core/model/agreed.ts";
import type { AnalysisInput } from "#core/model/reading.ts";
import { foldText } from "#core/rules/text/text.ts";
import { priceIn } from "./amount.ts";
import { referenceIn } from "./reference.ts";
import { namedTimeIn } from "./time.ts";

/** Of English, where the month comes first. */
const monthFirst: readonly string[] = ["US", "PH"];

/** The time, the price and the reference that the words name, whoever says them; null: none of them. Times are in the business's zone. */
export function namedIn(text: string, language: string | null, input: Omit<AnalysisInput, "text">): NamedTerms | null {
  const folded = foldText(text.replace(/\n+/g, " . "));
  const { region, sentAt } = input;
  const isDayFirst = region === null ? language === "es" : !monthFirst.includes(region);
  const time = namedTimeIn(folded, { sentAt, zone: knownZone(input.businessZone ?? input.timeZone), isDayFirst });
  const amount = priceIn(folded, region, language);
  const reference = referenceIn(text);
  if (!time && !amount && reference === null) return null;
  return { ...(time ? { time } : {}), ...(amount ? { amount } : {}), ...(reference === null ? {} : { reference }) };
}

/** An unknown zone counts as UTC. */
function knownZone(zone: string): string {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    return "UTC";
  }
}
