import type { Settings } from "#core/model/settings.ts";
import { isRecord, isSame, type ReadonlyRecord } from "#core/rules/same.ts";

/**
 * The change that leads from `base` to `draft`, made of `current` instead: what the draft did not touch is as it is now. Where
 * both have changed the same, the draft's word counts. Signals, triggers and intents go by their id or name.
 */
export function rebaseSettings(base: Settings, draft: Settings, current: Settings): Settings {
  // Each field comes from one of three documents; what they make together is looked over when it is planned.
  return merged(base, draft, current) as Settings;
}

function merged(base: unknown, draft: unknown, current: unknown): unknown {
  if (isSame(draft, base)) return current;
  if (isSame(current, base)) return draft;
  if (isRecord(base) && isRecord(draft) && isRecord(current)) return mergedRecord(base, draft, current);
  const [from, to, now] = [byName(base), byName(draft), byName(current)];
  return from && to && now ? Object.values(mergedRecord(from, to, now)) : draft;
}

function mergedRecord(base: ReadonlyRecord, draft: ReadonlyRecord, current: ReadonlyRecord): ReadonlyRecord {
  const keys = [...new Set([...Object.keys(current), ...Object.keys(draft)])];
  const at = (table: ReadonlyRecord, key: string) => (Object.hasOwn(table, key) ? table[key] : undefined);
  const fields = keys.map((key) => [key, merged(at(base, key), at(draft, key), at(current, key))] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

/** A list of things that have an id or a name of their own; null: any other value. */
function byName(value: unknown): ReadonlyRecord | null {
  if (!Array.isArray(value)) return null;
  const names = value.map((each) => (isRecord(each) ? (each.id ?? each.name) : null));
  const isNamed = names.every((name) => typeof name === "string") && new Set(names).size === names.length;
  // A letter before each: names that are numbers would be put in another order.
  return isNamed ? Object.fromEntries(value.map((each, at) => [`_${String(names[at])}`, each])) : null;
}
