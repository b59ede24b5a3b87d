import type { Settings } from "#core/model/settings.ts";
import { hasSameKeys, isRecord, isSame, type ReadonlyRecord } from "#core/rules/same.ts";
import { pointerOf } from "./pointer.ts";

/** One difference. Null on one side alone: a signal, an intent or a category that is not there. */
export type SettingsChange = { pointer: string; before: unknown; after: unknown };

type SettingsPath = readonly string[];

/**
 * What leads from one document to another. Signals and escalation rules stand under their id and own intents under their name
 * (`/scoring/signals/asks_price/points`); a new order of theirs is a change of the list, before and after as ids.
 */
export function diffSettings(from: Settings, to: Settings): SettingsChange[] {
  const { signals: signalsFrom, categories: categoriesFrom, ...scoringFrom } = from.scoring;
  const { signals: signalsTo, categories: categoriesTo, ...scoringTo } = to.scoring;
  const { rules: rulesFrom, ...escalationsFrom } = from.escalations;
  const { rules: rulesTo, ...escalationsTo } = to.escalations;
  return [
    ...changes(
      [],
      { ...from, scoring: scoringFrom, escalations: escalationsFrom, ownIntents: null },
      { ...to, scoring: scoringTo, escalations: escalationsTo, ownIntents: null },
    ),
    ...changesOfNamed(["scoring", "categories"], categoriesFrom, categoriesTo),
    ...changesOfList(["scoring", "signals"], signalsFrom, signalsTo, ({ id }) => id),
    ...changesOfList(["escalations", "rules"], rulesFrom, rulesTo, ({ id }) => id),
    ...changesOfList(["ownIntents"], from.ownIntents, to.ownIntents, ({ name }) => name),
  ];
}

/** Goes into objects of the same fields; of anything else all of it has changed. */
function changes(path: SettingsPath, before: unknown, after: unknown): SettingsChange[] {
  if (isSame(before, after)) return [];
  if (isRecord(before) && isRecord(after) && hasSameKeys(before, after))
    return Object.keys(before).flatMap((key) => changes([...path, key], before[key], after[key]));
  return [{ pointer: pointerOf(...path), before, after }];
}

function changesOfNamed(path: SettingsPath, before: ReadonlyRecord, after: ReadonlyRecord): SettingsChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const at = (table: ReadonlyRecord, name: string) => (Object.hasOwn(table, name) ? table[name] : null);
  return names.flatMap((name) => changes([...path, name], at(before, name), at(after, name)));
}

function changesOfList<T>(path: SettingsPath, before: readonly T[], after: readonly T[], nameOf: (each: T) => string): SettingsChange[] {
  const table = (list: readonly T[]): ReadonlyRecord => Object.fromEntries(list.map((each) => [nameOf(each), each]));
  const order = (list: readonly T[]) => list.map(nameOf);
  return [...changesOfNamed(path, table(before), table(after)), ...changesOfOrder(path, order(before), order(after))];
}

/** Removed entries leave the order, new ones are appended: any other order is reported as a change. */
function changesOfOrder(path: SettingsPath, before: readonly string[], after: readonly string[]): SettingsChange[] {
  const expected = [...before.filter((name) => after.includes(name)), ...after.filter((name) => !before.includes(name))];
  return isSame(expected, after) ? [] : [{ pointer: pointerOf(...path), before, after }];
}
