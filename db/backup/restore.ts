import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { prepareFolder } from "../files.ts";
import { openLocal } from "../local.ts";
import { migrate } from "../migrate.ts";
import { type BackupContents, BackupError, digestOfKey, finishCopy, readContents } from "./contents.ts";
import { addSuppressions, eraseAgain, type JournalEntry, readJournal, readSuppressions, type SuppressedHash } from "./erasure-journal.ts";
import { holdSends } from "./hold-sends.ts";

export type RestoreOptions = {
  file: string;
  dataDir: string;
  /** SECRET_KEY of the environment; it must be the one that the backup was made with. */
  secretKey: string | undefined;
  /** Newer backups, or data folders, whose erasures are repeated on what comes back. */
  erasures: readonly string[];
  /** True: the original installation has not run since the backup, so unsent messages may be sent. */
  continueSending: boolean;
  /** Ms since 1970. */
  now: number;
};

export type RestoreResult = { createdAt: number; erased: number; held: number };

/**
 * Brings a backup back into an empty data folder: tables brought to the schema of this program, keys, and the erasure
 * journal carried out before anything can be served. Throws BackupError, and leaves the folder as it was, when the folder
 * holds something, the file is no whole backup, or the keys do not fit.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreResult> {
  const { file, dataDir } = options;
  const isNew = !existsSync(dataDir);
  if (!isNew && readdirSync(dataDir).length > 0) {
    throw new BackupError(`${dataDir} is not empty: stop the server, move the folder away, and restore again`);
  }
  if (!existsSync(file)) throw new BackupError(`${file} does not exist`);
  const contents = readContents(file);
  refuseOtherKey(contents, options.secretKey);
  const newer = { journal: [file, ...options.erasures].flatMap(readJournal), suppressed: options.erasures.flatMap(readSuppressions) };
  prepareFolder(dataDir, "DATA_DIR");
  try {
    return await fill(options, contents, newer);
  } catch (error) {
    for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name), { recursive: true, force: true });
    if (isNew) rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
}

async function fill(
  { file, dataDir, continueSending, now }: RestoreOptions,
  contents: BackupContents,
  { journal, suppressed }: { journal: JournalEntry[]; suppressed: SuppressedHash[] },
): Promise<RestoreResult> {
  const partial = join(dataDir, "restoring.db");
  writeFileSync(partial, "", { mode: 0o600 });
  copyFileSync(file, partial);
  finishCopy(partial);
  const connection = openLocal(partial);
  let erased = 0;
  let held = 0;
  try {
    await migrate(connection);
    erased = await eraseAgain(connection, journal);
    await addSuppressions(connection, suppressed);
    if (!continueSending) held = await holdSends(connection, now);
    await connection.scrub();
  } finally {
    await connection.close();
  }
  for (const ending of ["-wal", "-shm", ".lock"]) rmSync(`${partial}${ending}`, { force: true });
  if (contents.adminKey !== null) writeFileSync(join(dataDir, "admin.key"), contents.adminKey, { mode: 0o600 });
  if (contents.secretKey !== null) writeFileSync(join(dataDir, "secret.key"), contents.secretKey, { mode: 0o600 });
  // Last: a folder without it has not been restored.
  renameSync(partial, join(dataDir, "rapport.db"));
  return { createdAt: contents.createdAt, erased, held };
}

/** Stored credentials and suppressions can be used with their own key only. */
function refuseOtherKey(contents: BackupContents, secretKey: string | undefined): void {
  if (secretKey === undefined) {
    if (contents.secretKey !== null) return;
    throw new BackupError("the backup was made with SECRET_KEY in the environment: set the same SECRET_KEY and restore again");
  }
  if (digestOfKey(secretKey) === contents.secretKeyDigest) return;
  throw new BackupError("SECRET_KEY of the environment is not the key that the backup was made with: unset it, or set that one");
}
