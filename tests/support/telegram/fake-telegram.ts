import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { runCommand } from "./fake-telegram-control.ts";
import { createMethods, type Outcome, refuse } from "./fake-telegram-methods.ts";
import { type FakeOptions, FakeState, sends } from "./fake-telegram-state.ts";
import { deliverToWebhook } from "./fake-telegram-webhook.ts";

export type FakeTelegram = FakeState & { readonly apiRoot: string; close(): Promise<void> };

/**
 * A Bot API server on loopback: `/bot<token>/<method>`, `/file/bot<token>/<path>`, and `/control/<command>` for tests
 * in another process.
 */
export async function startFakeTelegram(options: FakeOptions = {}): Promise<FakeTelegram> {
  const state = new FakeState(options);
  const call = createMethods(state);
  const ending = new AbortController();
  deliverToWebhook(state, ending.signal);

  const server = createServer((request, response) => {
    void serve(state, call, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  // Listening on TCP, so the address is one.
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    apiRoot: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        ending.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

async function serve(state: FakeState, call: ReturnType<typeof createMethods>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, area = "", ...rest] = new URL(request.url ?? "/", "http://fake").pathname.split("/");
  const body = await buffer(request);
  if (area === "control") return respond(response, await runCommand(state, rest.join("/"), body.toString()));
  if (area === "file") return download(state, rest, response);

  const token = area.slice("bot".length);
  if (area !== `bot${state.token}`) return respond(response, /^\d+:[\w-]{30,}$/.test(token) ? refuse(401, "Unauthorized") : refuse(404, "Not Found"));
  const parameters = await parametersIn(state, body, request.headers["content-type"] ?? "");
  const method = rest.join("/");
  state.calls.push(typeof parameters.offset === "number" ? { method, confirms: parameters.offset } : { method });
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const way = sends.includes(method) ? state.travelMs / 2 : 0;
  if (way > 0) await pause(way);
  const outcome = await call(method, parameters, gone.signal);
  if (way > 0) await pause(way);
  respond(response, outcome);
  state.changed();
}

/** As JSON, or as a form whose files stand in parts of their own, named `attach://part` (https://core.telegram.org/bots/api#sending-files). */
async function parametersIn(state: FakeState, body: Buffer<ArrayBuffer>, type: string): Promise<Record<string, unknown>> {
  if (!type.startsWith("multipart/form-data")) return body.byteLength === 0 ? {} : JSON.parse(body.toString());
  const form = await new Response(body, { headers: { "content-type": type } }).formData();
  const parameters: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    const part = value.startsWith("attach://") ? form.get(value.slice("attach://".length)) : null;
    const file = part instanceof File ? part : null;
    if (file) state.uploads.set(file.name, await file.bytes());
    parameters[name] = file ? `upload://${file.name}` : value;
  }
  return parameters;
}

function respond(response: ServerResponse, outcome: Outcome): void {
  if (outcome === "hang") return;
  if (outcome === "drop") {
    response.destroy();
    return;
  }
  response.writeHead(outcome.status, { "content-type": "application/json" }).end(outcome.body);
}

function download(state: FakeState, [token, ...path]: string[], response: ServerResponse): void {
  const file = [...state.files.values()].find((each) => each.path === path.join("/"));
  if (token !== `bot${state.token}` || !file) respond(response, refuse(404, "Not Found"));
  else response.writeHead(200, { "content-type": "application/octet-stream", "content-length": file.bytes.byteLength }).end(file.bytes);
}
