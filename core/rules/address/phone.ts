import { isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { visibleForm } from "../text/visible.ts";
import { comparedDigits } from "./renumbered.ts";

/**
 * E.164, or null when it is not a valid number. `region` (ISO 3166) reads numbers written without a country. What is written
 * as the country wrote its numbers before it changed them becomes the number of today.
 */
export function toE164(text: string, region: string | null): string | null {
  const written = visibleForm(text);
  if (written === null) return null;
  const parsed = parse(written, region);
  if (parsed === undefined || parsed.isValid()) return parsed?.number ?? null;
  const today = parse(`+${comparedDigits(digitsOf(parsed.number))}`, null);
  return today?.isValid() ? today.number : null;
}

/** The form in which valid numbers in E.164 are compared: the same for all forms of one number. */
export function comparedPhone(e164: string): string {
  return `+${comparedDigits(digitsOf(e164))}`;
}

/** 00 is how a number's country is dialled from most of the world; a region says whether it is so there. */
function parse(written: string, region: string | null): PhoneNumber | undefined {
  if (region !== null && isSupportedCountry(region)) return parsePhoneNumberFromString(written, region);
  const plain = written.replace(/^00(?=[\s\d])/, "+");
  // WhatsApp's ids of renumbered countries are recognised without a plus.
  const digits = /^\d{10,15}$/.test(plain) && comparedDigits(plain) !== plain ? `+${plain}` : plain;
  return parsePhoneNumberFromString(digits);
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, "");
}
