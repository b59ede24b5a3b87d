import { describe, expect, it } from "vitest";
import { heard } from "./read.ts";

const find = (text: string, field: string, region: string | null = "PH") =>
  heard(text, { region }).details.find((detail) => detail.field === field)?.value;

describe("a name", () => {
  it.each([
    ["My name is Ana Cruz", "Ana Cruz"],
    ["Hi, I'm Ana Cruz, how much is it?", "Ana Cruz"],
    ["my name is john smith and i need help", "John Smith"],
    ["MY NAME IS JOHN SMITH", "John Smith"],
    ["This is John from Acme", "John"],
    ["Name: Grace Tan", "Grace Tan"],
    ["I'm Dr. Sean O'Brien", "Sean O'Brien"],
    ["my name is Jean-Luc Picard", "Jean-Luc Picard"],
    ["Me llamo María José de la Cruz", "María José de la Cruz"],
    ["Soy Carlos Pérez", "Carlos Pérez"],
    ["Mi nombre es Lucía", "Lucía"],
    ["Ako si Juan dela Cruz", "Juan dela Cruz"],
    ["Ako po si Maria Santos", "Maria Santos"],
    ["Je m'appelle Amélie Dubois", "Amélie Dubois"],
    ["Mein Name ist Jürgen von Braun", "Jürgen von Braun"],
    ["Меня зовут Иван Петров", "Иван Петров"],
    ["My name is Ngozi Okonkwo", "Ngozi Okonkwo"],
  ])("of “%s” is %s", (text, name) => {
    expect(find(text, "name")).toBe(name);
  });

  it.each([
    "I'm interested",
    "I'm sorry",
    "I'm Interested in the blue one",
    "soy nueva",
    "I am Filipino",
    "this is great",
    "This is Ridiculous",
    "I AM WAITING",
    "I'm John's wife",
    "soy de Cebu",
    "what is your name?",
    "I'm here",
  ])("is not in “%s”", (text) => {
    expect(find(text, "name")).toBeUndefined();
  });
});

describe("other details", () => {
  it("are normalized, with the words that told them", () => {
    expect(heard("Mail me at Ana.Cruz@Example.com. Thanks").details).toEqual([
      { field: "email", value: "ana.cruz@example.com", quote: "Ana.Cruz@Example.com", confidence: 0.9 },
    ]);
  });

  it.each([
    ["call me at 0917 123 4567", "PH", "+639171234567"],
    ["my number is (212) 555-2368", "US", "+12125552368"],
    ["+44 7400 123456", null, "+447400123456"],
    ["mi whatsapp es +52 1 222 123 4567", null, "+522221234567"],
  ])("read the number of “%s” in %s", (text, region, phone) => {
    expect(find(text, "phone", region)).toBe(phone);
  });

  it.each(["order 09171234567", "my order number is 09171234567", "123", "I paid 1500000", "0917 123"])("find no phone in “%s”", (text) => {
    expect(find(text, "phone")).toBeUndefined();
  });

  it.each([
    ["This is John from Acme", "Acme"],
    ["I work at Globex Corporation", "Globex Corporation"],
    ["Trabajo en Grupo Vega", "Grupo Vega"],
    ["Our company is called Initech", "Initech"],
  ])("find the company of “%s”", (text, company) => {
    expect(find(text, "company")).toBe(company);
  });

  it.each(["I am from Manila", "where are you from", "I work at home"])("find no company in “%s”", (text) => {
    expect(find(text, "company")).toBeUndefined();
  });
});
