import type { TableName, Tables } from "#core/model/tables.ts";
import type { PolicyFor } from "../data-policy.ts";
import type { Schema } from "../generated/schema.ts";
import type { RecordOf } from "../table.ts";

/* No code: it compiles only while a row of each table is exactly its record, and its policy fits its columns. */

type TableIn<T> = { [K in keyof T as T[K] extends { $inferSelect: unknown } ? K : never]: T[K] };
type SchemaTables = TableIn<Schema>;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Flattened, so that an Omit and a plain object compare. */
type Plain<T> = { [K in keyof T]: T[K] };
type Holds<T extends Record<PropertyKey, true>> = T;

type RecordAgrees<N> = N extends TableName & keyof SchemaTables
  ? Same<Plain<RecordOf<SchemaTables[N]>>, Plain<Tables[N]>>
  : "Tables and db/schema do not have the same tables";
export type RecordsAgree = Holds<{ [N in TableName | keyof SchemaTables]: RecordAgrees<N> }>;

type PolicyFits<N extends keyof SchemaTables> = `${N}Policy` extends keyof Schema
  ? Schema[`${N}Policy`] extends PolicyFor<RecordOf<SchemaTables[N]>>
    ? true
    : "the policy does not fit the columns"
  : "a table in db/schema needs a policy: export const NAMEPolicy";
export type PoliciesFit = Holds<{ [N in keyof SchemaTables]: PolicyFits<N> }>;
