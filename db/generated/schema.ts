// Written by `npm run db:generate` from db/schema: change it there.
import type * as agents from "../schema/agents.ts";
import type * as alerts from "../schema/alerts.ts";
import type * as connections from "../schema/connections.ts";
import type * as contacts from "../schema/contacts.ts";
import type * as deliveries from "../schema/deliveries.ts";
import type * as effects from "../schema/effects.ts";
import type * as erasures from "../schema/erasures.ts";
import type * as facts from "../schema/facts.ts";
import type * as followups from "../schema/followups.ts";
import type * as identities from "../schema/identities.ts";
import type * as imports from "../schema/imports.ts";
import type * as labels from "../schema/labels.ts";
import type * as messages from "../schema/messages.ts";
import type * as operations from "../schema/operations.ts";
import type * as people from "../schema/people.ts";
import type * as plans from "../schema/plans.ts";
import type * as retractions from "../schema/retractions.ts";
import type * as segments from "../schema/segments.ts";
import type * as staff from "../schema/staff.ts";
import type * as suppressions from "../schema/suppressions.ts";

/** Everything that the files of db/schema export: tables, and their policies. */
export type Schema = typeof agents &
  typeof alerts &
  typeof connections &
  typeof contacts &
  typeof deliveries &
  typeof effects &
  typeof erasures &
  typeof facts &
  typeof followups &
  typeof identities &
  typeof imports &
  typeof labels &
  typeof messages &
  typeof operations &
  typeof people &
  typeof plans &
  typeof retractions &
  typeof segments &
  typeof staff &
  typeof suppressions;
