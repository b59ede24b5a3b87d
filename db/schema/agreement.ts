import type { TableName, Tables } from "#core/model/tables.ts";
import type * as agents from "./agents.ts";
import type * as connections from "./connections.ts";
import type * as contacts from "./contacts.ts";
import type * as deliveries from "./deliveries.ts";
import type * as effects from "./effects.ts";
import type * as facts from "./facts.ts";
import type * as followups from "./followups.ts";
import type * as identities from "./identities.ts";
import type * as imports from "./imports.ts";
import type * as labels from "./labels.ts";
import type * as messages from "./messages.ts";
import type * as operations from "./operations.ts";
import type * as people from "./people.ts";
import type * as plans from "./plans.ts";
import type * as segments from "./segments.ts";
import type * as staff from "./staff.ts";

/* No code: it compiles only while a row of each table is exactly the record of the core. */

type Schema = typeof agents &
  typeof connections &
  typeof contacts &
  typeof deliveries &
  typeof effects &
  typeof facts &
  typeof identities &
  typeof labels &
  typeof messages &
  typeof operations &
  typeof segments &
  typeof staff &
  typeof followups &
  typeof people &
  typeof plans &
  typeof imports;
type RowOf<T> = T extends { $inferSelect: infer Row } ? Omit<Row, "row"> : never;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Flattened, so that an Omit and a plain object compare. */
type Plain<T> = { [K in keyof T]: T[K] };

type Agreement = { [T in TableName]: T extends keyof Schema ? Same<Plain<RowOf<Schema[T]>>, Plain<Tables[T]>> : "no table in db/schema" };
type Holds<T extends Record<TableName, true>> = T;
export type SchemaAgrees = Holds<Agreement>;
