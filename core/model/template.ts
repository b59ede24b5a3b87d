import type { ChannelName } from "./vocabulary.ts";

/** One wording of a template: for a language (ISO 639-1) and, if it is not for all, a channel. */
export type TemplateText = { language: string; channel: ChannelName | null; text: string };

/** A text that is used repeatedly. `{{name|there}}` is a variable with its fallback. */
export type TemplateRecord = {
  id: string;
  agentId: string;
  name: string;
  nameKey: string;
  texts: TemplateText[];
  createdAt: number;
  updatedAt: number;
};

/** Credits are topped up by hand and used for each text that an LLM has written. `ref` names what it was for. */
export type CreditRecord = {
  id: string;
  agentId: string;
  at: number;
  /** Positive: topped up; negative: used. */
  amount: number;
  reason: "top_up" | "suggested_text" | "correction";
  note: string | null;
  ref: string | null;
  by: string;
};
