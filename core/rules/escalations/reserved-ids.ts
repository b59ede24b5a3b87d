/** Words that stand in the place of a rule's id in paths. */
export const reservedRuleIds: ReadonlySet<string> = new Set(["presets", "dry-run"]);
