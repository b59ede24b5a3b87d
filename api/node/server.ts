import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { oneAtATime } from "./connection-queue.ts";
import { slowBodies } from "./slow-bodies.ts";
import { unreadAnswers } from "./unread-answers.ts";

type Fetch = (request: Request) => Response | Promise<Response>;

const checkMs = 5_000;
/** Slow or idle clients hold a connection no longer than this; of bodies `slowBodies` takes care. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 0,
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: checkMs,
  maxHeaderSize: 16_384,
};
const maxConnections = 5_000;
/** How long requests under way may take to end once the server stops. */
const drainMs = 1_200;

export type Listening = { url: string; port: number; stop(): Promise<void> };

/** `mostUnread`: bytes of answers that clients may leave unread, in all. */
type ListenOptions = { host: string; port: number; mostUnread?: number | undefined };

export async function listen(fetch: Fetch, { host, port, mostUnread }: ListenOptions): Promise<Listening> {
  const server = createServer(limits, oneAtATime(getRequestListener(fetch, { overrideGlobalObjects: false })));
  server.maxConnections = maxConnections;
  const bodies = slowBodies(() => performance.now());
  server.on("request", bodies.watch);
  server.on("request", unreadAnswers(mostUnread).watch);
  const checking = setInterval(bodies.cut, checkMs).unref();
  server.once("close", () => clearInterval(checking));
  await new Promise<void>((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => reject(listenFault(host, port, error));
    server.once("error", failed);
    server.listen(port, host, () => {
      server.off("error", failed);
      resolve();
    });
  });
  // A server that listens on a port has an address of this form.
  const address = server.address() as AddressInfo;
  const name = host.includes(":") ? `[${host}]` : host;
  return { url: `http://${name}:${address.port}`, port: address.port, stop: () => stop(server) };
}

/** Why it cannot listen there, and what to set instead (the codes of listen(2), bind(2) and getaddrinfo(3)). */
function listenFault(host: string, port: number, error: NodeJS.ErrnoException): Error {
  const { code = "unknown" } = error;
  if (code === "EADDRINUSE") return new Error(`port ${port} of ${host} is taken: stop what listens there, or set PORT to another`);
  if (code === "EACCES") return new Error(`port ${port} of ${host} is not for this user: set PORT to one above 1023`);
  const cure = "set HOST to 127.0.0.1 for this machine alone, or to 0.0.0.0 for the network";
  if (code === "EADDRNOTAVAIL") return new Error(`HOST ${host} is no address of this machine: ${cure}`);
  if (code === "ENOTFOUND" || code.startsWith("EAI_")) return new Error(`HOST ${host} is no name that leads to an address (${code}): ${cure}`);
  return new Error(`HOST ${host} cannot be listened on (${code}): ${cure}`);
}

/** Takes no new connections, lets requests under way end, then closes what is left. */
async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const last = setTimeout(() => server.closeAllConnections(), drainMs);
  server.closeIdleConnections();
  await closed;
  clearInterval(idle);
  clearTimeout(last);
}
