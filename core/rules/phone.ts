import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";

/** E.164, or null when it is not a valid number. `region` (ISO 3166) reads numbers written without a country. */
export function toE164(text: string, region: string | null): string | null {
  const mexican = text.replace(/^\+?521(?=\d{10}$)/, "+52");
  const parsed = parsePhoneNumberFromString(mexican, region !== null && isSupportedCountry(region) ? region : undefined);
  return parsed?.isValid() ? parsed.number : null;
}
