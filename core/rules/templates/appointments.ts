import { action, finds, type Template, words } from "./template.ts";

/** Clients come back every few weeks: silence is told from a rhythm of a month or two, and missing an hour costs. */
export const appointments: Template = {
  type: "appointments",
  name: "Appointments",
  purpose: "Clinics, salons, dentists, studios and others whose clients come at an hour and come back",
  status: { inactiveAfterDays: 21, churnedAfterDays: 120, intentTtlDays: 60 },
  stages: { followUpAfterDays: 14 },
  flags: { vipConversions: 5, atRiskDays: 21 },
  intentDays: 45,
  ownIntents: [
    {
      name: "reschedule_request",
      description: "Wants to move an appointment to another day or hour",
      examples: [
        "Can I move my appointment to another day?",
        "I need to reschedule my appointment",
        "Pwede po ba ilipat ang schedule ko?",
        "Pa-resched po ng appointment ko",
        "¿Puedo cambiar mi cita para otro día?",
        "Necesito reprogramar mi cita",
      ],
    },
  ],
  signals: [
    finds("reschedule_request", "Moves an appointment", 5, "engagement", 30),
    action("no_show", "Did not come", -15, "engagement", 90),
    action("appointment_attended", "Came to the appointment", 10, "engagement", 120),
    words(
      "first_visit",
      "Comes for the first time",
      4,
      "fit",
      [
        "first visit",
        "first time patient",
        "new patient",
        "new client",
        "first time ko",
        "bagong pasyente",
        "primera cita",
        "primera visita",
        "paciente nuevo",
      ],
      60,
    ),
    words("for_the_family", "Comes with the family", 5, "fit", [
      "for my kids",
      "for my daughter",
      "for my son",
      "whole family",
      "para sa anak ko",
      "buong pamilya",
      "para mi hija",
      "para mi hijo",
      "toda la familia",
    ]),
  ],
};
