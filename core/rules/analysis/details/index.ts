import type { AnalysisInput, Reading } from "#core/model/reading.ts";
import type { PhraseMatch } from "../phrases/matcher.ts";
import type { TokenizedText } from "../tokens/tokens.ts";
import { readCompany } from "./company.ts";
import { readEmails } from "./email.ts";
import { readName } from "./name.ts";
import { readPhones } from "./phone.ts";

/** Contact details that customers give of themselves. */
export function readDetails(input: AnalysisInput, reader: TokenizedText, matches: readonly PhraseMatch[]): Reading["details"] {
  const name = readName(reader, matches);
  const company = readCompany(reader, matches);
  return [...(name ? [name] : []), ...readEmails(reader), ...readPhones(input, reader), ...(company ? [company] : [])];
}
