import type { KnownBlock, ModalView } from "@slack/types";
import { CrmError } from "#core/errors.ts";
import type { InputValues, ModalResponse } from "../slack/feature.ts";

/** What a text, a number, an option or a date of ours holds (views/inputs.ts); null: nothing. */
export function textIn(values: InputValues, name: string): string | null {
  const value = values[name]?.[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

export function listIn(values: InputValues, name: string): readonly string[] {
  const value = values[name]?.[name];
  return typeof value === "string" ? [value] : (value ?? []);
}

/** What the inputs of a modal hold before anybody has typed: text or option by name, null for none. */
export function shownIn(view: ModalView): Map<string, string | null> {
  // Modals are made of known blocks (views/blocks.ts).
  const blocks = view.blocks as KnownBlock[];
  const shown = new Map<string, string | null>();
  for (const block of blocks) {
    if (block.type !== "input" || block.block_id === undefined) continue;
    const { element } = block;
    if (element.type === "plain_text_input") shown.set(block.block_id, element.initial_value?.trim() || null);
    if (element.type === "static_select") shown.set(block.block_id, element.initial_option?.value ?? null);
  }
  return shown;
}

/** Shows the faults that a use case finds at their inputs; what is no input's fault is thrown on. */
export async function atInputs(values: InputValues, work: () => Promise<ModalResponse>, names: Record<string, string> = {}): Promise<ModalResponse> {
  try {
    return await work();
  } catch (error) {
    const faults = error instanceof CrmError ? (error.details.errors ?? []) : [];
    const errors: Record<string, string> = {};
    for (const { pointer, detail } of faults) {
      const field = pointer.slice(1);
      const name = names[field] ?? field;
      if (name in values) errors[name] = `This ${detail}`;
    }
    if (Object.keys(errors).length === 0) throw error;
    return { errors };
  }
}
