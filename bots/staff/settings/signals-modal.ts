import type { KnownBlock, ModalView } from "@slack/types";
import type { Settings } from "#core/model/settings.ts";
import type { Decay } from "#core/model/signal.ts";
import { type Signal, typeOf } from "#core/rules/signals/registry.ts";
import { actions, button, context, dotted, lines, modal, option, section } from "../blocks/blocks.ts";
import { chooseOne, numberInput, textInput, tick } from "../blocks/inputs.ts";
import { signed } from "../blocks/labels.ts";
import { bold, inline, limits, number } from "../blocks/text.ts";
import { settingsModal } from "./group-modal.ts";

export type SettingsSignalsModel = { settings: Pick<Settings, "scoring">; version: number; page: number };

export const signalsPerPage = 30;

/** Every signal with its points, to choose one to change (`signal:open`, value its id); pages by `signals:page`. */
export function settingsSignalsModal({ settings, version, page }: SettingsSignalsModel): ModalView {
  const { signals } = settings.scoring;
  const from = page * signalsPerPage;
  const shown = signals.slice(from, from + signalsPerPage);
  const paging = [
    ...(page > 0 ? [button("‹ Back", "signals:back", String(page - 1))] : []),
    ...(from + signalsPerPage < signals.length ? [button("Next ›", "signals:next", String(page + 1))] : []),
  ];
  return modal({
    title: "Scoring signals",
    callback: "settings:signals",
    about: `${version}`,
    blocks: [
      context(`${number(signals.length)} signals. Each adds to the score, or takes from it, when it is found.`),
      ...shown.map(row),
      ...(paging.length > 0 ? [actions("signals:page", ...paging)] : []),
    ],
  });
}

function row(signal: Signal): KnownBlock {
  const points = typeOf(signal).points !== "of the signal" ? "" : ` *${signed(signal.points)}*`;
  return section(
    lines(
      dotted(`${signal.enabled ? "🟢" : "⚪"}${points} ${bold(signal.name)}`, inline(signal.category, 40), fading(signal.decay)),
      foundBy(signal),
    ),
    button("Change", "signal:open", signal.id),
  );
}

/** What the name alone does not say: the words that are looked for. */
function foundBy(signal: Signal): string | null {
  const words = typeOf(signal).words(signal);
  if (words.length === 0) return null;
  return `Words: ${words
    .slice(0, 5)
    .map((word) => `“${inline(word, 40)}”`)
    .join(", ")}${words.length > 5 ? ` and ${words.length - 5} more` : ""}`;
}

function fading(decay: Decay): string {
  if (decay === "none") return "stays";
  return "halfLifeDays" in decay ? `half after ${decay.halfLifeDays} days` : `gone after ${decay.expiresAfterDays} days`;
}

export type SignalModel = { signal: Signal; version: number };

/** One signal. Submitted as `signal:edit`, about `settings version|signal id`. */
export function signalModal({ signal, version }: SignalModel): ModalView {
  const { id, name, points, cap, enabled, decay } = signal;
  const days = decay === "none" ? null : "halfLifeDays" in decay ? decay.halfLifeDays : decay.expiresAfterDays;
  const kind = decay === "none" ? "none" : "halfLifeDays" in decay ? "half" : "expires";
  const view = settingsModal(
    "signals",
    "Change a signal",
    version,
    [
      textInput({ name: "name", label: "Name", value: name, max: 100 }),
      ...(typeOf(signal).points !== "of the signal" ? [] : [numberInput({ name: "points", label: "Points", value: points, min: -1000, max: 1000 })]),
      ...lists(signal),
      chooseOne({
        name: "decay",
        label: "How it fades",
        options: [option("It stays", "none"), option("By half every so many days", "half"), option("Gone after so many days", "expires")],
        chosen: kind,
      }),
      numberInput({ name: "days", label: "Days", value: days, min: 1, max: 3650, optional: true }),
      numberInput({ name: "cap", label: "At most so many points in all", value: cap, min: 0, max: 1000, optional: true }),
      tick({ name: "enabled", label: "In use", option: option("Counts", "yes"), ticked: enabled }),
    ],
    `|${id}`,
  );
  return { ...view, callback_id: "signal:edit" };
}

/** One to a line. What is too long for an input is left alone here. */
function lists(signal: Signal) {
  const values = new Map<string, unknown>(Object.entries(signal));
  return typeOf(signal).lists.flatMap(({ field, label }) => {
    const all = [values.get(field)].flat().join("\n");
    return all.length > limits.inputText ? [] : [textInput({ name: field, label, value: all, long: true, optional: true })];
  });
}
