import Database from "libsql";
import { expect, it, vi } from "vitest";
import { mostPrepared, openHandle } from "#db/handle.ts";
import { raw } from "#db/sql.ts";

it("prepares a statement once that is used all the time, however many others come", () => {
  const prepare = vi.spyOn(Database.prototype, "prepare");
  const handle = openHandle(":memory:", []);

  for (let n = 0; n < mostPrepared * 2; n++) {
    handle.run(raw("SELECT 'hot'"));
    handle.run(raw(`SELECT ${n}`));
  }

  expect(prepare.mock.calls.filter(([sql]) => sql === "SELECT 'hot'")).toHaveLength(1);
  handle.close();
  prepare.mockRestore();
});

it.each([[true], [{}], [["a"]], [() => {}], [Symbol("a")]])("throws for %s instead of ending the process in the driver", (value) => {
  const handle = openHandle(":memory:", []);

  // What types forbid, and must not reach the driver.
  const argument = value as unknown as string;
  expect(() => handle.run({ sql: "SELECT ?", args: [argument] })).toThrow(TypeError);
  expect(handle.run({ sql: "SELECT ?", args: ["a"] })).toEqual([["a"]]);
  handle.close();
});
