/** What the log says of an error: its name alone, since its text may hold personal data. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
