import { describe, expect, it } from "vitest";
import { heard, intentsIn } from "./read.ts";

describe("intents", () => {
  it.each([
    ["Hello there", "greeting"],
    ["Magandang umaga po", "greeting"],
    ["Buenas tardes", "greeting"],
    ["Thanks a lot", "thanks"],
    ["Maraming salamat", "thanks"],
    ["see you later", "goodbye"],
    ["How much for two nights?", "pricing_question"],
    ["Magkano po yung large?", "pricing_question"],
    ["¿Qué precio tiene?", "pricing_question"],
    ["Which one is better, the basic or the premium?", "comparison"],
    ["Ano po pinagkaiba nila?", "comparison"],
    ["¿Cuál es la diferencia entre los dos planes?", "comparison"],
    ["Can you give me a discount?", "negotiation"],
    ["Last price po?", "negotiation"],
    ["¿Me hace un descuento?", "negotiation"],
    ["I'd like to buy two of these", "purchase_intent"],
    ["Oorder po ako ng dalawa", "purchase_intent"],
    ["Quiero comprar el azul", "purchase_intent"],
    ["I am happy to donate $5", "purchase_intent"],
    ["I want to book a table for tonight", "booking_request"],
    ["Pwede po magpareserve bukas?", "booking_request"],
    ["Quisiera reservar una mesa para cuatro", "booking_request"],
    ["My order never arrived", "complaint"],
    ["Hindi pa rin dumating yung order ko", "complaint"],
    ["El paquete llegó roto", "complaint"],
    ["Please cancel my booking", "cancellation"],
    ["Pa-cancel po ng order ko", "cancellation"],
    ["Quiero cancelar mi reserva", "cancellation"],
    ["I want my money back", "refund_request"],
    ["Pa-refund po", "refund_request"],
    ["Quiero un reembolso", "refund_request"],
    ["Not interested, thanks", "not_interested"],
    ["Hindi na po, salamat", "not_interested"],
    ["No me interesa, gracias", "not_interested"],
    ["Let me talk to a real person", "human_request"],
    ["Pwede po makausap ang tao?", "human_request"],
    ["Quiero hablar con un asesor", "human_request"],
    ["You are a stupid bot", "abuse"],
    ["Gago kayo", "abuse"],
    ["Son unos idiotas", "abuse"],
    ["Sorry, wrong number", "wrong_number"],
    ["Número equivocado", "wrong_number"],
    ["Maling number po", "wrong_number"],
    ["Do you deliver on Sundays?", "information_request"],
    ["Do you have a room for six people at Easter?", "information_request"],
    ["May slot pa po ba bukas?", "information_request"],
    ["¿Hay mesa para dos esta noche?", "information_request"],
    ["Do you have a table for two? I'd like to book it", "booking_request"],
    ["Can I get a table for two tonight?", "booking_request"],
  ])("of “%s” include %s", (text, intent) => {
    expect(intentsIn(text)).toContain(intent);
  });

  it.each([
    ["I don't want to buy anything", "purchase_intent"],
    ["Can I have your number?", "purchase_intent"],
    ["Why would I book with you?", "booking_request"],
    ["Do you have a room for six people at Easter?", "booking_request"],
    ["Have you got a table free at eight?", "booking_request"],
    ["Are there any slots left for Saturday?", "booking_request"],
    ["Is the villa available in June?", "booking_request"],
    ["May available po ba kayong room sa Sabado?", "booking_request"],
    ["May bakante po ba para sa anim?", "booking_request"],
    ["¿Tienen una habitación para seis personas?", "booking_request"],
    ["¿Queda algún turno para mañana?", "booking_request"],
    ["How much is the garden room for two nights", "booking_request"],
    ["I am not interested in the red one, show me the black one", "not_interested"],
    ["Is there free cancellation?", "cancellation"],
    ["Ya no me mandes la factura, la encontré", "opt_out"],
    ["I need to change my reservation details", "purchase_intent"],
    ["Is my booking confirmed?", "cancellation"],
    ["no está mal", "complaint"],
    ["the staff were not rude", "abuse"],
  ])("of “%s” do not include %s", (text, intent) => {
    expect(intentsIn(text)).not.toContain(intent);
  });

  it("show the customer's own words, one entry an intent", () => {
    const { intents } = heard("Hi! How much is it? HOW MUCH is the large one?");

    expect(intents.filter(({ intent }) => intent === "pricing_question")).toEqual([{ intent: "pricing_question", quote: "How much" }]);
  });

  it("are the customer's alone", () => {
    expect(heard("I want to book a table", { direction: "outbound", author: "bot" }).intents).toEqual([]);
  });
});

