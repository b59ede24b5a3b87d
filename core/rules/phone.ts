import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";

/** Mexico's mobile numbers had a 1 after the country code, and WhatsApp still writes it. */
const oldMexican = /^\+?521(\d{10})$/;

/** E.164, or null when it is not a valid number. `region` (ISO 3166) reads numbers written without a country. */
export function toE164(text: string, region: string | null): string | null {
  const plain = text.normalize("NFKC");
  const national = oldMexican.exec(plain.replace(/[^\d+]/g, ""))?.[1];
  const parsed = parsePhoneNumberFromString(
    national === undefined ? plain : `+52${national}`,
    region !== null && isSupportedCountry(region) ? region : undefined,
  );
  return parsed?.isValid() ? parsed.number : null;
}
