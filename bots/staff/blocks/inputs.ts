import type { InputBlock, PlainTextInput, PlainTextOption, StaticSelect } from "@slack/types";
import { words } from "./blocks.ts";
import { limits } from "./text.ts";

/** An input is found in a submitted view under `values[name][name]`. */
type InputOptions = { name: string; label: string; hint?: string | undefined; optional?: boolean };

function inputBlock({ name, label, hint, optional = false }: InputOptions, element: InputBlock["element"]): InputBlock {
  return {
    type: "input",
    block_id: name,
    label: words(label, limits.label),
    element,
    optional,
    ...(hint !== undefined && { hint: words(hint, limits.label) }),
  };
}

/** A text input; a value that is longer than Slack takes is left out, never cut. */
export function textInput(input: InputOptions & { value?: string | null; long?: boolean; max?: number; placeholder?: string }): InputBlock {
  const { name, value, long = false, max = limits.inputText, placeholder } = input;
  const element: PlainTextInput = {
    type: "plain_text_input",
    action_id: name,
    multiline: long,
    max_length: Math.min(max, limits.inputText),
    ...(value && value.length <= Math.min(max, limits.inputText) && { initial_value: value.toWellFormed() }),
    ...(placeholder !== undefined && { placeholder: words(placeholder, limits.placeholder) }),
  };
  return inputBlock(input, element);
}

/** Files of the person's own; what comes back are the ids of at most `most`. Needs the scope files:read. */
export function fileInput(input: InputOptions & { most: number }): InputBlock {
  return inputBlock(input, { type: "file_input", action_id: input.name, max_files: input.most });
}

export function numberInput(input: InputOptions & { value: number | null; min?: number; max?: number; decimals?: boolean }): InputBlock {
  const { name, value, min, max, decimals = false } = input;
  return inputBlock(input, {
    type: "number_input",
    action_id: name,
    is_decimal_allowed: decimals,
    ...(value !== null && { initial_value: String(value) }),
    ...(min !== undefined && { min_value: String(min) }),
    ...(max !== undefined && { max_value: String(max) }),
  });
}

export function chooseOne(input: InputOptions & { options: PlainTextOption[]; chosen?: string | null }): InputBlock {
  const { name, options, chosen } = input;
  const initial = options.find(({ value }) => value === chosen);
  return inputBlock(input, { type: "static_select", action_id: name, ...listed(options), ...(initial && { initial_option: initial }) });
}

export function chooseMany(input: InputOptions & { options: PlainTextOption[]; chosen?: readonly string[] }): InputBlock {
  const { name, options, chosen = [] } = input;
  const initial = options.filter(({ value }) => value !== undefined && chosen.includes(value)).slice(0, limits.options);
  return inputBlock(input, {
    type: "multi_static_select",
    action_id: name,
    ...listed(options),
    ...(initial.length > 0 && { initial_options: initial }),
  });
}

/** One question that is answered yes or no. */
export function tick(input: InputOptions & { option: PlainTextOption; ticked: boolean }): InputBlock {
  const { name, option, ticked } = input;
  return inputBlock(
    { ...input, optional: true },
    { type: "checkboxes", action_id: name, options: [option], ...(ticked && { initial_options: [option] }) },
  );
}

/** A date and time; Slack shows it in the reader's time zone and sends seconds since 1970 back. */
export function instantInput(input: InputOptions & { at: number }): InputBlock {
  return inputBlock(input, { type: "datetimepicker", action_id: input.name, initial_date_time: Math.floor(input.at / 1000) });
}

export function timeInput(input: InputOptions & { value: string }): InputBlock {
  return inputBlock(input, { type: "timepicker", action_id: input.name, initial_time: input.value });
}

type SelectOptions = { action: string; options: PlainTextOption[]; chosen?: string; placeholder?: string };

/** A list of options beside buttons, outside of a form: what is chosen counts at once. */
export function select({ action, options, chosen, placeholder }: SelectOptions): StaticSelect {
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: "static_select",
    action_id: action,
    ...listed(options),
    ...(initial && { initial_option: initial }),
    ...(placeholder !== undefined && { placeholder: words(placeholder, limits.placeholder) }),
  };
}

/** Up to 100 options as they are, and up to 10,000 in groups: Slack takes at most 100 options in a list. */
function listed(options: PlainTextOption[]) {
  if (options.length <= limits.options) return { options };
  const groups = [];
  for (let at = 0; at < options.length && groups.length < limits.options; at += limits.options) {
    const part = options.slice(at, at + limits.options);
    groups.push({ label: words(`${part[0]?.text.text} – ${part.at(-1)?.text.text}`, limits.optionText), options: part });
  }
  return { option_groups: groups };
}
