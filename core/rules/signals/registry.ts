import { z } from "zod";
import type { AnySignal } from "./define.ts";
import * as types from "./index.ts";

export type SignalType = (typeof types)[keyof typeof types];

/** In the order in which a fact is searched: that of their names. */
const searched: readonly SignalType[] = Object.values(types);

/** In the order of forms and of the API's document. */
export const signalTypes: readonly SignalType[] = [...searched].sort((a, b) => a.position - b.position);
export const searchedSignalTypes = searched;

type TypeSchema = SignalType["schema"];

// The list is never empty: index.ts names the types.
export const signalSchema = z.discriminatedUnion("type", signalTypes.map(({ schema }) => schema) as unknown as [TypeSchema, ...TypeSchema[]]);
export type Signal = z.infer<typeof signalSchema>;

const byType = new Map<string, SignalType>(signalTypes.map((each) => [each.type, each]));

/** The definition of the signal's type. Throws for a signal that the settings schema has not validated. */
export function typeOf({ type }: Pick<AnySignal, "type">): SignalType {
  const found = byType.get(type);
  if (!found) throw new Error(`there is no signal type ${type}`);
  return found;
}
