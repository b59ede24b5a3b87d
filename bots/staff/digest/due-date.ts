/** A digest that is later than this, in minutes, is not posted any more: after an outage the next one is soon enough. */
const lateMinutes = 180;

/** The local date whose digest is due now, as `digest:2026-11-24`; null: none is. `at` is a local time like `08:30`. */
export function digestSubject(at: string | null, timeZone: string, now: number): string | null {
  if (at === null) return null;
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short", timeStyle: "short", hourCycle: "h23" }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const [hours = 0, minutes = 0] = at.split(":").map(Number);
  const late = Number(part("hour")) * 60 + Number(part("minute")) - (hours * 60 + minutes);
  return late >= 0 && late < lateMinutes ? `digest:${part("year")}-${part("month")}-${part("day")}` : null;
}
