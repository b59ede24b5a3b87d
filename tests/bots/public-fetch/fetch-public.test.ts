import type { LookupAddress } from "node:dns";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { LookupFunction } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createFetchPublic } from "#bots/public-fetch/fetch-public.ts";
import { publicLookup } from "#bots/public-fetch/lookup.ts";
import type { PublicRequest } from "#core/ports/fetch-public.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const bounds = { timeoutMs: 5_000, maxBytes: 1_000 };

/** A server on loopback, and all the requests that have reached it. */
async function listen(handle: Handler = (_request, response) => void response.end("reached")) {
  const requests: { url: string; headers: IncomingMessage["headers"] }[] = [];
  const server = createServer((request, response) => {
    requests.push({ url: request.url ?? "", headers: request.headers });
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { requests, port: typeof address === "object" ? (address?.port ?? 0) : 0 };
}

/** A resolver that gives for each name the next of its answers, and keeps to the last. */
function fakeDns(names: Record<string, string[][]>): LookupFunction {
  return (hostname, options, callback) => {
    const answers = names[hostname] ?? [];
    const addresses = answers.length > 1 ? answers.shift() : answers[0];
    if (!addresses) return callback(Object.assign(new Error("not found"), { code: "ENOTFOUND" }), "");
    const found = addresses.map((address): LookupAddress => ({ address, family: address.includes(":") ? 6 : 4 }));
    callback(null, options.all ? found : (found[0]?.address ?? ""), found[0]?.family);
  };
}

async function outcomeOf(answer: Promise<Response>): Promise<unknown> {
  return answer.then(
    async (response) => ({ status: response.status, text: await response.text() }),
    (error: unknown) => error,
  );
}

const forbidden = expect.objectContaining({ code: "forbidden" });
const unavailable = expect.objectContaining({ code: "unavailable" });

describe("a name", () => {
  it.each([
    ["loopback", ["127.0.0.1"]],
    ["a private network", ["10.1.2.3"]],
    ["the metadata service of a cloud", ["169.254.169.254"]],
    ["carrier-grade NAT", ["100.64.1.1"]],
    ["nowhere in particular", ["0.0.0.0"]],
    ["IPv6 loopback", ["::1"]],
    ["a mapped address", ["::ffff:127.0.0.1"]],
    ["a 6to4 address", ["2002:7f00:1::1"]],
    ["a NAT64 address", ["64:ff9b::7f00:1"]],
    ["a public address and a private one", ["93.184.215.14", "127.0.0.1"]],
    ["a private address and a public one", ["127.0.0.1", "93.184.215.14"]],
  ])("that leads to %s is not connected to", async (_story, addresses) => {
    const { port, requests } = await listen();
    const fetchPublic = createFetchPublic({ allowPrivate: false, lookup: fakeDns({ "files.example.com": [addresses] }) });

    const outcome = await outcomeOf(fetchPublic(`http://files.example.com:${port}/a`, bounds));

    expect(outcome).toEqual(forbidden);
    expect(requests).toEqual([]);
  });

  it("is asked for once a connection, and every answer is checked, so that one that changes gains nothing", async () => {
    const { port, requests } = await listen();
    const asked: string[] = [];
    const dns = fakeDns({ "rebind.example.com": [["93.184.215.14"], ["127.0.0.1"]] });
    const lookup: LookupFunction = (hostname, options, callback) => {
      asked.push(hostname);
      dns(hostname, options, callback);
    };
    const checked = await new Promise((resolve) =>
      publicLookup(lookup)("rebind.example.com", { all: true }, (error, found) => resolve(error ?? found)),
    );
    const fetchPublic = createFetchPublic({ allowPrivate: false, lookup });

    const outcome = await outcomeOf(fetchPublic(`http://rebind.example.com:${port}/a`, bounds));

    expect(checked).toEqual([{ address: "93.184.215.14", family: 4 }]);
    expect(outcome).toEqual(forbidden);
    expect([asked.length, requests.length]).toEqual([2, 0]);
  });

  it("that leads to loopback is connected to where the operator allows it", async () => {
    const { port, requests } = await listen();
    const fetchPublic = createFetchPublic({ allowPrivate: true, lookup: fakeDns({ "files.example.com": [["127.0.0.1"]] }) });

    const outcome = await outcomeOf(fetchPublic(`http://files.example.com:${port}/a`, bounds));

    expect(outcome).toEqual({ status: 200, text: "reached" });
    expect(requests).toHaveLength(1);
  });

  it("that nobody knows is unavailable, and the error holds no address", async () => {
    const fetchPublic = createFetchPublic({ allowPrivate: false, lookup: fakeDns({}) });

    const outcome = await outcomeOf(fetchPublic("https://files.example.com/secret-path", bounds));

    expect(outcome).toEqual(unavailable);
    expect(String(outcome)).not.toMatch(/example|secret/);
  });
});

describe("a redirect", () => {
  const trusted = (port: number, more: Partial<PublicRequest> = {}) => ({ ...bounds, trustedOrigin: `http://127.0.0.1:${port}`, ...more });
  const redirectTo =
    (location: string): Handler =>
    (_request, response) =>
      void response.writeHead(302, { location }).end();

  it.each([
    "http://127.0.0.1:PORT/secret",
    "http://localhost:PORT/",
    "http://2130706433:PORT/",
    "http://[::1]:PORT/",
    "file:///etc/passwd",
    "http://10.0.0.1/",
  ])("to %s is not followed", async (location) => {
    const hidden = await listen();
    const { port } = await listen(redirectTo(location.replace("PORT", String(hidden.port))));
    const fetchPublic = createFetchPublic({ allowPrivate: false });

    const outcome = await outcomeOf(fetchPublic(`http://127.0.0.1:${port}/`, trusted(port, { maxRedirects: 5 })));

    expect(outcome).toEqual(forbidden);
    expect(hidden.requests).toEqual([]);
  });

  it("to a name that leads to a private address is not followed", async () => {
    const hidden = await listen();
    const { port } = await listen(redirectTo(`http://files.example.com:${hidden.port}/`));
    const fetchPublic = createFetchPublic({ allowPrivate: false, lookup: fakeDns({ "files.example.com": [["127.0.0.1"]] }) });

    const outcome = await outcomeOf(fetchPublic(`http://127.0.0.1:${port}/`, trusted(port, { maxRedirects: 5 })));

    expect(outcome).toEqual(forbidden);
    expect(hidden.requests).toEqual([]);
  });

  it("is an error where none is expected, for a POST, and beyond so many", async () => {
    const { port, requests } = await listen(redirectTo("/again"));
    const fetchPublic = createFetchPublic({ allowPrivate: false });
    const url = `http://127.0.0.1:${port}/`;

    const outcomes = [
      await outcomeOf(fetchPublic(url, trusted(port))),
      await outcomeOf(fetchPublic(url, trusted(port, { method: "POST", maxRedirects: 5 }))),
      await outcomeOf(fetchPublic(url, trusted(port, { maxRedirects: 2 }))),
    ];

    expect(outcomes).toEqual([unavailable, unavailable, unavailable]);
    expect(requests).toHaveLength(1 + 1 + 3);
  });

  it("takes no header to another host", async () => {
    const other = await listen();
    const { port, requests } = await listen(redirectTo(`http://127.0.0.1:${other.port}/`));
    const fetchPublic = createFetchPublic({ allowPrivate: true });

    const outcome = await outcomeOf(
      fetchPublic(`http://127.0.0.1:${port}/`, { ...bounds, headers: { authorization: "Bearer secret" }, maxRedirects: 1 }),
    );

    expect(outcome).toEqual({ status: 200, text: "reached" });
    expect([requests[0]?.headers.authorization, other.requests[0]?.headers.authorization]).toEqual(["Bearer secret", undefined]);
  });
});

describe("an answer", () => {
  const fetchPublic = createFetchPublic({ allowPrivate: true });

  it("that says it is too large is not read", async () => {
    const { port } = await listen((_request, response) => void response.end("x".repeat(1_001)));

    const outcome = await outcomeOf(fetchPublic(`http://127.0.0.1:${port}/`, bounds));

    expect(outcome).toMatchObject({ code: "too_large" });
  });

  it("that does not say how large it is ends at the limit", async () => {
    const { port } = await listen((_request, response) => {
      response.write("x".repeat(900));
      response.end("x".repeat(900));
    });
    const answer = await fetchPublic(`http://127.0.0.1:${port}/`, bounds);

    await expect(answer.text()).rejects.toMatchObject({ code: "too_large" });
  });

  it.each<[string, Handler]>([
    ["never begins", () => {}],
    ["never ends", (_request, response) => void response.write("and so on")],
  ])("that %s is given up in time", async (_story, handle) => {
    const { port } = await listen(handle);

    const answer = fetchPublic(`http://127.0.0.1:${port}/`, { ...bounds, timeoutMs: 100 }).then((response) => response.text());

    await expect(answer).rejects.toThrow();
  });

  it("comes as it is, also without a body", async () => {
    const { port } = await listen((_request, response) => void response.writeHead(204).end());

    expect(await outcomeOf(fetchPublic(`http://127.0.0.1:${port}/`, bounds))).toEqual({ status: 204, text: "" });
  });
});
