import type { Contactability, ContactabilityRow } from "#core/model/contactability.ts";
import { reasons } from "./reasons.ts";

/** The one decision that preview, approval and the moment of sending share. `until`: the latest of the delays. */
export function decideContactability(row: ContactabilityRow): Contactability {
  let sendAt = row.at;
  const delays: Contactability["reasons"] = [];
  for (const { code, outcome, holds, until, detail } of reasons) {
    if (outcome[row.purpose] !== "delay" || !holds(row, row.at)) continue;
    const ends = until(row);
    sendAt = Math.max(sendAt, ends ?? sendAt);
    delays.push({ code, detail: detail(row), until: ends });
  }
  const denials: Contactability["reasons"] = [];
  for (const { code, outcome, holds, until, detail } of reasons) {
    if (outcome[row.purpose] === "deny" && holds(row, sendAt)) denials.push({ code, detail: detail(row), until: until(row) });
  }
  if (denials.length > 0) return { decision: "deny", until: null, reasons: [...denials, ...delays] };
  return delays.length > 0 ? { decision: "delay", until: sendAt, reasons: delays } : { decision: "allow", until: null, reasons: [] };
}
