import fc from "fast-check";
import { expect, it } from "vitest";
import { diffSettings } from "#core/rules/settings/diff.ts";
import { reviseSettings } from "#core/rules/settings/revise.ts";
import { unknownFields } from "#core/rules/settings/unknown-fields.ts";
import { anySettings } from "#tests/support/records/any-settings.ts";

it("keeps the very document when nothing but the versions of its signals differs", () => {
  fc.assert(
    fc.property(anySettings, (held) => {
      const signals = held.scoring.signals.map((signal) => ({ ...signal, version: signal.version + 3 }));

      expect(reviseSettings(held, structuredClone({ ...held, scoring: { ...held.scoring, signals } }))).toBe(held);
    }),
    { numRuns: 50 },
  );
});

it("counts up by one the version of each signal that changes in more than its name, and of no other", () => {
  fc.assert(
    fc.property(anySettings, anySettings, (held, given) => {
      const revised = reviseSettings(held, given);

      const before = new Map(held.scoring.signals.map((signal) => [signal.id, signal]));
      for (const signal of revised.scoring.signals) {
        const old = before.get(signal.id);
        const isSame = JSON.stringify({ ...signal, name: "", version: 0 }) === JSON.stringify({ ...old, name: "", version: 0 });
        expect(signal.version).toBe(old ? old.version + (isSame ? 0 : 1) : 1);
      }
      const versionsApart = diffSettings(given, revised).filter(({ pointer }) => !/^\/scoring\/signals\/[^/]+\/version$/.test(pointer));
      expect(versionsApart).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it("finds fields that the schema has dropped, wherever they stand", () => {
  expect(unknownFields({ a: [{ b: 1, c: 2 }], d: 3 }, { a: [{ b: 1 }] })).toEqual([["a", "0", "c"], ["d"]]);
  expect(unknownFields({ a: 1 }, { a: 1, b: 2 })).toEqual([]);
});
