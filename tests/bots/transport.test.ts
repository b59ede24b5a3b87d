import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createTransport } from "#bots/channels/transport.ts";

const open: { close(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

/** The address of a server that has begun to listen. */
async function at(server: Server, scheme = "http"): Promise<string> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push({
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  const address = server.address();
  return `${scheme}://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

const http = (listener: RequestListener) => at(createHttpServer(listener));
const post = (root: string, connectMs?: number) => createTransport(root, connectMs)(`${root}/bot1:token/getMe`, { body: "{}" });
const faultOf = (promise: Promise<unknown>) => promise.then(() => null).catch((error: unknown) => error);

describe("the transport", () => {
  it("gives the answer, whatever its status", async () => {
    const root = await http((_request, response) => response.writeHead(403).end('{"ok":false}'));

    const answer = await post(root);

    expect([answer.ok, answer.status, await answer.json()]).toEqual([false, 403, { ok: false }]);
  });

  it("knows that nothing was written when nobody listens", async () => {
    expect(await faultOf(post("http://127.0.0.1:1"))).toMatchObject({ reason: "no_connection", written: false });
  });

  it("knows that nothing was written when the name is unknown", async () => {
    expect(await faultOf(post("http://telegram.invalid"))).toMatchObject({ reason: "no_connection", written: false });
  });

  it("gives up a connection that never comes about before anything is written", async () => {
    const mute = await at(
      createServer(() => {}),
      "https",
    );

    expect(await faultOf(post(mute, 50))).toMatchObject({ reason: "no_connection", written: false });
  });

  it("does not know what became of a call whose connection was lost", async () => {
    const root = await http((request) => request.socket.destroy());

    expect(await faultOf(post(root))).toMatchObject({ reason: "connection_lost", written: true });
  });

  it("does not know what became of a call whose answer breaks off", async () => {
    const root = await http((_request, response) => {
      response.writeHead(200, { "content-length": 100 }).write('{"ok":');
      response.socket?.end();
    });

    const answer = await post(root);

    expect(await faultOf(answer.json())).toMatchObject({ reason: "connection_lost", written: true });
  });

  it.each([
    [200, "unreadable_answer"],
    [502, "server_error"],
  ])("tells a page of a proxy with status %i from an answer", async (status, reason) => {
    const root = await http((_request, response) => response.writeHead(status).end("<html>"));

    const answer = await post(root);

    expect(await faultOf(answer.json())).toMatchObject({ reason, written: true });
  });

  it("follows no redirect", async () => {
    const paths: unknown[] = [];
    const root = await http((request, response) => {
      paths.push(request.url);
      response.writeHead(307, { location: "/elsewhere" }).end();
    });

    const answer = await post(root);

    expect(answer.status).toBe(307);
    expect(paths).toEqual(["/bot1:token/getMe"]);
  });

  it("ends with the signal", async () => {
    const abort = new AbortController();
    const root = await http(() => abort.abort());

    const fault = await faultOf(createTransport(root)(`${root}/bot1:token/getUpdates`, { body: "{}", signal: abort.signal }));

    expect(fault).toMatchObject({ reason: "connection_lost" });
  });

  it("names no address in its errors", async () => {
    const fault = await faultOf(post("http://127.0.0.1:1"));

    expect(fault instanceof Error && `${fault.stack}${fault.cause}`).not.toContain("1:token");
  });
});
