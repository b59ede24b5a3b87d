import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineIndex } from "#core/rules/imports/line-index.ts";

describe("an index of lines", () => {
  it("knows of every key the line that came first, as a map would", () => {
    const added = fc.array(fc.tuple(fc.string({ maxLength: 12 }), fc.integer({ min: 1, max: 2_000_000 })), { maxLength: 400 });
    fc.assert(
      fc.property(added, fc.array(fc.string()), (entries, others) => {
        const index = new LineIndex();
        const map = new Map<string, number>();
        for (const [key, line] of entries) {
          index.add(key, line);
          if (!map.has(key)) map.set(key, line);
        }

        for (const key of [...map.keys(), ...others]) expect(index.get(key)).toBe(map.get(key));
      }),
    );
  });

  it("keeps a hundred thousand people apart who differ in a digit", () => {
    const index = new LineIndex();
    const key = (n: number) => `phone:+63917${String(n).padStart(7, "0")}`;
    for (let n = 0; n < 100_000; n++) index.add(key(n), n + 1);

    const wrong = Array.from({ length: 100_000 }, (_, n) => n).filter(
      (n) => index.get(key(n)) !== n + 1 || index.get(key(n + 100_000)) !== undefined,
    );

    expect(wrong).toEqual([]);
  });

  it("takes no more keys than it may, and forgets none of those it has", () => {
    const index = new LineIndex(3);
    for (const [at, key] of ["a", "b", "a", "c", "d"].entries()) index.add(key, at + 1);

    expect(index.isFull).toBe(true);
    expect(["a", "b", "c", "d"].map((key) => index.get(key))).toEqual([1, 2, 4, undefined]);
  });
});
