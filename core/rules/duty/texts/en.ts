import type { ClosedWords } from "./closed-words.ts";
import { twelveHours } from "./twelve-hours.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

export const english: ClosedWords = {
  withTime: (opens) => `This is an automatic message: we are closed right now and open ${opens}. Your message has arrived.`,
  withoutTime: "This is an automatic message: we are closed right now. Your message has arrived.",
  soon: "soon",
  today: (moment) => `today at ${twelveHours(moment)}`,
  tomorrow: (moment) => `tomorrow at ${twelveHours(moment)}`,
  weekday: (moment) => `on ${weekdays[moment.weekday - 1]} at ${twelveHours(moment)}`,
  date: (moment) => `on ${months[moment.month - 1]} ${moment.day} at ${twelveHours(moment)}`,
};
