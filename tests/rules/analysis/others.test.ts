import { describe, expect, it } from "vitest";
import { ownWords } from "#core/rules/analysis/own-words.ts";
import { heard } from "./read.ts";

const details = (text: string) => heard(text).details.map(({ field, value }) => `${field} ${value}`);

describe("what is said of others gives no detail", () => {
  it.each([
    "my dog's name is Biscuit",
    "Our cat's name is Luna, is she allowed?",
    "The hotel's name is Casa Blanca",
    "My husband's name is Ben Cruz",
    "his name is Ben Cruz",
    "Her name is Maria Santos",
    "call my husband at 0918 123 4567",
    "Please call my husband Ben at 0918 123 4567",
    "my husband's number is 0918 123 4567",
    "text her at 0918 123 4567",
    "his cell is 0918 123 4567",
    "0918 123 4567 is my husband's number",
    "0918 123 4567 is his number",
    "my mom's email is mom@example.com",
    "Send it to my boss at boss@example.com",
    "boss@example.com is my boss's email",
    "The hotel's number is 0918 123 4567",
    "el número de mi esposa es 0918 123 4567",
    "llama a mi esposo al 0918 123 4567",
    "el correo de mi mamá es mama@example.com",
    "mama@example.com es el correo de mi mamá",
    "el nombre de mi perro es Toby",
    "El número de mi hermana: 0918 123 4567",
    "number ng asawa ko 0918 123 4567",
    "0918 123 4567 number ng asawa ko",
    "ito ang number ng nanay ko: 0918 123 4567",
    "email ng kapatid ko ay kapatid@example.com",
    "Pangalan ng aso ko ay Bantay",
    "number niya 0918 123 4567",
    "your email is info@example.com right?",
    "is info@example.com your email?",
    "Is your number 0918 123 4567?",
    "¿su correo es info@example.com?",
    "not my number: 0918 123 4567",
    "my old email is old@example.com",
    "mi antiguo correo es old@example.com",
    "send it to my accountant acc@example.com",
    "das ist die Nummer meiner Frau: +49 151 12345678",
    "le numéro de ma femme est +33 6 12 34 56 78",
    "o número do meu marido é +55 11 98765-0001",
    "il numero di mia moglie è +39 335 123 4567",
    "номер моего мужа +79123456789",
    "nomor suami saya +62 812 3456 7890",
  ])("%s", (text) => {
    expect(details(text)).toEqual([]);
  });
});

describe("the customer's own stay theirs, whoever else is named", () => {
  it.each([
    ["My husband is away, call me at 0918 123 4567", "phone +639181234567"],
    ["I'm here with my wife, my number is 0918 123 4567", "phone +639181234567"],
    ["My son is sick. 0918 123 4567", "phone +639181234567"],
    ["my phone number is 0918 123 4567, my husband will answer", "phone +639181234567"],
    ["My name is Ana Cruz and my dog is sick", "name Ana Cruz"],
    ["Writing from my hotel room, I'm Ana Cruz", "name Ana Cruz"],
    ["mi correo es ana@example.com", "email ana@example.com"],
    ["Mi esposo está de viaje, mi número es 0918 123 4567", "phone +639181234567"],
    ["number ko po 0918 123 4567", "phone +639181234567"],
    ["Kasama ko ang asawa ko. Number ko 0918 123 4567", "phone +639181234567"],
    ["ana@example.com", "email ana@example.com"],
    ["I have your number, mine is below. My number is 0918 123 4567", "phone +639181234567"],
    ["My old number is gone, my number is 0918 123 4567", "phone +639181234567"],
    ["meine Nummer ist +49 151 12345678", "phone +4915112345678"],
    ["mon numéro est +33 6 12 34 56 78", "phone +33612345678"],
  ])("%s", (text, detail) => {
    expect(details(text)).toContain(detail);
  });
});

describe("of a message the author's own words are read", () => {
  it.each<[string, object, string]>([
    ["Hello\nthere", {}, "Hello\nthere"],
    ["Call me at 0917 123 4567", { forwarded: true }, ""],
    ["📎 complaint card", { placeholder: true }, ""],
    ["> I want to book\nNo thanks", {}, "No thanks"],
    ["> I want to book", {}, ""],
    ["Yes please\n\nOn Mon, 2 Mar 2026, Villa <v@example.com> wrote:\n> Shall I book it?", {}, "Yes please\n"],
    ["Yes please\n-- \nAna Reyes\nAcme Inc\n+63 917 123 4567", {}, "Yes please"],
    ["Yes please\nSent from my iPhone", {}, "Yes please"],
    ["See below\n\nBegin forwarded message:\n\nFrom: Ben\nI want to book", {}, "See below\n"],
    ["Siehe unten\nAnfang der weitergeleiteten Nachricht:\nVon: Ben", {}, "Siehe unten"],
    ["Ver abajo\nInicio del mensaje reenviado:\nDe: Ben", {}, "Ver abajo"],
    ["Begin forwarded message:\n\nFrom: Ben\nI want to book", {}, ""],
    [">.< so sad", {}, ">.< so sad"],
    ["> we have rooms", { direction: "outbound" }, "> we have rooms"],
  ])("%j %j", (text, more, own) => {
    expect(ownWords({ text, direction: "inbound", ...more })).toBe(own);
  });
});
