import { createHash } from "node:crypto";
import Database from "libsql";

/** What a backup holds besides the tables of the database. Keys that the environment provides are not in it. */
export type BackupContents = {
  /** Ms since 1970. */
  createdAt: number;
  /** Version of the program that made it. */
  program: string;
  /** Content of DATA_DIR/admin.key; null: API_KEY of the environment was used. */
  adminKey: string | null;
  /** Content of DATA_DIR/secret.key; null: SECRET_KEY of the environment was used. */
  secretKey: string | null;
  /** SHA-256 of the secret key, so that restoring beside another SECRET_KEY is noticed. */
  secretKeyDigest: string;
};

/** Why a backup cannot be made or restored, in words for the person at the terminal. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

/** SHA-256 in hex of a secret key: it tells two keys apart without showing either. */
export const digestOfKey = (key: string): string => createHash("sha256").update(key).digest("hex");

const table = "rapport_backup";

/** Writes the contents into the copied database at `path`. */
export function writeContents(path: string, contents: BackupContents): void {
  withFile(path, (db) => {
    db.exec(`CREATE TABLE ${table} (contents TEXT NOT NULL) STRICT`);
    db.prepare(`INSERT INTO ${table}(contents) VALUES (?)`).run(JSON.stringify(contents));
  });
}

/** Reads the contents of the backup at `path`. Throws BackupError when the file is no backup or is damaged. */
export function readContents(path: string): BackupContents {
  try {
    return withFile(path, (db) => {
      // `raw` gives each row as an array; this pragma gives texts.
      const faults = (db.prepare("PRAGMA quick_check").raw().all() as string[][]).flat().filter((line) => !isFalseAlarm(line));
      if (faults.length > 0) throw new BackupError(`${path} is damaged: ${faults[0]}`);
      // `raw` gives each row as an array.
      const [row] = db.prepare(`SELECT contents FROM ${table}`).raw().all() as unknown[][];
      // Written by writeContents and by nothing else.
      return JSON.parse(String(row?.[0])) as BackupContents;
    });
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(`${path} is no backup that \`npm run backup\` has made`, { cause: error });
  }
}

/** SQLite 3.45 calls every search index malformed from which something was deleted under 'secure-delete'. Restoring builds it anew. */
const isFalseAlarm = (line: string) => line === "ok" || line.startsWith("malformed inverted index for FTS5 table");

/** Takes the keys out of a restored database again, also out of its free pages, and builds the search index anew. */
export function finishCopy(path: string): void {
  withFile(path, (db) => {
    db.exec(`DROP TABLE ${table}`);
    db.exec("INSERT INTO contacts_search(contacts_search) VALUES ('rebuild')");
    db.exec("VACUUM");
  });
}

function withFile<T>(path: string, work: (db: Database.Database) => T): T {
  const db = new Database(path, { fileMustExist: true });
  try {
    return work(db);
  } finally {
    db.close();
  }
}
