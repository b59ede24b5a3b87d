import { statSync } from "node:fs";

/** Mode bits by which others than the owner can put files into a folder, or take them out (inode(7)). */
const writableByOthers = 0o022;

/** What is to be done about the data folder, one line each: the files in it are its owner's alone, the folder itself may be open. */
export function folderTasks(folder: string): string[] {
  if (process.platform === "win32") return [];
  const mode = statSync(folder, { throwIfNoEntry: false })?.mode ?? 0;
  if ((mode & writableByOthers) === 0) return [];
  const shown = (mode & 0o777).toString(8).padStart(4, "0");
  return [`DATA_DIR ${folder} may be written to by others (mode ${shown}), who could replace the database and its keys: chmod 700 ${folder}`];
}
