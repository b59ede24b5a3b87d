import { z } from "@hono/zod-openapi";
import { decaySchema, repeatSchema } from "#core/model/signal.ts";
import { signalFindingCodes } from "#core/rules/signals/finding-codes.ts";
import { type SignalType, signalTypes } from "#core/rules/signals/registry.ts";
import type { SignalReport } from "#core/usecases/signals/signal-report.ts";

export const FindingView = z
  .object({
    code: z.enum(signalFindingCodes).meta({ example: "contained_phrase" }),
    signal: z.string().nullable().meta({ description: "Null: the settings as a whole", example: "asks_about_parking" }),
    other: z.string().nullable().meta({ description: "The other signal concerned", example: "has_a_car" }),
    detail: z.string().meta({ example: "the phrase “a parking lot” contains “parking” of has_a_car: both count" }),
  })
  .meta({ id: "SignalFinding", description: "What looks like a mistake, and why; nothing of it is an error" });

const common = {
  id: z.string().meta({ example: "asks_about_parking" }),
  name: z.string().meta({ example: "Asks about parking" }),
  points: z.int().meta({ example: 5 }),
  category: z.string().meta({ example: "engagement" }),
  repeat: repeatSchema.meta({ description: "`every` hit counts, the earliest `once`, or the first n of each window of days", example: "every" }),
  decay: decaySchema.meta({ description: "`none`, by half in so many days, or to nothing after so many", example: { halfLifeDays: 14 } }),
  cap: z.int().nullable().meta({ description: "The most that the signal adds or takes", example: 10 }),
  enabled: z.boolean().meta({ example: true }),
  version: z.int().meta({ description: "Counts up with each change but of the name", example: 1 }),
  warnings: z.array(FindingView),
};

type ViewOf<T> = T extends { type: infer Type extends string; view: infer Own extends z.ZodRawShape }
  ? z.ZodObject<typeof common & { type: z.ZodLiteral<Type> } & Own>
  : never;
type TypeView = ViewOf<SignalType>;

// Each is made as its type says, and there is at least one type.
const views = signalTypes.map(({ type, view }) => z.object({ ...common, type: z.literal(type), ...view })) as unknown as [TypeView, ...TypeView[]];

/** One shape for each type of signal. */
export const SignalView = z.discriminatedUnion("type", views).meta({ id: "Signal", description: "A rule that adds to the score or takes from it" });

export function toSignalView({ signal, warnings }: SignalReport): z.infer<typeof SignalView> {
  return { ...signal, warnings };
}
