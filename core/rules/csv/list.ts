import { CsvError, parse } from "csv-parse/sync";

const options = {
  delimiter: [",", ";", "|", ":::"],
  trim: true,
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
};

/** What cannot stand in a list as it is. A leading star is how Google marks its own groups. */
const special = /[",;|\r\n]|:::|^\s|\s$|^\*/;

/** Several texts as one cell; `splitList` gives back exactly these. */
export function joinList(texts: readonly string[]): string {
  return texts.map((text) => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join("; ");
}

/** The texts of a cell that holds several: with commas, semicolons, bars, `:::` or line breaks between, in quotes or not. */
export function splitList(text: string): string[] {
  if (!text.includes('"')) return split(text);
  try {
    // Without `columns` the parser gives the cells of each line as texts.
    return (parse(text, options) as string[][]).flat();
  } catch (error) {
    if (error instanceof CsvError) return split(text);
    throw error;
  }
}

/** Google's own groups have a star before their names; everybody is in the first. */
const everybody = "* myContacts";
const googleGroup = /^\* (?=(?:starred|friends|family|coworkers)$)/;

function split(text: string): string[] {
  return text
    .split(/[,;|\r\n]|:::/)
    .map((part) => part.trim())
    .filter((part) => part !== everybody)
    .map((part) => part.replace(googleGroup, ""));
}
