import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";

export type ToyFault = { status: number; body: string } | "hang" | "drop";
/** `ref` is what we have sent with it. */
export type TakenMessage = { id: string; number: string; to: string; text: string; ref: string };

/** The toy platform on loopback: takes messages, and calls its hook, each chat in its order, until it is answered with 200. */
export class ToyPlatform {
  hookUrl = "";
  readonly taken: TakenMessage[] = [];
  readonly faults: ToyFault[] = [];
  /** Called with each message that was taken, before the platform answers. */
  beforeAnswer: (message: TakenMessage) => Promise<void> = async () => {};
  attempts = 0;
  /** Of the last call. */
  lastStatus = 0;
  unconfirmed = 0;
  readonly keys: Record<string, string>;
  private readonly chats = new Map<string, Promise<void>>();
  private readonly server = createServer((request, response) => {
    void text(request).then((body) => this.take(String(request.headers["x-toy-key"]), request.url ?? "", body, response));
  });
  private closed = false;
  private ids = 0;

  /** `keys`: those of its accounts, by number. */
  constructor(keys: Record<string, string>) {
    this.keys = keys;
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get root(): string {
    // A server on a port has an address of this form.
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Resolves when the hook has answered 200. Repeats the call until then, and gives all its answers. */
  tell(number: string, chat: string, update: object): Promise<number[]> {
    this.unconfirmed += 1;
    const answers: number[] = [];
    const before = this.chats.get(chat) ?? Promise.resolve();
    const done = before.then(async () => {
      while (!this.closed && answers.at(-1) !== 200) {
        answers.push(await this.call(number, update));
        if (answers.at(-1) !== 200) await pause(5);
      }
      this.unconfirmed -= 1;
    });
    this.chats.set(chat, done);
    return done.then(() => answers);
  }

  writes(number: string, chat: string, words: string, at: number): Promise<number[]> {
    this.ids += 1;
    return this.tell(number, chat, { id: `in-${this.ids}`, number, from: { id: chat, name: "Ana" }, text: words, at });
  }

  /** One call, as the platform makes it; its status. */
  async call(number: string, update: object, key = this.keys[number] ?? ""): Promise<number> {
    const headers = { "content-type": "application/json", "x-toy-key": key };
    const answer = await fetch(this.hookUrl, { method: "POST", headers, body: JSON.stringify({ ...update, number }) });
    await answer.body?.cancel();
    this.lastStatus = answer.status;
    return answer.status;
  }

  /** Resolves when all calls are answered. */
  async settled(): Promise<void> {
    while (this.unconfirmed > 0) await Promise.all(this.chats.values());
  }

  async close(): Promise<void> {
    this.closed = true;
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async take(key: string, path: string, body: string, response: ServerResponse): Promise<void> {
    if (path !== "/send") return void response.end("pong");
    this.attempts += 1;
    const fault = this.faults.shift();
    if (typeof fault === "object") return void response.writeHead(fault.status).end(fault.body);
    this.ids += 1;
    const number = Object.entries(this.keys).find(([, each]) => each === key)?.[0] ?? "";
    const message: TakenMessage = { id: `out-${this.ids}`, number, ...JSON.parse(body) };
    this.taken.push(message);
    if (fault === "drop") return void response.destroy();
    if (fault === "hang") return;
    await this.beforeAnswer(message);
    response.end(JSON.stringify({ id: message.id, at: Date.now() }));
  }
}
