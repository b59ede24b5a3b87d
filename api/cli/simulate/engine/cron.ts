import { CronExpressionParser } from "cron-parser";

/** The first minute at or after an instant that the expression names; ms since 1970, UTC. */
export type NextCronMinute = (from: number) => number;

/**
 * Reads a cron expression of five fields with the parser that pg-boss uses, so that simulated schedules run when real
 * ones would. Throws on an expression that it does not understand.
 */
export function parseCron(expression: string): NextCronMinute {
  if (expression.trim().split(/\s+/).length !== 5) throw new Error(`"${expression}" has not five fields`);
  const cron = CronExpressionParser.parse(expression, { tz: "UTC", currentDate: 0 });
  let asked = 0;
  let answered = 0;

  return (from) => {
    // The simulator asks for nearly the same instant again and again; up to the last answer, the answer is the same.
    if (from >= asked && from <= answered) return answered;
    cron.reset(new Date(from - 1));
    asked = from;
    answered = cron.next().getTime();
    return answered;
  };
}
