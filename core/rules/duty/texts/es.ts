import type { ClosedWords, LocalMoment } from "./closed-words.ts";

const weekdays = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"];
const months = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

const time = ({ hour, minute }: LocalMoment) => `${hour === 1 ? "a la" : "a las"} ${hour}:${String(minute).padStart(2, "0")}`;

export const spanish: ClosedWords = {
  withTime: (opens) => `Este es un mensaje automático: ahora estamos cerrados y abrimos ${opens}. Su mensaje ha llegado.`,
  withoutTime: "Este es un mensaje automático: ahora estamos cerrados. Su mensaje ha llegado.",
  soon: "pronto",
  today: (moment) => `hoy ${time(moment)}`,
  tomorrow: (moment) => `mañana ${time(moment)}`,
  weekday: (moment) => `el ${weekdays[moment.weekday - 1]} ${time(moment)}`,
  date: (moment) => `el ${moment.day} de ${months[moment.month - 1]} ${time(moment)}`,
};
