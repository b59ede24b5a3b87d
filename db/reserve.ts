import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { freeBytes } from "./files.ts";

/** Space that is held for opt-outs and deletions, in a file beside the database. */
export interface Reserve {
  /** True while it is given up: then nothing but what is urgent may be written. */
  readonly isSpent: boolean;
  /** Gives the space up. False: there is none left to give. */
  spend(): boolean;
  /** Takes the space again once there is twice as much; true when it is held. */
  restore(): boolean;
  /** True when there is room on the disk for more than a few rows. */
  hasRoom(): boolean;
}

/** With less than this, in bytes, there is no room to begin with, and a disk that was full is full still. */
const leastFree = 1 << 20;

/** `wanted` bytes, or a quarter of what is free where that is less. */
export function openReserve(path: string, wanted: number): Reserve {
  const file = `${path}.reserve`;
  const held = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const free = wanted === 0 || held > 0 ? 0 : freeBytes(path);
  const bytes = held > 0 || free < leastFree ? wanted : Math.min(wanted, Math.floor(free / 4));
  let isSpent = false;

  function hold(): boolean {
    if (bytes === 0 || (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0) return true;
    if (freeBytes(path) < 2 * bytes) return false;
    try {
      fill(file, bytes);
      return true;
    } catch {
      rmSync(file, { force: true });
      return false;
    }
  }

  isSpent = !hold();
  return {
    get isSpent() {
      return isSpent;
    },
    spend: () => {
      if (isSpent || bytes === 0) return false;
      rmSync(file, { force: true });
      isSpent = true;
      return true;
    },
    hasRoom: () => bytes === 0 || freeBytes(path) >= leastFree,
    restore: () => {
      if (isSpent) isSpent = !hold();
      return !isSpent;
    },
  };
}

/** Zeros that are written take their space at once; a hole would not. */
function fill(file: string, bytes: number): void {
  const fd = openSync(file, "w", 0o600);
  try {
    const block = Buffer.alloc(1 << 20);
    for (let left = bytes; left > 0; left -= block.length) writeSync(fd, block, 0, Math.min(block.length, left));
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