describe("opting out", () => {
  it.each([
    "STOP",
    "stop",
    " Stop. ",
    "STOPALL",
    "STOP ALL",
    "Unsubscribe",
    "CANCEL",
    "END",
    "QUIT",
    "REVOKE",
    "OPTOUT",
    "OPT OUT",
    "opt-out",
    "REMOVE",
    "ARRÊT",
    "ARRET",
    "TD",
    "BAJA",
    "ALTO",
  ])("is the whole message “%s”", (text) => {
    expect(intentsIn(text)).toContain("opt_out");
  });

  it.each([
    "please don't write me any more",
    "Stop texting me",
    "take me off your list",
    "I don't want to receive these messages",
    "no me escriban más por favor",
    "ya no quiero recibir mensajes",
    "denme de baja",
    "Ayoko na po makatanggap ng messages",
    "wag nyo na akong itext",
  ])("is meant by “%s”", (text) => {
    expect(intentsIn(text)).toContain("opt_out");
  });

  it.each([
    "cancel my order",
    "stop, see you at 5",
    "The bus stop is near",
    "end of the month please",
    "Can I quit the gym plan?",
    "please remove the onions",
    "cancel it please",
  ])("is not meant by “%s”", (text) => {
    expect(intentsIn(text)).not.toContain("opt_out");
  });
});

describe("an agent's own intents", () => {
  const ownIntents = [
    { name: "asks_parking", description: "", examples: ["is there parking nearby", "where can I park my car"] },
    { name: "asks_vegan", description: "", examples: ["do you have vegan options"] },
  ];
  const found = (text: string) => heard(text, { ownIntents }).intents.map(({ intent }) => intent);

  it("are found by most words of an example, in any order", () => {
    expect(found("Hi, is there any parking nearby?")).toContain("asks_parking");
    expect(found("vegan options, do you have those?")).toContain("asks_vegan");
  });

  it("are not found by small words alone", () => {
    expect(found("do you have a table?")).not.toContain("asks_vegan");
  });
});

describe("answers", () => {
  it.each([
    ["Yes please", "yes"],
    ["ok", "yes"],
    ["sounds good, go ahead", "yes"],
    ["Sí, por favor", "yes"],
    ["sige po", "yes"],
    ["oo naman", "yes"],
    ["No thanks", "no"],
    ["not right now", "no"],
    ["no gracias", "no"],
    ["hindi na po", "no"],
    ["How much is it?", null],
    ["please don't write me", null],
    ["no refund yet!", null],
    ["Not bad", null],
    ["Great, another delay", null],
  ] as const)("“%s” is %s", (text, answer) => {
    expect(heard(text).answer).toBe(answer);
  });
});

describe("a question", () => {
  it.each(["What time do you open?", "how much is the large one", "can you come tomorrow", "magkano po", "open po ba kayo bukas", "cuánto cuesta"])(
    "is asked by “%s”",
    (text) => {
      expect(heard(text).question).toEqual({ quote: text.replace("?", "") });
    },
  );

  it.each(["I'd like a room", "how rude", "what a day", "do not call me", "will do", "have a nice day", "sige po"])(
    "is not asked by “%s”",
    (text) => {
      expect(heard(text).question).toBeNull();
    },
  );
});
