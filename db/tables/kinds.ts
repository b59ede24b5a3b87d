import type { TableName, Tables } from "#core/model/tables.ts";

/** How a value is kept: as it is, a boolean as 0 or 1, anything else as JSON text. */
export type Kind = "value" | "flag" | "json";
type KindOf<V> = [NonNullable<V>] extends [boolean] ? "flag" : [NonNullable<V>] extends [string | number] ? "value" : "json";

export type Table<R> = {
  readonly name: string;
  /** Primary key beside the agent's id. */
  readonly key: readonly (keyof R & string)[];
  readonly columns: { readonly [C in keyof R & string]-?: KindOf<R[C]> };
};

export const value = "value";
export const flag = "flag";
export const json = "json";
export const ofContact = { agentId: value, contactId: value } as const;
export const byId = ["id"] as const;

/** Some of the tables. */
export type Part<T extends TableName> = { readonly [N in T]: Table<Tables[N]> };
