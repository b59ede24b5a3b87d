import http from "node:http";
import https from "node:https";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";

/** Well below the limit of a whole call, so that a connection that never comes about is known as such. */
const connectTimeoutMs = 8_000;
/** Idle connections go before the platform closes them: a call that met the closing would be lost. */
const idleMs = 15_000;

/** Why a call has no answer. `written` false: nothing of it has reached the platform, provably. */
export class TransportError extends Error {
  override readonly name = "TransportError";
  readonly reason: "no_connection" | "connection_lost" | "server_error" | "unreadable_answer";
  readonly written: boolean;
  constructor(reason: TransportError["reason"], written: boolean) {
    super(reason);
    this.reason = reason;
    this.written = written;
  }
}

/** The part of a `fetch` request that channels use. */
export type TransportRequest = {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
  signal?: Pick<AbortSignal, "aborted" | "addEventListener">;
};
export type TransportAnswer = { ok: boolean; status: number; json(): Promise<unknown> };

/**
 * Sends requests to the API of a platform, whose address is fixed or set by the operator. It follows no redirect, repeats nothing,
 * and tells a call that never left from one that was lost on the way. Its errors hold no address, which may hold a token.
 */
export function createTransport(apiRoot: string, connectMs = connectTimeoutMs): (url: string, request: TransportRequest) => Promise<TransportAnswer> {
  const secure = apiRoot.startsWith("https:");
  const agent = new (secure ? https : http).Agent({ keepAlive: true, timeout: idleMs });
  const connected = secure ? "secureConnect" : "connect";

  return (url, { method = "POST", headers = {}, body, signal }) =>
    new Promise((resolve, reject) => {
      let written = false;
      const call = (secure ? https : http).request(url, { method, headers, agent });
      const deadline = setTimeout(() => call.destroy(), connectMs);
      const open = () => {
        written = true;
        clearTimeout(deadline);
      };
      call.on("socket", (socket) => (socket.connecting ? socket.once(connected, open) : open()));
      call.on("error", () => reject(new TransportError(written ? "connection_lost" : "no_connection", written)));
      call.on("close", () => clearTimeout(deadline));
      call.on("response", (response) => resolve(answer(response)));
      signal?.addEventListener("abort", () => call.destroy());
      if (signal?.aborted) call.destroy();
      // A file is a stream, whose end is the end of the call; when the call is over, nothing reads it any more.
      if (body instanceof Readable) body.on("error", () => call.destroy()).pipe(call);
      else call.end(typeof body === "string" ? body : undefined);
    });
}

function answer(response: http.IncomingMessage): TransportAnswer {
  const status = response.statusCode ?? 0;
  return {
    ok: status >= 200 && status < 300,
    status,
    async json() {
      const body = await text(response).catch(() => {
        throw new TransportError("connection_lost", true);
      });
      try {
        return JSON.parse(body);
      } catch {
        throw new TransportError(status >= 500 ? "server_error" : "unreadable_answer", true);
      }
    },
  };
}
