import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { countLines, type InputLine, readLines } from "#api/cli/replay/lines.ts";
import { LineError, parseRecord } from "#api/cli/replay/record.ts";
import { fillTimes, timeOfLine } from "#api/cli/replay/times.ts";
import { virtualTime } from "#api/cli/replay/virtual-time.ts";

const now = Date.parse("2026-03-01T12:00:00Z");
const place = { number: 1, count: 1, now };
const minute = 60_000;

async function linesOf(content: string | Buffer): Promise<InputLine[]> {
  const path = join(mkdtempSync(join(tmpdir(), "replay-")), "records.jsonl");
  writeFileSync(path, content);
  const lines: InputLine[] = [];
  for await (const line of readLines(path)) lines.push(line);
  return lines;
}

describe("a dialogue record", () => {
  const dialogue = (extra: object = {}) =>
    JSON.stringify({
      id: "shop:7",
      source: "somewhere",
      labels: { converted: false },
      turns: [
        { role: "customer", text: "How much is it?" },
        { role: "agent", text: "It is 20." },
      ],
      ...extra,
    });

  it("is one conversation: its id names the customer, agent turns are ours, and it ends now", () => {
    const messages = parseRecord(dialogue(), place);

    expect(messages).toEqual([
      {
        channel: "web",
        externalId: "shop:7:0",
        direction: "inbound",
        from: { externalId: "shop:7" },
        text: "How much is it?",
        sentAt: "2026-03-01T11:59:00.000Z",
      },
      {
        channel: "web",
        externalId: "shop:7:1",
        direction: "outbound",
        from: { externalId: "shop:7" },
        text: "It is 20.",
        sentAt: "2026-03-01T12:00:00.000Z",
      },
    ]);
  });

  it("may say on which channel it was, with whom, and how long ago", () => {
    const turns = [
      { role: "customer", text: "hi", minutesAgo: 60 },
      { role: "customer", text: "anyone?" },
    ];

    const messages = parseRecord(dialogue({ channel: "whatsapp", from: { name: "Ana" }, turns }), place);

    expect(messages.map(({ channel, from, sentAt }) => ({ channel, from, sentAt }))).toEqual([
      { channel: "whatsapp", from: { externalId: "shop:7", name: "Ana" }, sentAt: "2026-03-01T11:00:00.000Z" },
      { channel: "whatsapp", from: { externalId: "shop:7", name: "Ana" }, sentAt: "2026-03-01T11:01:00.000Z" },
    ]);
  });

  it.each([
    ["no turns", dialogue({ turns: [] }), "/turns"],
    ["an unknown role", dialogue({ turns: [{ role: "robot", text: "x" }] }), "/turns/0/role"],
    ["a turn without text", dialogue({ turns: [{ role: "agent" }] }), "/turns/0/text"],
    ["a time without a zone", dialogue({ turns: [{ role: "agent", text: "x", at: "2026-03-01 10:00" }] }), "/turns/0/at"],
    ["an id that is no text", dialogue({ id: 7 }), "/id"],
  ])("with %s is refused, and the field is named", (_, text, pointer) => {
    expect(() => parseRecord(text, place)).toThrow(pointer);
  });
});

describe("a message line", () => {
  const message = (extra: object = {}) => JSON.stringify({ channel: "telegram", from: { externalId: "u1" }, text: "hi", ...extra });

  it("keeps what it says and gets what it lacks", () => {
    const [bare] = parseRecord(message(), place);
    const [whole] = parseRecord(message({ externalId: "m1", sentAt: "2026-02-01T00:00:00Z", media: [] }), place);

    expect(bare).toMatchObject({
      channel: "telegram",
      text: "hi",
      externalId: expect.stringMatching(/^replay:1:/),
      sentAt: "2026-03-01T12:00:00.000Z",
    });
    expect(whole).toEqual(JSON.parse(message({ externalId: "m1", sentAt: "2026-02-01T00:00:00Z", media: [] })));
  });

  it("gets the same id whenever the file is read, and another one where the same words stand again", () => {
    const id = (number: number, at: number) => parseRecord(message(), { number, count: 9, now: at })[0]?.externalId;

    expect(id(1, now)).toBe(id(1, now + minute));
    expect(id(1, now)).not.toBe(id(2, now));
  });

  it.each([
    ["{", "not valid JSON"],
    ["[]", "not a JSON object"],
    ["7", "not a JSON object"],
    ['{"id":"t1","text":"fine","label":"positive"}', "neither a dialogue"],
    ['{"channel":"web","from":{},"text":"hi"}', "/from/externalId"],
    [null, "longer than 8 MB"],
  ])("that is %s is refused", (text, reason) => {
    expect(() => parseRecord(text, place)).toThrow(LineError);
    expect(() => parseRecord(text, place)).toThrow(reason);
  });
});

describe("times", () => {
  it.each([
    ["none", [null, null, null], [-2, -1, 0]],
    ["the first", [-60, null, null], [-60, -59, -58]],
    ["the last", [null, null, -10], [-12, -11, -10]],
    ["two close ones", [-60, null, null, -59], [-60, -59, -59, -59]],
    ["the last but one, just now", [0, null], [0, 0]],
    ["all", [-3, -9, -1], [-3, -9, -1]],
  ])("are filled when %s is known", (_, known, filled) => {
    const at = (minutes: number | null) => (minutes === null ? null : now + minutes * minute);

    expect(fillTimes(known.map(at), now)).toEqual(filled.map(at));
  });

  it("of message lines are a minute apart in a short file, and within a day in a long one", () => {
    expect([1, 2, 3].map((number) => timeOfLine(number, 3, now) - now)).toEqual([-2 * minute, -minute, 0]);
    expect(now - timeOfLine(1, 1_000_000, now)).toBeLessThan(12 * 60 * minute);
    expect(timeOfLine(2, 1_000_000, now)).toBeGreaterThan(timeOfLine(1, 1_000_000, now));
  });

  it("that the records drive begin with the first of them, and start the jobs that run from there", async () => {
    const sentTo: number[][] = [];
    const virtual = virtualTime((clock) => ({
      advance: async (to) => {
        sentTo.push([clock.now(), to]);
        clock.set(to);
      },
      committed: () => {},
    }));
    const [first, second] = [Date.parse("2019-05-01T10:00:00Z"), Date.parse("2019-05-03T09:00:00Z")];

    await virtual.advance(first);
    await virtual.advance(second);

    expect(sentTo).toEqual([
      [first, first],
      [first, second],
    ]);
    expect(virtual.now()).toBe(second);
  });
});

describe("the lines of a file", () => {
  it("come numbered, without blank ones, byte order mark and carriage returns that JSON does not mind", async () => {
    const lines = await linesOf('\uFEFF{"a":1}\r\n\n  \n{"b":"é"}');

    expect(lines.map(({ number, text }) => [number, text?.trim()])).toEqual([
      [1, '{"a":1}'],
      [4, '{"b":"é"}'],
    ]);
  });

  it("hold together across chunks, and one that is too long does not take the next one with it", async () => {
    const long = "é".repeat(200_000);

    const lines = await linesOf(`${long}\n${"x".repeat(9_000_000)}\nnext\n`);

    expect(lines.map(({ text }) => text)).toEqual([long, null, "next"]);
  });

  it("are counted with or without a last line end", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "replay-")), "f");
    writeFileSync(path, "a\nb\nc");

    expect(await countLines(path)).toBe(3);
  });
});
