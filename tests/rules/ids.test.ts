import fc from "fast-check";
import { expect, it } from "vitest";
import { factId, timedId } from "#core/rules/ids.ts";

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
