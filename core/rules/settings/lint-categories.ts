import type { Settings } from "#core/model/settings.ts";
import { type SettingsFinding, warning } from "./finding.ts";

/** Categories that nothing counts in. A signal whose category is not there counts in full; it is reported with the signals. */
export function lintCategories({ scoring }: Settings): SettingsFinding[] {
  const users = Map.groupBy(
    scoring.signals.filter(({ enabled }) => enabled),
    ({ category }) => category,
  );
  return Object.entries(scoring.categories).flatMap(([name, { weight, cap }]) => {
    const at = ["scoring", "categories", name];
    const used = users.get(name)?.map(({ id }) => id) ?? [];
    if (used.length === 0) return [warning("unused_category", at, `no enabled signal is in the category “${name}”`)];
    const ids = `${used.slice(0, 5).join(", ")}${used.length > 5 ? ` and ${used.length - 5} more` : ""}`;
    return [
      ...(weight === 0 ? [warning("silent_category", [...at, "weight"], `is 0: what ${ids} find does not count`)] : []),
      ...(cap === 0 ? [warning("silent_category", [...at, "cap"], `is 0: what ${ids} find does not count`)] : []),
    ];
  });
}
