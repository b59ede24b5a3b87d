import { expect, it } from "vitest";
import { referenceIn } from "#core/rules/analysis/agreed/reference.ts";
import { heard, said } from "../read.ts";

const priced = (text: string, region: string | null) => {
  const amount = said(text, { region }).named?.amount;
  return amount ? `${amount.thousandths / 1000} ${amount.currency ?? "-"}` : null;
};

it.each([
  ["That's $40 for the cut", null, "40 USD"],
  ["Booked! $1,250.50 in total", "US", "1250.5 USD"],
  ["It comes to €89,90", null, "89.9 EUR"],
  ["£35 for both dogs", "GB", "35 GBP"],
  ["120 euros for the night", null, "120 EUR"],
  ["Your total is 1,250", null, "1250 -"],
  ["That will be 300 dollars", null, "300 USD"],
  ["$90 CAD? It's $90", "CA", "90 CAD"],
  ["The tuning is 75 USD all in", null, "75 USD"],
  ["Deposit $50, total $400", "US", "400 USD"],
  ["$400 total, $50 deposit to hold it", "US", "400 USD"],
  ["We need a deposit of $50", "US", null],
  ["$15 off with this voucher", "US", null],
  ["Tickets are $12 each", "US", null],
  ["$30 per person", "US", null],
  ["From $40-60 depending on the size", "US", null],
  ["Cut is $40, colour is $90", "US", null],
  ["Call us at 555 0134", "US", null],
  ["See you at 3:30 on the 12th", "US", null],
  ["We open from 9 to 5", "US", null],
  ["Table for 4 at 8", "US", null],
  ["Our number is +1 415 555 0134", "US", null],
  ["Flat 120, 45 Mill Road", "GB", null],
  ["Son 1.200 pesos", "MX", "1200 MXN"],
  ["son 45 mil", "CO", "45000 -"],
  ["Le queda en 350 pesos el corte", "MX", "350 MXN"],
  ["El total es de $1.250", "AR", "1250 ARS"],
  ["Cuesta 45 mil pesos", "CL", "45000 CLP"],
  ["Serían 80 euros", null, "80 EUR"],
  ["Son 25 soles", "PE", "25 PEN"],
  ["Son las 3", "MX", null],
  ["Son 4 personas", "MX", null],
  ["El anticipo es de 500 pesos", "MX", null],
  ["Anticipo de $500, total $2,000", "MX", "2000 MXN"],
  ["1.200 pesos", null, "1200 -"],
  ["200 pesos por persona", "MX", null],
  ["El 12 de marzo a las 15:30", "MX", null],
  ["850 po", "PH", "850 -"],
  ["₱1,250 po lahat", "PH", "1250 PHP"],
  ["P1,500 po yung package", "PH", "1500 PHP"],
  ["Php 3,500 po ang total", "PH", "3500 PHP"],
  ["1500 pesos po", "PH", "1500 PHP"],
  ["2 po kami", "PH", null],
  ["500 downpayment po", "PH", null],
  ["₱500 na dp po, total ₱2,000", "PH", "2000 PHP"],
  ["₱350 isa po", "PH", null],
  ["10am po bukas", "PH", null],
  ["0917 555 0134 po", "PH", null],
  ["1.5k po", "PH", "1500 -"],
] as const)("“%s” (%s) costs %s", (text, region, expected) => {
  expect(priced(text, region)).toBe(expected);
});

it("a customer names prices too", () => {
  expect(heard("So ₱850 for the two of us?").named?.amount).toEqual({ thousandths: 850_000, currency: "PHP" });
});

it.each([
  ["Order #123 is confirmed", "123"],
  ["Your booking ref ABC12 is set", "ABC12"],
  ["Confirmation number: QX-7781", "QX-7781"],
  ["Reference: 2026-0412", "2026-0412"],
  ["Invoice no. 5521 has been paid", "5521"],
  ["Su pedido #A-19 está confirmado", "A-19"],
  ["Folio 88231, gracias", "88231"],
  ["Código de reserva: K7P2", "K7P2"],
  ["número de pedido 4410", "4410"],
  ["Order no. 77 po, confirmed na", "77"],
  ["We booked you for 3pm", null],
  ["Your order of 2 pizzas is in", null],
  ["You are our #1 customer", null],
  ["Reserva para 4 a las 8", null],
  ["booking 12 March", null],
  ["reference letter attached", null],
])("“%s” names %s", (text, expected) => {
  expect(referenceIn(text)).toBe(expected);
});
