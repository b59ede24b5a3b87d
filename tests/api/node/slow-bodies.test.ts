import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { slowBodies } from "#api/node/slow-bodies.ts";

let now = 0;
let server: Server;
let bodies: ReturnType<typeof slowBodies>;
let received = 0;
let heard = () => {};

beforeEach(async () => {
  [now, received] = [1_000, 0];
  bodies = slowBodies(() => now);
  server = createServer((request, response) => {
    request.on("data", (chunk: Buffer) => {
      received += chunk.length;
      heard();
    });
    request.on("end", () => response.end("done"));
  }).on("request", bodies.watch);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

type Client = { socket: Socket; answer: Promise<string>; send(bytes: number): Promise<void> };

/** A client that says how much it will send; each `send` ends when the server has it. */
function upload(length: number): Client {
  // A server that listens on a port has an address of this form.
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`);
  let text = "";
  socket.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  const answer = new Promise<string>((resolve) => socket.once("close", () => resolve(text)));
  const send = (bytes: number) =>
    new Promise<void>((resolve) => {
      const wanted = received + bytes;
      heard = () => {
        if (received >= wanted) resolve();
      };
      socket.write("x".repeat(bytes));
    });
  return { socket, answer, send };
}

function pass(ms: number): void {
  now += ms;
  bodies.cut();
}

describe("a body that comes in slowly", () => {
  it("may take hours, as long as it moves", async () => {
    const { socket, answer, send } = upload(5 * 60_000);

    for (let minute = 0; minute < 4; minute++) {
      await send(60_000);
      pass(60_000);
    }
    await send(60_000);
    socket.end();

    expect(await answer).toContain("done");
  });

  it("is cut off when it has stopped", async () => {
    const { answer, send } = upload(1_000_000);
    await send(10_000);

    pass(70_000);
    const stillThere = received;
    pass(1_000);

    expect(await answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(stillThere).toBe(10_000);
  });

  it("is cut off when it trickles", async () => {
    const { answer, send } = upload(1_000_000);
    await send(1);

    for (let seconds = 0; seconds < 60; seconds += 10) {
      pass(10_000);
      await send(1);
    }
    pass(1_000);

    expect(await answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it("costs nothing once it is complete", async () => {
    const { socket, answer, send } = upload(10);
    const answered = once(socket, "data");
    await send(10);
    await answered;

    pass(10_000_000);
    socket.end();

    expect(await answer).toContain("done");
  });
});
