/** ISO 639-1, as the Library of Congress keeps it (loc.gov/standards/iso639-2). */
const codes = new Set(
  (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy " +
    "ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv " +
    "mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr " +
    "ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
  ).split(" "),
);

const spanishRegions = new Set("AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE".split(" "));

export function isLanguage(code: string): boolean {
  return codes.has(code);
}

/** "es-MX" is "es". */
export function baseLanguage(language: string): string {
  return language.toLowerCase().split(/[-_]/, 1)[0] ?? language;
}

/**
 * In which languages to say something, best first: the contact's, that of business in the agent's country (ISO 3166, null:
 * unknown), English.
 */
export function languagesFor(contactLanguage: string | null, region: string | null): string[] {
  const ofRegion = region !== null && spanishRegions.has(region) ? "es" : "en";
  return [...new Set([...(contactLanguage === null ? [] : [contactLanguage]), ofRegion, "en"])];
}
