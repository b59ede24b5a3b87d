import type { Settings } from "#core/model/settings.ts";
import { fault, type SettingsFinding, warning } from "./finding.ts";

/** Spans of days that cannot hold beside each other. */
export function lintWindows({ status, stages, flags }: Settings): SettingsFinding[] {
  const { inactiveAfterDays, churnedAfterDays, intentTtlDays } = status;
  const findings: SettingsFinding[] = [];
  if (inactiveAfterDays >= churnedAfterDays)
    findings.push(
      fault(
        "inactive_after_churn",
        ["status", "inactiveAfterDays"],
        `is ${inactiveAfterDays}, and a customer has churned after ${churnedAfterDays}: silence must be noticed before it is too late`,
      ),
    );
  if (intentTtlDays > churnedAfterDays)
    findings.push(
      warning(
        "intent_outlives_churn",
        ["status", "intentTtlDays"],
        `buying intent lasts ${intentTtlDays} days, longer than the silence of ${churnedAfterDays} after which a customer has churned`,
      ),
    );
  if (flags.atRiskDays >= churnedAfterDays)
    findings.push(
      warning(
        "complaint_outlives_churn",
        ["flags", "atRiskDays"],
        `who complains is at risk for ${flags.atRiskDays} days, and has churned after ${churnedAfterDays}: it never passes in silence`,
      ),
    );
  if (stages.followUpAfterDays >= churnedAfterDays)
    findings.push(
      warning(
        "follow_up_after_churn",
        ["stages", "followUpAfterDays"],
        `follow-up begins ${stages.followUpAfterDays} days after a conversion, when a silent customer has churned already (${churnedAfterDays})`,
      ),
    );
  return findings;
}
