import { describe, expect, it } from "vitest";
import { said } from "./read.ts";

describe("a conversion", () => {
  it.each([
    ["Your table is booked for 7 pm.", "booking"],
    ["I have reserved a room for you", "booking"],
    ["Your appointment has been confirmed, anything else?", "booking"],
    ["No problem, your table is booked.", "booking"],
    ["Tu reserva está confirmada", "booking"],
    ["Na-book na po ang appointment nyo", "booking"],
    ["Your order is confirmed!", "purchase"],
    ["Your order will be ready at the counter in ten minutes", "purchase"],
    ["Thank you for your order", "purchase"],
    ["Hemos recibido su pago", "purchase"],
    ["Your order will be out as soon as possible", "purchase"],
    ["I was successful in reserving a table for you", "booking"],
    ["Confirmed na po ang order nyo", "purchase"],
  ] as const)("is confirmed by “%s” as a %s", (text, kind) => {
    expect(said(text).conversion?.kind).toBe(kind);
  });

  it.each([
    "Shall I confirm your booking?",
    "Is your booking confirmed?",
    "Could not book the table, sorry.",
    "Your booking was not successful",
    "Once you pay, your booking will be confirmed",
    "Please confirm: a table for two at 7 pm",
    "Now playing your song",
    "I've set an alarm for 7",
    "The transfer of $50 was successful",
    "Hindi po na-confirm ang booking",
    "No se pudo confirmar la reserva",
    "The flight is scheduled to arrive at 3 pm",
    "I'll send it to you tomorrow.",
    "I'll bring it up with my manager",
    "I will have it ready for you by Friday",
    "We'll place your order as soon as you pay",
    "Your order will be delivered tomorrow",
    "We're working on it",
    "We'll reach out asap",
    "Your quote will be ready shortly",
    "The item you bought is under warranty",
    "Ready na po bukas yung order ninyo",
    "Su pedido estará listo mañana",
  ])("is not confirmed by “%s”", (text) => {
    expect(said(text).conversion).toBeNull();
  });

  it("is never read from the customer's own words", () => {
    expect(said("My table is booked", { direction: "inbound", author: "customer" }).conversion).toBeNull();
  });
});

describe("what else the business says", () => {
  it.each([
    ["Your booking has been cancelled", "booking"],
    ["Your refund has been processed", "purchase"],
    ["Su reserva ha sido cancelada", "booking"],
    ["Na-refund na po ang bayad nyo", "purchase"],
    ["Your appointment on Thursday has been cancelled", "booking"],
    ["No problem, I've cancelled the table for tonight", "booking"],
    ["We've credited 20 dollars to your card", "purchase"],
    ["No hay problema, cancelé su turno", "booking"],
    ["Le hemos devuelto los 32 €", "purchase"],
    ["Cancelled na po yung booking nyo", "booking"],
  ] as const)("revokes in “%s” a %s", (text, kind) => {
    expect(said(text).revocation?.kind).toBe(kind);
  });

  it.each([
    "Has your appointment been cancelled?",
    "Your booking could not be cancelled online",
    "If you cancel, your booking is refunded in full",
    "Si cancela, su reserva queda cancelada sin costo",
    "No hemos devuelto el dinero todavía",
    "Cancelled na po ba yung order nyo?",
    "Your refund will be processed tomorrow",
  ])("revokes nothing in “%s”", (text) => {
    expect(said(text).revocation).toBeNull();
  });

  it.each(["Your order has been delivered.", "We hope you enjoyed your stay", "Su pedido fue entregado", "Na-deliver na po ang order nyo"])(
    "is done in “%s”",
    (text) => {
      expect(said(text).fulfilment).not.toBeNull();
    },
  );

  it("is not done in what is yet to come", () => {
    expect(said("Your order will be delivered tomorrow").fulfilment).toBeNull();
  });

  it.each([
    ["Would you like me to book it?", "booking"],
    ["¿Quiere que le reserve una mesa?", "booking"],
    ["Gusto nyo po bang i-book na natin?", "booking"],
    ["Would you like to place the order?", "purchase"],
    ["We can offer you a free upgrade", "other"],
    ["¿Le confirmo la mesa?", "booking"],
    ["Tengo libre el martes a las 10, ¿le sirve?", "booking"],
    ["Isama ko na po ba ang rice?", "purchase"],
  ] as const)("offers in “%s” a %s", (text, kind) => {
    expect(said(text).offer?.kind).toBe(kind);
  });

  it("promises, rather than offers, in “le confirmo esta tarde”", () => {
    expect(said("Le confirmo esta tarde")).toMatchObject({ offer: null, promises: [{ quote: "Le confirmo esta tarde" }] });
  });

  it.each(["I'm not able to do that", "I didn't understand that", "No puedo ayudarle con eso", "Hindi ko po kayang sagutin yan"])(
    "cannot help in “%s”",
    (text) => {
      expect(said(text).cannotResolve).not.toBeNull();
    },
  );

  it("asks in a sentence with a question mark", () => {
    expect(said("Hello. What time would you like?").question).toEqual({ quote: "What time would you like" });
  });
});
