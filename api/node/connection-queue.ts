import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/**
 * Requests of one connection that wait for the one before them. Clients that send so many without reading an answer are not
 * honest: browsers and HTTP clients send one at a time.
 */
const mostWaiting = 8;

type Exchange = { request: IncomingMessage; response: ServerResponse };
type ConnectionState = { waiting: Exchange[]; isBusy: boolean; isRefused: boolean };

/**
 * Handles the requests of a connection one after the other, each when the answer before it has been read: HTTP/1.1 answers
 * them in this order anyway, and a client that pipelines a thousand holds the memory and the turn of one. Beyond the bound it
 * is answered 429 and disconnected.
 */
export function oneAtATime(handle: RequestListener): RequestListener {
  const connections = new WeakMap<Socket, ConnectionState>();

  const stateOf = (socket: Socket): ConnectionState => {
    const known = connections.get(socket);
    if (known) return known;
    const state: ConnectionState = { waiting: [], isBusy: false, isRefused: false };
    connections.set(socket, state);
    socket.once("close", () => {
      state.waiting = [];
    });
    return state;
  };

  function start(state: ConnectionState, { request, response }: Exchange): void {
    state.isBusy = true;
    // Also when the client is gone.
    response.once("close", () => {
      state.isBusy = false;
      const next = state.waiting.shift();
      if (next && !request.socket.destroyed) start(state, next);
      if (state.waiting.length === 0) request.socket.resume();
    });
    handle(request, response);
  }

  return (request, response) => {
    const state = stateOf(request.socket);
    if (state.isRefused) return;
    if (!state.isBusy) return start(state, { request, response });
    if (state.waiting.length < mostWaiting) {
      state.waiting.push({ request, response });
      // What the client has sent already is parsed; more is not read until it has its answers.
      request.socket.pause();
      return;
    }
    state.isRefused = true;
    refuse(response);
  };
}

/** Node sends it after the answers before it, and closes the connection then. */
function refuse(response: ServerResponse): void {
  const detail = `more than ${mostWaiting} requests wait on one connection: read the answers first`;
  const problem = { type: "/problems/rate_limited", title: "Too many requests", status: 429, code: "rate_limited", detail };
  response.writeHead(429, { "content-type": "application/problem+json", connection: "close" });
  response.end(JSON.stringify(problem));
}
