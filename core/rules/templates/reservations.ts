import { action, finds, type Template, words } from "./template.ts";

/** Guests plan weeks ahead, stay once and return in a year: leads stay warm longer, and a stay is followed up soon. */
export const reservations: Template = {
  type: "reservations",
  name: "Reservations",
  purpose: "Hotels, resorts, restaurants, venues and rentals that hold a place for a date",
  status: { inactiveAfterDays: 30, churnedAfterDays: 180, intentTtlDays: 90 },
  stages: { followUpAfterDays: 21, newCycleAfterDays: 2 },
  flags: { vipConversions: 2, atRiskDays: 30 },
  intentDays: 75,
  ownIntents: [
    {
      name: "availability_question",
      description: "Asks whether there is room on a date",
      examples: [
        "Do you have rooms available on that weekend?",
        "Is there an available table for tonight?",
        "May available po ba kayong room sa weekend?",
        "May bakante pa po ba sa December?",
        "¿Tienen habitaciones disponibles ese fin de semana?",
        "¿Hay mesas disponibles para esta noche?",
      ],
    },
  ],
  signals: [
    finds("availability_question", "Asks for free dates", 8, "intent", 45),
    action("quote_opened", "Opened an offer", 8, "engagement", 30),
    action("no_show", "Did not come", -15, "engagement", 180),
    words("occasion", "Plans an occasion", 6, "fit", [
      "wedding",
      "anniversary",
      "birthday party",
      "honeymoon",
      "team building",
      "kasal",
      "debut party",
      "kaarawan",
      "boda",
      "aniversario",
      "luna de miel",
      "fiesta de cumpleaños",
    ]),
    words("large_party", "Comes with many", 6, "fit", [
      "large group",
      "group of 20",
      "group booking",
      "whole resort",
      "marami kami",
      "buong resort",
      "grupo grande",
      "somos muchos",
      "todo el resort",
    ]),
  ],
};
