import type { ClosedWords } from "./closed-words.ts";
import { twelveHours } from "./twelve-hours.ts";

const weekdays = ["Lunes", "Martes", "Miyerkules", "Huwebes", "Biyernes", "Sabado", "Linggo"];
const months = ["Enero", "Pebrero", "Marso", "Abril", "Mayo", "Hunyo", "Hulyo", "Agosto", "Setyembre", "Oktubre", "Nobyembre", "Disyembre"];

/** Taglish as businesses write it in chat, with `po`. */
export const tagalog: ClosedWords = {
  withTime: (opens) => `Automatic message po ito: sarado po kami ngayon at magbubukas ${opens}. Natanggap po namin ang message ninyo.`,
  withoutTime: "Automatic message po ito: sarado po kami ngayon. Natanggap po namin ang message ninyo.",
  soon: "soon po",
  today: (moment) => `mamayang ${twelveHours(moment)}`,
  tomorrow: (moment) => `bukas ng ${twelveHours(moment)}`,
  weekday: (moment) => `sa ${weekdays[moment.weekday - 1]} ng ${twelveHours(moment)}`,
  date: (moment) => `sa ${months[moment.month - 1]} ${moment.day} ng ${twelveHours(moment)}`,
};
