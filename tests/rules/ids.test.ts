import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factId, sequencedId, sequenceOf, timedId } from "#core/rules/ids.ts";

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const instant = fc.nat({ max: 2 ** 48 - 1 });

it("is a prefix, the time and 80 bits that tell apart", () => {
  const id = timedId("con", Date.UTC(2026, 0, 5), new Uint8Array(10));

  expect(id).toBe("con_01ke5q86000000000000000000");
  expect(timedId("con", 2 ** 48 - 1, new Uint8Array(10).fill(255))).toBe(`con_7zzzzzzzzz${"z".repeat(16)}`);
});

it("sorts by time whatever the bytes", () => {
  fc.assert(
    fc.property(instant, instant, bytes, bytes, (a, b, some, others) => {
      fc.pre(a < b);

      expect(timedId("msg", a, some) < timedId("msg", b, others)).toBe(true);
    }),
  );
});

it("sorts by the bytes within a millisecond, and differs when they do", () => {
  fc.assert(
    fc.property(instant, bytes, bytes, (at, some, others) => {
      const order = Math.sign(Buffer.compare(some, others));
      const [a, b] = [timedId("msg", at, some), timedId("msg", at, others)];

      expect(a < b ? -1 : a > b ? 1 : 0).toBe(order);
    }),
  );
});

it("reads its bytes where they are in a larger buffer", () => {
  const larger = new Uint8Array(20).map((_, i) => i);

  expect(timedId("msg", 7, larger.subarray(5, 15))).toBe(timedId("msg", 7, larger.slice(5, 15)));
});

it("puts a time before 1970 at the beginning", () => {
  expect(timedId("msg", -1, new Uint8Array(10))).toBe(timedId("msg", 0, new Uint8Array(10)));
});

it("is the same for the same fact, and another for another", () => {
  const id = factId("msg", 5, "telegram", "bot", "1:2");

  expect(factId("msg", 5, "telegram", "bot", "1:2")).toBe(id);
  const others = [
    factId("msg", 6, "telegram", "bot", "1:2"),
    factId("msg", 5, "telegram", "bot", "1:3"),
    factId("msg", 5, "telegram", "bot1", ":2"),
    factId("msg", 5, "web", "bot", "1:2"),
  ];
  expect(new Set([id, ...others]).size).toBe(5);
});

describe("the platform's own sequence in an id", () => {
  it.each<[string, number | null]>([
    ["6000001:17", 17],
    ["17", 17],
    ["0017", 17],
    ["m-1001", 1001],
    ["f12", 12],
    ["chat 5/msg 9", 9],
    ["p3:f4", 4],
    ["1764567890123", 1764567890123],
    ["", null],
    ["m", null],
    ["17a", null],
    ["wamid.HBgLNTUxMTg3NjUwMDAxFQIAERgSQTVB", null],
    ["550e8400-e29b-41d4-a716-446655440000", null],
    ["9b1deb4d3b7d4bad9bdd2b0d7b3dcb6d", null],
    ["x8Kq0-3fZ_b7", null],
    ["99999999999999999999", null],
  ])("%s", (externalId, sequence) => {
    expect(sequenceOf(externalId)).toBe(sequence);
  });
});

it("sorts by the sequence within a millisecond, whatever the names", () => {
  const sequence = fc.nat({ max: 32 ** 9 - 1 });
  fc.assert(
    fc.property(instant, sequence, sequence, fc.string(), fc.string(), (at, a, b, some, others) => {
      fc.pre(a < b);

      expect(sequencedId("msg", at, a, some) < sequencedId("msg", at, b, others)).toBe(true);
      expect(factId("msg", at, some, `1:${a}`) < factId("msg", at, others, `2:${b}`)).toBe(true);
    }),
  );
});
