import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { oneAtATime } from "#api/node/connection-queue.ts";

let server: Server;
/** Requests that have reached the handler, by path, and those that wait for an answer of the test. */
let handled: string[];
let open: { path: string; response: ServerResponse }[];
let arrived = () => {};

beforeEach(async () => {
  [handled, open] = [[], []];
  server = createServer(
    oneAtATime((request, response) => {
      handled.push(request.url ?? "");
      open.push({ path: request.url ?? "", response });
      arrived();
    }),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

type Client = { socket: Socket; text(): string; until(pattern: RegExp): Promise<void>; closed: Promise<unknown> };

function client(): Client {
  // A server that listens on a port has an address of this form.
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let text = "";
  let look = () => {};
  socket.on("data", (chunk: Buffer) => {
    text += chunk.toString();
    look();
  });
  return {
    socket,
    text: () => text,
    until: (pattern) =>
      new Promise((resolve) => {
        look = () => pattern.test(text) && resolve();
        look();
      }),
    closed: once(socket, "close"),
  };
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
const pipelined = (count: number) => Array.from({ length: count }, (_, at) => get(`/${at}`)).join("");

async function nextRequest(): Promise<{ path: string; response: ServerResponse }> {
  while (open.length === 0) {
    const { promise, resolve } = Promise.withResolvers<void>();
    arrived = resolve;
    await promise;
  }
  // The loop ends when there is one.
  return open.shift() as { path: string; response: ServerResponse };
}

describe("requests of one connection", () => {
  it("are handled one after the other, in their order, and answered so", async () => {
    const { socket, until, text } = client();
    socket.write(pipelined(5));

    for (let at = 0; at < 5; at++) {
      const { path, response } = await nextRequest();
      expect([path, handled.length, open.length]).toEqual([`/${at}`, at + 1, 0]);
      response.end(`answer ${path}`);
    }

    await until(/answer \/4/);
    expect(text().match(/answer \/\d/g)).toEqual([0, 1, 2, 3, 4].map((at) => `answer /${at}`));
  });

  it.each([200, 1_000])("are refused with 429 beyond the bound when %d come without an answer being read, and the connection ends", async (count) => {
    const { socket, closed, text } = client();
    socket.write(pipelined(count));

    for (let at = 0; at < 9; at++) (await nextRequest()).response.end("answered");
    await closed;

    expect(handled).toHaveLength(9);
    expect(text().match(/HTTP\/1\.1 \d+/g)).toEqual([...Array.from({ length: 9 }, () => "HTTP/1.1 200"), "HTTP/1.1 429"]);
    expect(text()).toContain('"code":"rate_limited"');
  });

  it("of others are handled meanwhile", async () => {
    const greedy = client();
    greedy.socket.write(pipelined(6));
    const first = await nextRequest();
    const honest = client();
    honest.socket.write(get("/honest"));

    const { path, response } = await nextRequest();
    response.end("fair");
    await honest.until(/fair/);

    expect([first.path, path, handled]).toEqual(["/0", "/honest", ["/0", "/honest"]]);
  });

  it("are not handled any more once the client has hung up", async () => {
    const { socket } = client();
    socket.write(pipelined(7));
    const { response } = await nextRequest();

    socket.destroy();
    await once(response, "close");
    const other = client();
    other.socket.write(get("/other"));
    const { path } = await nextRequest();

    expect([path, handled]).toEqual(["/other", ["/0", "/other"]]);
  });

  it("come through with their bodies, and the connection goes on", async () => {
    server.removeAllListeners("request");
    server.on(
      "request",
      oneAtATime((request, response) => {
        let body = "";
        request.on("data", (chunk: Buffer) => {
          body += chunk.toString();
        });
        request.on("end", () => response.end(`got ${body.length}`));
      }),
    );
    const { socket, until } = client();
    const post = (length: number) => `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n${"x".repeat(length)}`;

    socket.write(post(3) + post(200_000) + post(7));
    await until(/got 3[\s\S]*got 200000[\s\S]*got 7/);
    socket.write(post(11));

    await until(/got 11/);
  });
});
