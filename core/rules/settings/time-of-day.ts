export const minutesOfDay = 24 * 60;

/** Of a time like 21:30, since midnight. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
