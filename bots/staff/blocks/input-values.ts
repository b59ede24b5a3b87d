import type { KnownBlock, ModalView } from "@slack/types";
import { CrmError } from "#core/errors.ts";
import type { InputValues, ModalResponse } from "../slack/feature.ts";
import { plainText } from "./plain-text.ts";

/** The value of a text, number, option or date input of `inputs.ts`; null: it is empty. */
export function textIn(values: InputValues, name: string): string | null {
  const value = values[name]?.[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** The text of an input that is sent to a customer, without Slack's marks; null: it is empty. */
export function customerTextIn(values: InputValues, name: string): string | null {
  return plainText(textIn(values, name) ?? "") || null;
}

export function listIn(values: InputValues, name: string): readonly string[] {
  const value = values[name]?.[name];
  return typeof value === "string" ? [value] : (value ?? []);
}

/** The initial values of a modal's inputs: text or option by name, null for none. */
export function shownIn(view: ModalView): Map<string, string | null> {
  // The cast holds since `modal` of blocks.ts takes known blocks only.
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
