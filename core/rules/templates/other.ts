import type { Template } from "./template.ts";

/** The defaults as they are. */
export const other: Template = { type: "other", name: "Other", purpose: "Any business: a beginning to change as you learn" };
