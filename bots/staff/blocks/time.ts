const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Parts = { year: string; month: string; day: string; weekday: string; time: string; date: number };

const formats = new Map<string, Intl.DateTimeFormat>();

/** "9:00", local time in the zone. */
export function clock(at: number, zone: string): string {
  return partsAt(at, zone).time;
}

/** "today", "tomorrow", "yesterday", "Mon", "12 Mar", "12 Mar 2027": as short as it is clear. */
export function dayWord(at: number, now: number, zone: string): string {
  const then = partsAt(at, zone);
  const today = partsAt(now, zone);
  const distance = Math.round((then.date - today.date) / day);
  if (distance === 0) return "today";
  if (distance === 1) return "tomorrow";
  if (distance === -1) return "yesterday";
  if (Math.abs(distance) < 7) return then.weekday;
  return then.year === today.year ? `${then.day} ${then.month}` : `${then.day} ${then.month} ${then.year}`;
}

/** "tomorrow 8:00", "Mon 9:00". */
export function moment(at: number, now: number, zone: string): string {
  return `${dayWord(at, now, zone)} ${clock(at, zone)}`;
}

/** "in 2 h", "5 min ago", "now". */
export function relative(at: number, now: number): string {
  const distance = Math.abs(at - now);
  if (distance < minute) return "now";
  return at > now ? `in ${duration(distance)}` : `${duration(distance)} ago`;
}

/** "45 min", "3 h", "2 days", "5 weeks". */
export function duration(ms: number): string {
  if (ms < hour) return `${Math.max(1, Math.round(ms / minute))} min`;
  if (ms < 2 * day) return `${Math.round(ms / hour)} h`;
  if (ms < 60 * day) return `${Math.round(ms / day)} days`;
  if (ms < 730 * day) return `${Math.round(ms / (30.44 * day))} months`;
  return `${Math.round(ms / (365.25 * day))} years`;
}

/** "Asia/Manila" → "Manila time". */
export function zoneWord(zone: string): string {
  return zone === "UTC" ? "UTC" : `${(zone.split("/").at(-1) ?? zone).replaceAll("_", " ")} time`;
}

/** The instant on the reader's own clock, which only Slack knows. */
export function readersClock(at: number): string {
  return `<!date^${Math.floor(at / 1000)}^{time}|${clock(at, "UTC")} UTC>`;
}

/**
 * How long it is until the instant, or since: Slack counts it anew whenever it shows the message, so that it runs down without our
 * updating it (`{ago}`, https://docs.slack.dev/messaging/formatting-message-text#date-formatting).
 */
export function countdown(at: number): string {
  return `<!date^${Math.floor(at / 1000)}^{ago}|${clock(at, "UTC")} UTC>`;
}

function partsAt(at: number, zone: string): Parts {
  const named = Object.fromEntries(
    formatOf(zone)
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  const { year = "", month = "", day: dayOfMonth = "", weekday = "", hour: hours = "", minute: minutes = "" } = named;
  const monthIndex = months.indexOf(month);
  return { year, month, day: dayOfMonth, weekday, time: `${Number(hours)}:${minutes}`, date: Date.UTC(Number(year), monthIndex, Number(dayOfMonth)) };
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A time zone that the runtime does not know is read as UTC, so that the card is shown all the same. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = newFormat(zone) ?? newFormat("UTC") ?? new Intl.DateTimeFormat("en-US");
  if (formats.size < 1000) formats.set(zone, made);
  return made;
}

function newFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    const parts = { weekday: "short", year: "numeric", month: "short", day: "numeric", hour: "numeric", minute: "2-digit" } as const;
    return new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", ...parts });
  } catch {
    return null;
  }
}
