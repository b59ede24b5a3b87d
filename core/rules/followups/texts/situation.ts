import type { BuiltInTrigger } from "#core/model/followup.ts";

/** Triggers that agents may take as they are, under these ids. */
export const presets = ["abandoned_booking", "quote_sent", "no_show", "post_purchase_check_in", "win_back"] as const;
export type Preset = (typeof presets)[number];

/** The situations with a built-in text: `custom` is for triggers without a situation of their own. */
export type Situation = BuiltInTrigger | "reminder" | "custom" | Preset;

/** For the first attempt and for all later ones. */
export type Wordings = Record<Situation, readonly [first: string, later: string]>;
