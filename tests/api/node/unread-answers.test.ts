import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { listen } from "#api/node/server.ts";

const megabyte = 1 << 20;
/** More than the operating system takes for a client that reads nothing (tcp(7): some 6 MB on each side at most). */
const large = 24 * megabyte;
const answers: Readonly<Record<string, () => Response>> = {
  "/bytes": () => new Response(Buffer.alloc(large, "x")),
  "/text": () => new Response("x".repeat(large)),
  "/health": () => new Response("ok"),
};

async function serve(mostUnread: number) {
  const answered: string[] = [];
  const { port, stop } = await listen(
    (request) => {
      const { pathname } = new URL(request.url);
      answered.push(pathname);
      return answers[pathname]?.() ?? new Response(null, { status: 404 });
    },
    { host: "127.0.0.1", port: 0, mostUnread },
  );
  onTestFinished(stop);
  return { port, answered, url: `http://127.0.0.1:${port}` };
}

/** A client that sends a request and never reads; `cut` tells whether it was disconnected. */
async function silent(port: number, path: string): Promise<{ socket: Socket; isCut(): boolean; knock(): true }> {
  const socket = connect(port, "127.0.0.1");
  socket.pause();
  let isCut = false;
  // A client that reads nothing hears of its end by the reset alone.
  socket.on("error", () => {
    isCut = true;
  });
  socket.on("close", () => {
    isCut = true;
  });
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
  const knock = (): true => {
    if (!isCut) socket.write("\r\n");
    return true;
  };
  return { socket, isCut: () => isCut, knock };
}

it.each(["/bytes", "/text"])("beyond the bound of unread bytes those who have read nothing for longest are cut, for %s", async (path) => {
  const { port, url, answered } = await serve(3 * large + megabyte);
  const clients: Awaited<ReturnType<typeof silent>>[] = [];
  for (let n = 1; n <= 6; n++) {
    clients.push(await silent(port, path));
    await expect.poll(() => answered.length, { timeout: 20_000 }).toBe(n);
  }

  // Blank lines between requests are nothing to a server, and a reset to whoever is disconnected.
  await expect
    .poll(() => clients.map(({ isCut, knock }) => knock() && isCut()), { timeout: 20_000 })
    .toEqual([true, true, true, false, false, false]);

  expect(await (await fetch(`${url}/health`)).text()).toBe("ok");
  expect((await (await fetch(url + path)).arrayBuffer()).byteLength).toBe(large);
});

it("within the bound nobody is cut, however many do not read, and they read on when they like", async () => {
  const { port, url } = await serve(64 * megabyte);
  const clients = await Promise.all(Array.from({ length: 50 }, () => silent(port, "/health")));
  const late = await silent(port, "/bytes");
  for (let n = 0; n < 20; n++) expect(await (await fetch(`${url}/health`)).text()).toBe("ok");

  let taken = 0;
  late.socket.on("data", (chunk: Buffer) => {
    taken += chunk.length;
  });
  late.socket.resume();

  await expect.poll(() => taken, { timeout: 20_000 }).toBeGreaterThan(large);
  expect([...clients, late].filter(({ isCut }) => isCut())).toEqual([]);
});
