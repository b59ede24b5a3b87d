import { type CustomTrigger, followUpKinds } from "#core/model/followup.ts";
import type { Settings } from "#core/model/settings.ts";
import { builtInIntents, channels } from "#core/model/vocabulary.ts";
import { lintTexts } from "#core/rules/texts/lint.ts";
import { fault, type SettingsFinding, warning } from "./finding.ts";

/** Triggers that cannot be told apart, never come up, reach nobody, or would say what cannot be sent. */
export function lintFollowUps(settings: Settings): SettingsFinding[] {
  const { custom, channels: allowed } = settings.followUps;
  return [
    ...lintChannels(allowed),
    ...lintIds(custom),
    ...custom.flatMap((trigger, i) => [...lintIntent(trigger, i, settings), ...lintOnly(trigger, i), ...lintWords(trigger, i)]),
  ];
}

function lintChannels(allowed: readonly string[] | null): SettingsFinding[] {
  if (allowed === null) return [];
  if (allowed.length === 0)
    return [warning("no_channel", ["followUps", "channels"], "is empty: no follow-up can go out; null means wherever the contact writes")];
  const known: readonly string[] = channels;
  return allowed.flatMap((channel, i) =>
    known.includes(channel) ? [] : [warning("unknown_channel", ["followUps", "channels", i], `“${channel}” is none of ${known.join(", ")}`)],
  );
}

/** A follow-up is kept under the name of its trigger. */
function lintIds(custom: readonly CustomTrigger[]): SettingsFinding[] {
  const taken = new Set<string>(followUpKinds);
  return custom.flatMap(({ id }, i) => {
    if (taken.has(id)) return [fault("same_trigger", ["followUps", "custom", i, "id"], `“${id}” is another trigger already`)];
    taken.add(id);
    return [];
  });
}

function lintIntent({ after }: CustomTrigger, i: number, { ownIntents }: Settings): SettingsFinding[] {
  if (after.what !== "intent") return [];
  const known = [...builtInIntents, ...ownIntents.map(({ name }) => name)];
  const at = ["followUps", "custom", i, "after", "intent"];
  return known.includes(after.intent)
    ? []
    : [warning("unknown_intent", at, `“${after.intent}” is neither built in nor one of ownIntents: it is never found`)];
}

/** What it waits for must be among those it is for: both are asked at the same moment. */
function lintOnly({ after, only }: CustomTrigger, i: number): SettingsFinding[] {
  const at = ["followUps", "custom", i, "only"];
  const never = (waitsFor: string, place: string) =>
    warning("never_due", [...at, place], `leaves out ${waitsFor}, which the trigger waits for: it never comes up`);
  if (after.what === "status" && only.status.length > 0 && !only.status.includes(after.status)) return [never(after.status, "status")];
  if (after.what === "stage" && only.stage.length > 0 && !only.stage.includes(after.stage)) return [never(after.stage, "stage")];
  return [];
}

/** A trigger's own words are held to what message templates are held to. */
function lintWords({ text }: CustomTrigger, i: number): SettingsFinding[] {
  const found = text === null ? [] : lintTexts([{ language: "en", channel: null, text }]);
  return found.map(({ severity, detail }) => (severity === "error" ? fault : warning)("faulty_text", ["followUps", "custom", i, "text"], detail));
}
