import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { openDatabase } from "#db/database.ts";
import { openLocal } from "#db/local.ts";
import { migrate } from "#db/migrate.ts";
import { raw } from "#db/sql.ts";
import { tempFolder } from "#tests/support/database.ts";

let folder: ReturnType<typeof tempFolder>;
afterEach(() => folder.remove());

describe("a local file", () => {
  it("belongs to whoever opened it first, until it is closed", async () => {
    folder = tempFolder();
    const url = `file:${folder.file("rapport.db")}`;
    const first = await openDatabase({ url });

    await expect(openDatabase({ url })).rejects.toThrow("is in use by another process");

    await first.close();
    const second = await openDatabase({ url });
    await second.ready();
    await second.close();
  });

  it("is refused to a second process, and free again after the first is killed", async () => {
    folder = tempFolder();
    const url = `file:${folder.file("rapport.db")}`;
    const script = `const { openDatabase } = await import("#db/database.ts"); await openDatabase({ url: ${JSON.stringify(url)} }); console.log("open"); setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
    await once(other.stdout, "data");

    await expect(openDatabase({ url })).rejects.toThrow("DATABASE_URL=libsql://");

    other.kill("SIGKILL");
    await once(other, "exit");
    const database = await openDatabase({ url });
    await database.close();
  });

  it("is written by one connection that waits for the disk, and read by one that cannot write", async () => {
    folder = tempFolder();
    const connection = openLocal(folder.file("rapport.db"));
    await migrate(connection);
    const pragmas = ["journal_mode", "synchronous", "foreign_keys", "secure_delete"];

    const values = await connection.write(pragmas.map((name) => raw(`PRAGMA ${name}`)));

    expect(values).toEqual([[["wal"]], [[2]], [[1]], [[1]]]);
    await expect(connection.read([raw("DELETE FROM agents")])).rejects.toThrow("readonly");
    await connection.close();
  });

  it("gives the answers of one moment to statements read together", async () => {
    folder = tempFolder();
    const connection = openLocal(folder.file("rapport.db"));
    await migrate(connection);
    const count = raw("SELECT count(*) FROM agents");

    const [reading] = await Promise.all([connection.read([count, count]), connection.write([raw("INSERT INTO agents VALUES ('a', 'a', 1)")])]);

    expect(reading).toEqual([[[0]], [[0]]]);
    expect(await connection.read([count])).toEqual([[[1]]]);
    await connection.close();
  });
});
