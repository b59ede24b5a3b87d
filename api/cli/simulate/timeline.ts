/** What a line tells of; the report gives each a colour of its own. */
export const entryKinds = ["in", "out", "delivery", "status", "stage", "flag", "followup", "staff", "world", "expected"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Ms since 1970; `who` is a contact's name in the scenario, null: everybody. */
export type ScenarioEntry = { at: number; kind: EntryKind; who: string | null; text: string };
