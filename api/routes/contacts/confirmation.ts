import { z } from "@hono/zod-openapi";

/** The number of contacts that whoever orders work on many of them has seen (core/rules/bulk/confirmation.ts). */
export const Confirmation = z
  .int()
  .min(0)
  .optional()
  .meta({ description: "How many contacts are meant, as the preview says it. Needed for more than 1,000, or more than half of all", example: 12 });
