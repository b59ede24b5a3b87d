import type { InputBlock, ModalView } from "@slack/types";
import type { InputValue, InputValues } from "#bots/staff/slack/feature.ts";

/** What a modal's inputs hold when it is sent as it came up. */
export function typedIn({ blocks }: ModalView): InputValues {
  // Blocks of the type "input" are input blocks.
  const inputs = blocks.filter(({ type }) => type === "input") as InputBlock[];
  return Object.fromEntries(inputs.map(({ block_id = "", element }) => [block_id, { [block_id]: initialOf(element) }]));
}

function initialOf(element: InputBlock["element"]): InputValue {
  if ("initial_value" in element && typeof element.initial_value === "string") return element.initial_value;
  if ("initial_time" in element && element.initial_time !== undefined) return element.initial_time;
  if ("initial_option" in element && element.initial_option?.value !== undefined) return element.initial_option.value;
  if ("initial_options" in element && element.initial_options) return element.initial_options.flatMap(({ value }) => value ?? []);
  return element.type === "multi_static_select" || element.type === "checkboxes" ? [] : null;
}

/** The same as Slack sends it. */
export function stateOf(values: InputValues): Record<string, Record<string, Record<string, unknown>>> {
  const sent = (value: InputValue) =>
    typeof value === "object" && value !== null ? { selected_options: value.map((each) => ({ value: each })) } : { value };
  return Object.fromEntries(
    Object.entries(values).map(([block, inputs]) => [block, Object.fromEntries(Object.entries(inputs).map(([id, value]) => [id, sent(value)]))]),
  );
}
