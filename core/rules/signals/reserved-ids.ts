/** Words that stand in the place of a signal's id in paths. */
export const reservedIds: ReadonlySet<string> = new Set(["lint"]);
