import { randomFrom } from "#tests/support/records/random.ts";

/** What a clinic's customers write, so that the analyst has something to do. */
const lines = [
  "Hi! Good afternoon",
  "How much is a cleaning for two people?",
  "magkano po ang braces nyo?",
  "Is whitening better than bleaching at home, what is the difference?",
  "I'd like to book for Friday at 3 please",
  "ok thanks",
  "Still waiting for your answer since yesterday, this is so slow",
  "Gracias, muy amable",
  "my name is Ana Cruz and my e-mail is ana{n}@example.com",
  "pwede po bang bukas ng umaga?",
  "Great service last time, I loved it",
  "what time do you close today? I can only come after work, around six or so, if that is fine with you",
];

/** Those that no preset of an escalation rule calls staff for, as nearly all of a day's messages are. */
export const calmLines: readonly string[] = lines.filter((line) => !/waiting|book|bukas/.test(line));

/** Inbound messages of so many people, one after the other. `run` keeps the people of different runs apart. */
export function messagesOf(run: string, count: number, people: number, said: readonly string[] = lines): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, i) => {
    const person = i % people;
    return {
      channel: "telegram",
      externalId: `${run}:${i}`,
      from: { externalId: `${run}:${person}`, name: `Customer ${person}` },
      text: (said[(i * 7 + Math.floor(i / people)) % said.length] ?? "").replace("{n}", `${run}${person}`),
    };
  });
}

const given = ["Maria", "José", "Ana", "Juan", "Liza", "Mark", "Sofía", "Paolo", "Grace", "Ramón", "Nina", "Carlos", "Joy", "Ben", "Carmen", "Luis"];
const family = [
  "Santos",
  "Reyes",
  "Cruz",
  "García",
  "Bautista",
  "Ocampo",
  "Mendoza",
  "Torres",
  "Flores",
  "Ramos",
  "Navarro",
  "Aquino",
  "Smith",
  "Lee",
];

/** A made person, the same for the same number. */
export function personOf(i: number): { name: string; email: string; phone: string } {
  const random = randomFrom(i + 1);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  const [first, last] = [pick(given), pick(family)];
  const folded = `${first}.${last}`
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
  return { name: `${first} ${last}`, email: `${folded}${i}@example.com`, phone: `+63917${String(i).padStart(7, "0")}` };
}
