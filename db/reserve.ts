import { closeSync, fsyncSync, openSync, readSync, rmSync, statSync, truncateSync, writeSync } from "node:fs";
import { freeBytes } from "./files.ts";

/** Space that is held for opt-outs and deletions, in a file beside the database. */
export interface Reserve {
  /** True while it is given up: then nothing but what is urgent may be written. */
  readonly isSpent: boolean;
  /** Gives the space up. False: there is none left to give. */
  spend(): boolean;
  /** Takes back what is left of it, before anybody else does: for the next that is urgent. It is still spent. */
  keepRest(): void;
  /** Takes the space again once there is twice as much; true when it is held. */
  restore(): boolean;
  /** True when there is room on the disk for more than a few rows. */
  hasRoom(): boolean;
}

/** With less than this, in bytes, there is no room to begin with, and a disk that was full is full still. */
const leastFree = 1 << 20;

/** What is left free beside the rest of a spent reserve: the log grows by less with an opt-out. */
const leftFree = 64 << 10;

/** The first bytes of the file, which are kept when it is spent: how large it is when it is whole, so that a rest is known as one. */
const labelBytes = 4096;

/** `wanted` bytes, or a quarter of what is free where that is less; never less than it was before a restart. */
export function openReserve(path: string, wanted: number): Reserve {
  const file = `${path}.reserve`;
  const held = () => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const room = () => (wanted === 0 ? 0 : freeBytes(path) + held());
  const bytes = wholeSize(wanted, room(), labelled(file));
  let isSpent = !hold();

  function hold(): boolean {
    if (bytes === 0 || held() >= bytes) return true;
    return room() >= 2 * bytes && growTo(bytes);
  }

  function growTo(size: number): boolean {
    try {
      grow(file, held(), size, bytes);
      return true;
    } catch {
      giveUp();
      return false;
    }
  }

  function giveUp(): void {
    if (held() > labelBytes) truncateSync(file, labelBytes);
    else rmSync(file, { force: true });
  }

  return {
    get isSpent() {
      return isSpent;
    },
    spend: () => {
      if (held() <= labelBytes) return false;
      giveUp();
      isSpent = true;
      return true;
    },
    keepRest: () => {
      // Never whole: it counts as held again by `restore` alone, which asks for more room.
      const rest = isSpent ? Math.min(bytes - 1, room() - leftFree) : 0;
      if (rest > Math.max(held(), labelBytes)) growTo(rest);
    },
    hasRoom: () => bytes === 0 || freeBytes(path) >= leastFree,
    restore: () => {
      if (isSpent) isSpent = !hold();
      return !isSpent;
    },
  };
}

/** Without a label, on a disk that is full from the start, nobody knows how much could be held: all that is wanted. */
function wholeSize(wanted: number, room: number, before: number): number {
  if (before === 0 && room < leastFree) return wanted;
  return Math.min(wanted, Math.max(before, Math.floor(room / 4)));
}

/** How large a reserve is when it is whole, in bytes; 0: there is none. Earlier versions had no label and never held a part. */
function labelled(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return 0;
  const label = Buffer.alloc(8);
  const fd = openSync(file, "r");
  try {
    readSync(fd, label, 0, label.length, 0);
  } finally {
    closeSync(fd);
  }
  return Number(label.readBigUInt64LE()) || size;
}

/** Zeros that are written take their space at once; a hole would not. `whole` goes into the label. */
function grow(file: string, from: number, to: number, whole: number): void {
  const fd = openSync(file, from === 0 ? "w" : "r+", 0o600);
  try {
    const block = Buffer.alloc(1 << 20);
    for (let at = from; at < to; at += block.length) writeAll(fd, block.subarray(0, to - at), at);
    const label = Buffer.alloc(8);
    label.writeBigUInt64LE(BigInt(whole));
    writeAll(fd, label, 0);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** A disk that is nearly full takes a part of a block and says so by its length alone. */
function writeAll(fd: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done, at + done);
}
