import { readMessage } from "#core/rules/analysis/index.ts";
import { type BenchRow, median } from "./support/row.ts";

const sentence = "Hi, how much is the deluxe room for two nights and can I still book it for Friday po? ";
const lengths = [30, 80, 200, 1_000, 10_000];
/** What a hostile or broken client might send. */
const hostile: Record<string, string> = {
  "10,000 combining marks": `z${"\u0301\u0316\u0489".repeat(3_333)}`,
  "5,000 emoji": "😡".repeat(5_000),
  "10,000 letters without a blank": "a".repeat(10_000),
  "10,000 repeated half phrases": "how much is how much is ".repeat(417),
};

/** Time on the one core that reads a message by rules, by length of the text. */
export function benchAnalyst(rounds: number): BenchRow[] {
  const ordinary = lengths.map((length): BenchRow => {
    const us = microseconds(sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length), 2_000, rounds);
    return {
      what: `rules analyst, ${length.toLocaleString("en")} characters`,
      measured: `${us.toFixed(0)} µs`,
      limit: "",
      ratio: null,
      goal: "≤ 1 ms",
      met: us <= 1_000,
    };
  });
  const worst = Object.entries(hostile).map(([what, text]): BenchRow => {
    const us = microseconds(text, 20, rounds);
    return { what: `rules analyst, ${what}`, measured: `${us.toFixed(0)} µs`, limit: "", ratio: null, goal: "≤ 5 ms", met: us <= 5_000 };
  });
  return [...ordinary, ...worst];
}

function microseconds(text: string, times: number, rounds: number): number {
  const read = () =>
    readMessage({ text, direction: "inbound", author: "customer", sentAt: 1_790_000_000_000, timeZone: "UTC", region: null, ownIntents: [] });
  read();
  const runs = Array.from({ length: rounds }, () => {
    const started = process.cpuUsage();
    for (let i = 0; i < times; i++) read();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / times;
  });
  return median(runs);
}
