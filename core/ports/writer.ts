import type { FollowUpKind } from "#core/model/followup.ts";

/** The input of a writer of suggested texts: data of one contact only. */
export type WritingTask = {
  kind: FollowUpKind;
  reason: string;
  language: string;
  contactName: string | null;
  /** The newest messages, oldest first. */
  conversation: { author: "customer" | "business"; text: string; at: number }[];
  /** The longest text the channel takes, in characters. */
  maxLength: number;
};

export type Written = { text: string; model: string; promptVersion: string };

/**
 * Writes a text for a person to approve; an LLM does it. Throws or answers null when it cannot: the text of the template is used then. What it
 * writes is linted before anybody sees it, costs credits, and is never sent without approval unless the trigger says so.
 */
export interface Writer {
  write(task: WritingTask, signal: AbortSignal): Promise<Written | null>;
}
