import { expect, it } from "vitest";
import { bookedForOf } from "#core/rules/analysis/agreed/time.ts";
import { said, wednesdayMorning } from "../read.ts";

/** "Day" or "day/last day", and the hours: of Wednesday 4 March 2026 in Manila. */
function when(text: string, region: string | null): string | null {
  const time = said(text, { region }).named?.time;
  if (!time) return null;
  const clock = (minute: number | null) => (minute === null ? "" : `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`);
  return [
    time.day ?? "",
    time.lastDay ? `/${time.lastDay}` : "",
    time.minute === null ? "" : ` ${clock(time.minute)}`,
    time.lastMinute === null ? "" : `-${clock(time.lastMinute)}`,
  ].join("");
}

it.each([
  ["Booked for Friday 3pm", "US", "2026-03-06 15:00"],
  ["See you on Saturday at 10", "US", "2026-03-07 10:00"],
  ["You're in for tomorrow at 2:30 pm", "US", "2026-03-05 14:30"],
  ["Tonight at 8 works, table is yours", "US", "2026-03-04 20:00"],
  ["Confirmed: March 12, 9:15am", "US", "2026-03-12 09:15".replace(" 09", " 9")],
  ["You are down for the 14th", "US", "2026-03-14"],
  ["All set for Dec 12-14", "US", "2026-12-12/2026-12-14"],
  ["Booked from Friday to Sunday", "US", "2026-03-06/2026-03-08"],
  ["12 April, 2-4pm", "GB", "2026-04-12 14:00-16:00"],
  ["Booked 2026-03-20 at 16:00", "US", "2026-03-20 16:00"],
  ["Fri 11am it is", "US", "2026-03-06 11:00"],
  ["next Monday at noon", "US", "2026-03-09 12:00"],
  ["next Friday at 5", "US", "2026-03-13 17:00"],
  ["this Saturday morning, 9 a.m.", "US", "2026-03-07 9:00"],
  ["3/12 at 4pm", "US", "2026-03-12 16:00"],
  ["3/12 at 4pm", "GB", "2026-12-03 16:00"],
  ["in two weeks, Monday", "US", "2026-03-18"],
  ["Moved from Friday to Saturday 3pm", "US", "2026-03-07 15:00"],
  ["Rescheduled to Monday instead of Thursday", "US", "2026-03-09"],
  ["Booked for Friday. Please pay by Thursday", "US", "2026-03-06"],
  ["Please pay by Thursday", "US", null],
  ["We are open Monday to Friday 9am to 6pm", "US", null],
  ["Thanks, all done!", "US", null],
  ["It takes 2 hours", "US", null],
  ["That's $3.30 a piece", "US", null],
  ["We answer 24/7", "US", null],
  ["Reserva confirmada para el viernes a las 3", "MX", "2026-03-06 15:00"],
  ["Quedó para mañana a las 10 de la mañana", "MX", "2026-03-05 10:00"],
  ["Le esperamos pasado mañana", "MX", "2026-03-06"],
  ["Su cita es el 12 de marzo a las 15:30", "MX", "2026-03-12 15:30"],
  ["Del 12 al 14 de diciembre", "MX", "2026-12-12/2026-12-14"],
  ["Agendado el sábado a las 8 de la noche", "MX", "2026-03-07 20:00"],
  ["Hoy a las 7, mesa para 2", "MX", "2026-03-04 19:00"],
  ["4/12 a las 5", "AR", "2026-12-04 17:00"],
  ["Lo cambiamos del viernes al lunes a las 4", "MX", "2026-03-09 16:00"],
  ["Listo, el día 20", "MX", "2026-03-20"],
  ["El martes a las tres y media", "MX", "2026-03-10 15:30"],
  ["Pague antes del viernes", "MX", null],
  ["Confirmed po bukas ng 2pm", "PH", "2026-03-05 14:00"],
  ["Booked na po kayo sa Sabado, alas 3 ng hapon", "PH", "2026-03-07 15:00"],
  ["Sa Biyernes po 10am", "PH", "2026-03-06 10:00"],
  ["Mamayang gabi 7pm po", "PH", "2026-03-04 19:00"],
  ["ika-12 ng Marso po", "PH", "2026-03-12"],
  ["March 12 po, alas dos", "PH", "2026-03-12 14:00"],
  ["sa makalawa po ng 9am", "PH", "2026-03-06 9:00"],
  ["tom 3pm po", "PH", "2026-03-05 15:00"],
  ["Na-move na po sa Linggo 1pm", "PH", "2026-03-08 13:00"],
  ["Bukas po kami ng 8am", "PH", null],
  ["2 po kami", "PH", null],
  ["may 2 slots pa po", "PH", null],
] as const)("“%s” (%s) names %s", (text, region, expected) => {
  expect(when(text, region)).toBe(expected);
});

const zone = "Asia/Manila";
const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

it.each([
  [{ day: "2026-03-06", lastDay: null, minute: null, lastMinute: null }, "2026-03-05T16:00:00.000Z", "2026-03-06T16:00:00.000Z", true],
  [{ day: "2026-03-06", lastDay: "2026-03-08", minute: null, lastMinute: null }, "2026-03-05T16:00:00.000Z", "2026-03-08T16:00:00.000Z", true],
  [{ day: "2026-03-06", lastDay: null, minute: 900, lastMinute: null }, "2026-03-06T07:00:00.000Z", null, false],
  [{ day: "2026-03-06", lastDay: null, minute: 900, lastMinute: 960 }, "2026-03-06T07:00:00.000Z", "2026-03-06T08:00:00.000Z", false],
  [{ day: null, lastDay: null, minute: 900, lastMinute: null }, "2026-03-04T07:00:00.000Z", null, false],
  [{ day: null, lastDay: null, minute: 540, lastMinute: null }, "2026-03-05T01:00:00.000Z", null, false],
])("%j in Manila lasts from %s to %s", (time, from, to, allDay) => {
  const booked = bookedForOf({ ...time, zone }, wednesdayMorning);

  expect([iso(booked.from), iso(booked.to), booked.allDay]).toEqual([from, to, allDay]);
});
