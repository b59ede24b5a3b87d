/** A day in the local calendar: month 1 to 12, weekday 1 (Monday) to 7. */
export type LocalMoment = { hour: number; minute: number; weekday: number; day: number; month: number };

/** What we say in one language while it is closed. */
export type ClosedWords = {
  withTime(opens: string): string;
  withoutTime: string;
  /** Stands for the time where none is known. */
  soon: string;
  today(moment: LocalMoment): string;
  tomorrow(moment: LocalMoment): string;
  /** Within a week. */
  weekday(moment: LocalMoment): string;
  date(moment: LocalMoment): string;
};
