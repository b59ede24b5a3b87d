import type { PlanSummary } from "#core/model/operations/plan.ts";

/** What the application of a plan would trigger, by name, with the number of contacts. A new kind is one line here. */
export const fireKinds = ["flag", "signal", "followup"] as const;
export type WouldFire = { kind: (typeof fireKinds)[number]; name: string; contacts: number };

/** Flags newly raised, signals that would newly count, and follow-ups that would newly come up. */
export function wouldFire({ vip, atRisk, signals, triggers }: PlanSummary): WouldFire[] {
  const all: WouldFire[] = [
    { kind: "flag", name: "vip", contacts: vip.gained },
    { kind: "flag", name: "at_risk", contacts: atRisk.gained },
    ...triggers.map(({ trigger, ahead }): WouldFire => ({ kind: "followup", name: trigger, contacts: ahead })),
    ...signals.map(({ signalId, gained }): WouldFire => ({ kind: "signal", name: signalId, contacts: gained })),
  ];
  return all.filter(({ contacts }) => contacts > 0);
}
