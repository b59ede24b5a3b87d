import { action, finds, type Template, words } from "./template.ts";

/** Work that is quoted before it is done: leads take long, talk over an offer counts, and a job is followed up late. */
export const services: Template = {
  type: "services",
  name: "Services",
  purpose: "Contractors, repairs, agencies and professionals who quote before they work",
  status: { inactiveAfterDays: 21, churnedAfterDays: 180, intentTtlDays: 90 },
  stages: { followUpAfterDays: 45, newCycleAfterDays: 7 },
  flags: { vipConversions: 2, atRiskDays: 30 },
  intentDays: 90,
  ownIntents: [
    {
      name: "quote_request",
      description: "Asks for a written offer or a visit on site",
      examples: [
        "Can you send me a quotation for the work?",
        "Could you come and take a look at the site?",
        "Pwede po ba humingi ng quotation?",
        "Pwede po bang mag ocular kayo?",
        "¿Me pueden enviar una cotización del trabajo?",
        "¿Pueden venir a ver el lugar?",
      ],
    },
  ],
  signals: [
    finds("quote_request", "Asks for an offer", 15, "intent", 60),
    action("quote_opened", "Opened an offer", 10, "engagement", 45),
    action("quote_accepted", "Accepted an offer", 60, "intent", 90),
    words(
      "urgent_work",
      "Needs it at once",
      5,
      "fit",
      ["emergency", "as soon as possible", "right away", "kailangan na ngayon", "madalian", "lo antes posible", "es urgente", "de emergencia"],
      14,
    ),
    words("running_contract", "Wants it regularly", 8, "fit", [
      "monthly contract",
      "annual contract",
      "retainer",
      "maintenance contract",
      "kada buwan",
      "buwanang kontrata",
      "contrato anual",
      "contrato de mantenimiento",
    ]),
  ],
};
