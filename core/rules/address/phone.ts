import { isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { visibleForm } from "../text/visible.ts";
import { inPlainDigits, plainBeginning, respelled, withPlus } from "./miswritten.ts";
import { comparedDigits } from "./renumbered.ts";

/**
 * E.164, or null when it is not a valid number. `region` (ISO 3166) reads numbers written without a country. What is written
 * as the country wrote its numbers before it changed them becomes the number of today; what is written against its rules, the number
 * that was meant.
 */
export function toE164(text: string, region: string | null): string | null {
  const written = visibleForm(text);
  if (written === null) return null;
  const plain = plainBeginning(inPlainDigits(written));
  const parsed = parse(plain, region);
  if (parsed?.isValid()) return parsed.number;
  const digits = digitsOf(parsed?.number ?? "");
  const meant = parsed ? [comparedDigits(digits), ...respelled(digits, parsed.countryCallingCode)].map((each) => `+${each}`) : [];
  // From a country where the plus is dialled in another way than in the region's.
  return validIn([...meant, ...(region === null ? [] : [withPlus(plain)])]);
}

function validIn(international: readonly string[]): string | null {
  for (const each of international) {
    const number = parse(each, null);
    if (number?.isValid()) return number.number;
  }
  return null;
}

/** The form in which valid numbers in E.164 are compared: the same for all forms of one number. */
export function comparedPhone(e164: string): string {
  return `+${comparedDigits(digitsOf(e164))}`;
}

/** 00 is how a number's country is dialled from most of the world; a region says whether it is so there. */
function parse(written: string, region: string | null): PhoneNumber | undefined {
  if (region !== null && isSupportedCountry(region)) return parsePhoneNumberFromString(written, region);
  const plain = withPlus(written);
  // WhatsApp's ids of renumbered countries are recognised without a plus.
  const digits = /^\d{10,15}$/.test(plain) && comparedDigits(plain) !== plain ? `+${plain}` : plain;
  return parsePhoneNumberFromString(digits);
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, "");
}
