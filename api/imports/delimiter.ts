const delimiters = [",", ";", "\t", "|"] as const;

/** The first line of a CSV; null: it has not ended yet. */
export function headerOf(text: string): string | null {
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '"') isQuoted = !isQuoted;
    if (!isQuoted && (char === "\n" || char === "\r") && text.slice(0, i).trim() !== "") return text.slice(0, i);
  }
  return null;
}

/** What stands between the names of a header most often, outside of quotes. A header of one name has commas, for all we know. */
export function delimiterOf(header: string): string {
  const open = header.replace(/"[^"]*"/g, "");
  const times = (delimiter: string) => open.split(delimiter).length - 1;
  return delimiters.reduce((best, next) => (times(next) > times(best) ? next : best));
}
