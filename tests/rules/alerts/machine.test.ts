import { describe, expect, it } from "vitest";
import { CrmError } from "#core/errors.ts";
import { type AlertRecord, type AlertState, alertStates, isOpenAlert } from "#core/model/alert.ts";
import { type AlertAct, alertActs, moveAlert } from "#core/rules/alerts/machine.ts";
import { alertRow } from "#tests/support/records/alerts.ts";

const at = 5_000_000;

/** What becomes of an alert: its state, `=` when nothing changes, `no` when it is refused. */
const table: Record<AlertAct, Record<AlertState, AlertState | "=" | "no">> = {
  acknowledge: { open: "acknowledged", acknowledged: "=", taken_over: "=", resolved: "no", dismissed: "no" },
  take_over: { open: "taken_over", acknowledged: "taken_over", taken_over: "=", resolved: "no", dismissed: "no" },
  release: { open: "=", acknowledged: "=", taken_over: "acknowledged", resolved: "no", dismissed: "no" },
  resolve: { open: "resolved", acknowledged: "resolved", taken_over: "resolved", resolved: "=", dismissed: "no" },
  dismiss: { open: "dismissed", acknowledged: "dismissed", taken_over: "dismissed", resolved: "no", dismissed: "=" },
};

const cases = alertActs.flatMap((act) => alertStates.map((state) => [act, state, table[act][state]] as const));

function inState(state: AlertState): AlertRecord {
  const ownerId = state === "open" ? null : "stf_ana";
  return alertRow({ state, ownerId, remindAt: state === "open" ? at : null, endedAt: isOpenAlert({ state }) ? null : 1_000 });
}

function outcome(before: AlertRecord, act: AlertAct): AlertRecord | "no" {
  try {
    return moveAlert(before, act, { by: "stf_ana", at });
  } catch (error) {
    if (error instanceof CrmError && error.code === "conflict") return "no";
    throw error;
  }
}

describe("what staff do with an alert", () => {
  it.each(cases)("%s, when it is %s: %s", (act, state, expected) => {
    const before = inState(state);

    const after = outcome(before, act);

    if (expected === "no") expect(after).toBe("no");
    else if (expected === "=") expect(after).toBe(before);
    else {
      expect(after).toMatchObject({
        state: expected,
        remindAt: null,
        updatedAt: at,
        ownerId: isOpenAlert({ state: expected }) ? "stf_ana" : before.ownerId,
      });
      expect(after).toMatchObject(isOpenAlert({ state: expected }) ? { endedAt: null } : { endedAt: at, endedBy: "stf_ana" });
    }
  });

  it.each(cases.filter(([, , expected]) => expected !== "no"))("%s twice, first when it is %s, changes nothing the second time", (act, state) => {
    const once = moveAlert(inState(state), act, { by: "stf_ana", at });

    expect(moveAlert(once, act, { by: "stf_ana", at: at + 1 })).toBe(once);
  });

  it("changes its owner when the takeover changes hands", () => {
    const taken = inState("taken_over");

    const after = moveAlert(taken, "take_over", { by: "stf_ben", at });

    expect(after).toMatchObject({ state: "taken_over", ownerId: "stf_ben" });
    expect(after.history.at(-1)).toEqual({ at, what: "taken_over", by: "stf_ben", note: null });
  });

  it("keeps why it was dismissed and until when its rule is muted", () => {
    const after = moveAlert(inState("open"), "dismiss", { by: "stf_ana", at, reason: "they were joking", muteMinutes: 30 });

    expect(after).toMatchObject({ endedBecause: "they were joking", mutedUntil: at + 30 * 60_000 });
    expect(after.history.map(({ what }) => what)).toEqual(["raised", "dismissed", "muted"]);
  });

  it("keeps its first event and the newest, however many there are", () => {
    let alert = inState("open");
    for (let round = 0; round < 100; round++) {
      alert = moveAlert(alert, "take_over", { by: "stf_ana", at: at + 2 * round });
      alert = moveAlert(alert, "release", { by: "stf_ana", at: at + 2 * round + 1 });
    }

    expect(alert.history).toHaveLength(50);
    expect([alert.history[0]?.what, alert.history.at(-1)?.what]).toEqual(["raised", "released"]);
  });
});
