import Database from "libsql";

/**
 * Copies the database file at `path` into a new file at `target`, as it is at one instant; a server may be writing to it
 * meanwhile. The copy holds no free pages, and so nothing that was deleted.
 */
export function snapshotFile(path: string, target: string): void {
  // The server keeps its writer; this process only reads (decision 2).
  const source = new Database(path, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    source.prepare("VACUUM INTO ?").run(target);
  } finally {
    source.close();
  }
}
