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
