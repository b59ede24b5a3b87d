import { z } from "@hono/zod-openapi";
import { decaySchema, repeatSchema } from "#core/model/signal.ts";
import { type SignalType, signalTypes } from "#core/rules/signals/registry.ts";
import { line } from "../inputs.ts";

const points = z.int().min(-1000).max(1000).meta({ description: "Added to the score, or taken from it", example: 5 });

const common = {
  name: line(100).meta({ example: "Asks about parking" }),
  category: line(40).meta({ description: "One of the categories of the settings", example: "engagement" }),
  repeat: repeatSchema.meta({ description: "`every` hit counts, the earliest `once`, or the first n of each window of days", example: "every" }),
  decay: decaySchema.meta({ description: "`none`, by half in so many days, or to nothing after so many", example: { halfLifeDays: 14 } }),
  cap: z.int().min(0).max(1000).nullable().meta({ description: "The most that the signal adds or takes; null: no limit", example: 10 }),
  enabled: z.boolean().meta({ example: true }),
};

const id = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{1,39}$/, "is 2 to 40 of a-z, 0-9, - and _, starting with a letter")
  .optional()
  .meta({ description: "By default made of the name", example: "asks_about_parking" });

const fresh = {
  id,
  name: common.name,
  category: common.category,
  repeat: common.repeat.optional(),
  decay: common.decay.optional(),
  cap: common.cap.optional(),
  enabled: common.enabled.optional(),
};

const example = { name: "Asks about parking", type: "keyword", phrases: ["parking", "car park"], points: 5, category: "engagement", cap: 10 };

type InputOf<T> = T extends { type: infer Type extends string; input: infer Own extends z.ZodRawShape }
  ? z.ZodObject<typeof fresh & { points: typeof points; type: z.ZodLiteral<Type> } & Own, z.core.$strict>
  : never;
type TypeInput = InputOf<SignalType>;

/** What a new signal of the type is made of: what has a default in the settings may be left out. */
function inputOf({ type, points: whose, input, schema }: SignalType) {
  const given =
    whose === "of the signal"
      ? { ...fresh, points }
      : { ...fresh, points: points.default(0).meta({ description: whose.ofTheFact }), category: common.category.default(whose.category) };
  const own = Object.entries<z.ZodType>(input).map(([field, each]) => [field, isOptional(schema, field) ? each.optional() : each]);
  return z.strictObject({ ...given, type: z.literal(type), ...Object.fromEntries(own) });
}

function isOptional({ shape }: SignalType["schema"], field: string): boolean {
  const stored = new Map<string, z.ZodType>(Object.entries(shape)).get(field);
  return stored?.safeParse(undefined).success === true;
}

const typeNames = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(signalTypes.map(({ type }) => type));

export const SignalInput = z
  // Each is made as its type says, and there is at least one type.
  .discriminatedUnion("type", signalTypes.map(inputOf) as unknown as [TypeInput, ...TypeInput[]], { error: `is ${typeNames}` })
  .meta({ id: "NewSignal", example });

const ownFields: Record<string, z.ZodType> = Object.assign({}, ...signalTypes.map(({ input }) => input));

export const SignalPatch = z
  .strictObject({ ...common, points, ...ownFields })
  .partial()
  .meta({
    id: "SignalPatch",
    description: "What is not given stays; what another type looks for is refused",
    example: { points: 8, decay: { expiresAfterDays: 60 } },
  });
