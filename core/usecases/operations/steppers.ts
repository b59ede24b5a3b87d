import type { BulkAction, OwnWork } from "#core/model/operations/operation.ts";
import { backfillStepper } from "#core/usecases/followups/backfill-stepper.ts";
import { applyImportStepper } from "#core/usecases/imports/apply-stepper.ts";
import { planImportStepper } from "#core/usecases/imports/plan-stepper.ts";
import { findDuplicatesStepper } from "#core/usecases/proposals/find-duplicates-stepper.ts";
import { applySettingsStepper } from "#core/usecases/settings/apply-stepper.ts";
import { planSettingsStepper } from "#core/usecases/settings/plan-stepper.ts";
import { bulkStepper } from "./bulk-stepper.ts";
import type { Stepper } from "./stepper.ts";

const few = { min: 10, first: 20, max: 200 };
const many = { min: 100, first: 500, max: 1_000 };

/** The stepper of each kind of work; a new kind does not compile without one. */
export const steppers: Record<BulkAction | OwnWork["action"], Stepper> = {
  tag: bulkStepper(many),
  untag: bulkStepper(many),
  branch: bulkStepper(many),
  owner: bulkStepper(many),
  stage: bulkStepper(few),
  delete: { ...bulkStepper(few), scrubs: true },
  find_duplicates: findDuplicatesStepper,
  plan_settings: planSettingsStepper,
  apply_settings: applySettingsStepper,
  plan_import: planImportStepper,
  apply_import: applyImportStepper,
  backfill_followups: backfillStepper,
};
