import type { IncomingMessage, ServerResponse } from "node:http";

/** Every body may take a minute, and a second more for each kilobyte that has come: as Apache's mod_reqtimeout does by its MinRate. */
const graceMs = 60_000;
const msPerByte = 1;

const timedOut = "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

type UnderWay = { response: ServerResponse; since: number; bytesBefore: number };

/**
 * Cuts off clients whose body trickles in or has stopped coming. An upload goes on as long as it moves, which a limit on the
 * whole request would end: 500 MB take hours on a slow line. `now` in ms.
 */
export function slowBodies(now: () => number) {
  const underWay = new Map<IncomingMessage, UnderWay>();

  return {
    watch(request: IncomingMessage, response: ServerResponse): void {
      const { headers, socket } = request;
      if (headers["content-length"] === undefined && headers["transfer-encoding"] === undefined) return;
      underWay.set(request, { response, since: now(), bytesBefore: socket.bytesRead });
      request.once("close", () => underWay.delete(request));
    },
    /** To be called every few seconds. */
    cut(): void {
      for (const [request, { response, since, bytesBefore }] of underWay) {
        const { socket, complete } = request;
        const allowed = graceMs + (socket.bytesRead - bytesBefore) * msPerByte;
        if (!complete && now() - since <= allowed) continue;
        underWay.delete(request);
        if (complete) continue;
        if (!response.headersSent) socket.write(timedOut);
        socket.destroySoon();
      }
    },
  };
}
