import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { WebSocketServer } from "ws";
import { FakeSlackControl } from "./fake-slack-control.ts";
import type { FakeSlackState, Given, Reply } from "./fake-slack-state.ts";

export type FakeSlack = FakeSlackControl & { readonly apiUrl: string; close(): Promise<void> };

/** Slack on loopback: its Web API under `apiUrl`, the address of Socket Mode, and what people there do. */
export async function startFakeSlack(): Promise<FakeSlack> {
  const slack = new FakeSlackControl();
  const server = createServer((request, response) => void serve(slack, request, response).catch(() => response.destroy()));
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket) => slack.connect(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // Listening on TCP, so the address is one.
  const { port } = server.address() as AddressInfo;
  slack.root = `127.0.0.1:${port}`;
  const close = async () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return Object.assign(slack, { apiUrl: `http://127.0.0.1:${port}/api`, close });
}

async function serve(slack: FakeSlackControl, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? "/", "http://fake").pathname.slice(1);
  const body = await buffer(request);
  if (path.startsWith("upload/")) return upload(slack, path.slice("upload/".length), body, response);
  if (path.startsWith("files/")) return download(slack, path.slice("files/".length), request, response);
  if (path.startsWith("respond/")) {
    slack.heard(path.slice("respond/".length), JSON.parse(body.toString()));
    response.end("ok");
    return;
  }
  const method = path.replace(/^api\//, "");
  const given = parametersOf(body.toString(), request.headers["content-type"] ?? "");
  const fault = slack.faultOf(method);
  if (fault === "down") return void response.destroy();
  if (typeof fault === "number") return void response.writeHead(429, { "retry-after": String(fault) }).end();
  slack.calls.push({ method, given });
  const reply = typeof fault === "object" && fault !== null ? { ok: false, error: fault.error } : answer(slack, method, given, request);
  if (fault === "lost") return void response.destroy();
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(reply));
}

function answer(slack: FakeSlackControl, method: string, given: Given, { headers }: IncomingMessage): Reply {
  const token = (headers.authorization ?? "").replace(/^Bearer /, "") || String(given.token ?? "");
  if (slack.isRevoked) return { ok: false, error: "token_revoked" };
  const needed = method === "apps.connections.open" ? slack.appToken : slack.botToken;
  if (token !== needed) return { ok: false, error: "invalid_auth" };
  const reply = slack.call(method, given);
  if (method === "apps.connections.open") return { ...reply, url: `ws://${slack.root}/socket` };
  if (method === "files.info" && typeof reply.file === "object" && reply.file !== null) {
    return { ...reply, file: { ...reply.file, url_private_download: `http://${slack.root}/files/${String(given.file)}` } };
  }
  return "upload_url" in reply ? { ...reply, upload_url: `http://${slack.root}/upload/${String(reply.file_id)}` } : reply;
}

function upload({ files }: FakeSlackState, id: string, bytes: Uint8Array, response: ServerResponse): void {
  const file = files.find((one) => one.id === id);
  if (file) file.bytes = bytes;
  response.writeHead(file ? 200 : 404).end();
}

/** Whoever has no token of the workspace gets the page to sign in. */
function download(slack: FakeSlackControl, id: string, { headers }: IncomingMessage, response: ServerResponse): void {
  const file = slack.files.find((one) => one.id === id);
  const mayRead = headers.authorization === `Bearer ${slack.botToken}`;
  if (!mayRead) response.writeHead(200, { "content-type": "text/html" }).end("<html>Sign in</html>");
  else if (file) response.writeHead(200, { "content-type": file.mimetype ?? "application/octet-stream" }).end(file.bytes);
  else response.writeHead(404).end();
}

function parametersOf(body: string, type: string): Given {
  return type.startsWith("application/json") ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
}
