import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync, rmSync, statfsSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { CrmError, fail } from "#core/errors.ts";

/** What the codes of the operating system mean for the operator (errno(3)). */
const reasons = new Map<string, string>([
  ["EACCES", "this user may not use it: change its owner or its mode"],
  ["EPERM", "this user may not use it: change its owner or its mode"],
  ["EROFS", "its file system is read-only: make it writable"],
  ["ENOSPC", "there is no space left on its disk: make room"],
  ["EDQUOT", "the quota of its disk is used up: make room"],
  ["ENOTDIR", "a part of its path is a file: move that away"],
  ["EISDIR", "it is a folder, where a file is needed: move it away"],
  ["ENOENT", "it cannot be made there"],
  ["ELOOP", "its links lead in a circle: correct them"],
  ["ENAMETOOLONG", "its name is too long"],
  ["EMFILE", "this process may open no more files: raise the limit (ulimit -n)"],
  ["EIO", "its disk fails: look at the disk"],
]);

/** Throws on one line what is wrong with a path, and which variable names another. */
export function failOnPath(path: string, setBy: string, error: unknown): never {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  return fail("unavailable", `${path} cannot be used (${code}): ${reasons.get(code) ?? "look at it"}, or set ${setBy} to another place`);
}

/**
 * Makes a folder with those above it, and proves that files can be written there. One folder at a time, since Node's own
 * recursive way never ends in /proc. Throws on one line what is wrong; `setBy` is the variable that names it.
 */
export function prepareFolder(folder: string, setBy: string): void {
  try {
    makeFolder(folder);
    const probe = join(folder, `.write-test-${process.pid}`);
    const file = openSync(probe, "w", 0o600);
    try {
      writeSync(file, Buffer.alloc(4_096));
      fsyncSync(file);
    } finally {
      closeSync(file);
      rmSync(probe, { force: true });
    }
  } catch (error) {
    failOnPath(folder, setBy, error);
  }
}

/**
 * Makes a database file that its owner alone can read, whatever its folder is: SQLite gives the files beside it the same
 * mode. Files that an earlier version has left readable are closed.
 */
export function keepToOwner(path: string): void {
  closeSync(openSync(path, "a", 0o600));
  for (const ending of ["", "-wal", "-shm", "-journal"]) if (existsSync(path + ending)) chmodSync(path + ending, 0o600);
}

/** Bytes that this process may still write beside the path. */
export function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(dirname(path));
  return bavail * bsize;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "EEXIST") {
      if (statSync(folder).isDirectory()) return;
      throw Object.assign(new Error("a file is in the way"), { code: "ENOTDIR" });
    }
    const parent = dirname(folder);
    if (code !== "ENOENT" || parent === folder || exists(parent)) throw error;
    makeFolder(parent);
    mkdirSync(folder, { mode: 0o700 });
  }
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** How every SQLite file begins (https://sqlite.org/fileformat.html#magic_header_string). */
const magic = "SQLite format 3\0";

/** Throws on one line why a file, if it is there, cannot be opened as a SQLite database. Empty files can. */
export function checkDatabaseFile(path: string, setBy: string): void {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return;
    if (found.isDirectory()) throw Object.assign(new Error("is a folder"), { code: "EISDIR" });
    if (!found.isFile()) fail("unavailable", `${path} is no ordinary file: set ${setBy} to another place`);
    const file = openSync(path, "r+");
    const start = Buffer.alloc(magic.length);
    try {
      readSync(file, start, 0, start.length, 0);
    } finally {
      closeSync(file);
    }
    if (found.size > 0 && start.toString("latin1") !== magic) {
      fail("unavailable", `${path} is not a database: move it away, or set ${setBy} to another place`);
    }
  } catch (error) {
    if (error instanceof CrmError) throw error;
    failOnPath(path, setBy, error);
  }
}

/** Throws on one line what a driver's fault on a file means; `error` itself when it is none of the file's. */
export function failOnDatabaseFile(path: string, setBy: string, error: unknown): never {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const isOpening = error instanceof Error && error.message.includes("Unable to open connection");
  if (!code.startsWith("SQLITE_") && !isOpening) throw error;
  const say = (what: string) => fail("unavailable", `${path} ${what}, or set ${setBy} to another place`);
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return say(`is damaged (${code}): restore a backup (npm run restore)`);
  if (code === "SQLITE_FULL") return say("cannot grow, since there is no space left on its disk: make room");
  if (code.startsWith("SQLITE_BUSY")) return say("is in use by another program: stop that");
  return say(`cannot be opened (${code || "SQLITE_CANTOPEN"}): look at it, and at ${path}-wal and ${path}-shm beside it`);
}
