/** A time of day as "9 am" or "1:30 pm". */
export function twelveHours({ hour, minute }: { hour: number; minute: number }): string {
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes} ${hour < 12 ? "am" : "pm"}`;
}
