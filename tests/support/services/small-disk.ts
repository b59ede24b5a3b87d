import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file system in memory with a size of its own, in MB. It takes the rights of root: ask `has.tmpfs` first. */
export function mountSmallDisk(megabytes: number) {
  const folder = mkdtempSync(join(tmpdir(), "rapport-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]);
  let fillers = 0;
  const filler = (n: number) => join(folder, `filler${n}`);

  return {
    folder,
    /** Takes all that is left, to the last page, as others on the disk do. */
    fill(): void {
      for (let size = 1 << 20; size >= 512; fillers++) {
        try {
          writeFileSync(filler(fillers), Buffer.alloc(size));
        } catch {
          rmSync(filler(fillers), { force: true });
          size /= 2;
        }
      }
      writeFileSync(join(folder, "last"), "");
    },
    /** Gives back what `fill` has taken. */
    free(): void {
      for (let n = 0; n <= fillers; n++) rmSync(filler(n), { force: true });
    },
    /** Makes the disk so small or large that this many bytes are free; nothing may be writing to it. */
    leave(bytes: number): void {
      const { blocks, bavail, bsize } = statfsSync(folder);
      execFileSync("mount", ["-o", `remount,size=${(blocks - bavail) * bsize + bytes}`, folder]);
    },
    unmount(): void {
      execFileSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
