import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Bytes of answers, over all connections, that clients have not taken: some hundred of the largest documents. */
export const mostUnreadBytes = 64 << 20;

/** `since`: how many requests had come when the client took something for the last time; `taken`: bytes until then. */
type Reader = { underWay: number; since: number; taken: number };

/**
 * Bounds what answers hold while clients do not read them. Beyond `mostBytes` in all, those who have taken nothing for the
 * longest are disconnected first, in the order in which they stopped reading; who reads on is served. It counts bytes and
 * requests, and no time.
 */
export function unreadAnswers(mostBytes = mostUnreadBytes) {
  const readers = new Map<Socket, Reader>();
  let requests = 0;

  function look(): void {
    let unread = 0;
    for (const [socket, reader] of readers) {
      unread += socket.writableLength;
      const taken = socket.bytesWritten - socket.writableLength;
      if (taken > reader.taken) Object.assign(reader, { taken, since: requests });
    }
    if (unread > mostBytes) cut(unread);
  }

  function cut(unread: number): void {
    let left = unread;
    for (const [socket] of [...readers].sort(([, a], [, b]) => a.since - b.since)) {
      if (left <= mostBytes) return;
      if (socket.writableLength === 0) continue;
      left -= socket.writableLength;
      readers.delete(socket);
      socket.destroy();
    }
  }

  function ended(socket: Socket, reader: Reader): void {
    reader.underWay -= 1;
    if (reader.underWay === 0) readers.delete(socket);
  }

  return {
    /** To be called with every request. */
    watch({ socket }: IncomingMessage, response: ServerResponse): void {
      requests += 1;
      const reader = readers.get(socket) ?? { underWay: 0, since: requests, taken: socket.bytesWritten };
      reader.underWay += 1;
      readers.set(socket, reader);
      look();
      // The whole answer has been handed over, and stands in the socket where the client has not read it.
      response.once("prefinish", look);
      response.once("close", () => ended(socket, reader));
    },
  };
}
