import type { Settings } from "#core/model/settings.ts";
import { builtInIntents } from "#core/model/vocabulary.ts";
import { fault, type SettingsFinding, warning } from "./finding.ts";

/** Who reads the messages, and the intents they look for. */
export function lintReaders({ analysts, ownIntents }: Settings): SettingsFinding[] {
  const repeated = analysts.flatMap((analyst, i) =>
    analysts.indexOf(analyst) < i ? [warning("same_analyst", ["analysts", i], `${analyst} is there already`)] : [],
  );
  const alone = analysts.includes("rules")
    ? []
    : [warning("no_fallback", ["analysts"], "rules is not among them: while no model has answered, nothing is found in a message")];
  return [...repeated, ...alone, ...lintOwnIntents(ownIntents)];
}

function lintOwnIntents(ownIntents: Settings["ownIntents"]): SettingsFinding[] {
  const builtIn: readonly string[] = builtInIntents;
  const seen = new Set<string>();
  return ownIntents.flatMap(({ name }, i) => {
    const isRepeated = seen.has(name);
    seen.add(name);
    const at = ["ownIntents", i, "name"];
    if (isRepeated) return [fault("same_own_intent", at, `“${name}” is there already: put the examples together`)];
    return builtIn.includes(name) ? [warning("built_in_intent", at, `“${name}” is found without it too: signals cannot tell them apart`)] : [];
  });
}
