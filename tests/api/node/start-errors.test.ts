import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import Database from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import { startChild } from "#tests/faults/child.ts";
import { tempFolder } from "#tests/support/database.ts";

type Env = Record<string, string>;
type Place = { file(name: string): string };
/** What is there before the start, with the variables of the start, and what the line is to say: what is at fault, and the cure. */
type FaultyStart = [name: string, make: (place: Place) => Env | Promise<Env>, line: RegExp];

async function httpAnswering(status: number, text = "{}"): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(status).end(text));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  // A server that listens on a port has an address of this form.
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Takes connections and closes them at once. */
async function tcpClosing(): Promise<string> {
  const server = createTcpServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function withFile(place: Place, name: string, content = "not what belongs here, and long enough to be read as something"): string {
  mkdirSync(place.file("data"), { recursive: true });
  const path = place.file(`data/${name}`);
  writeFileSync(path, content);
  return path;
}

function withFolder(place: Place, name: string): void {
  mkdirSync(place.file(`data/${name}`), { recursive: true });
}

const addresses: FaultyStart[] = [
  ["a HOST that is no name", () => ({ HOST: "not.a.host.invalid" }), /^HOST not\.a\.host\.invalid .*set HOST to 127\.0\.0\.1/],
  ["a HOST of another machine", () => ({ HOST: "8.8.8.8" }), /^HOST 8\.8\.8\.8 .*set HOST to 127\.0\.0\.1/],
  ["a HOST that is half an address", () => ({ HOST: "300.1.1.1" }), /^HOST 300\.1\.1\.1 .*set HOST to/],
  ["an IPv6 HOST of another machine", () => ({ HOST: "2001:db8::1" }), /^HOST 2001:db8::1 .*set HOST to/],
];

const folders: FaultyStart[] = [
  ["a DATA_DIR in /proc", () => ({ DATA_DIR: "/proc/nope" }), /^\/proc\/nope .*set DATA_DIR/],
  ["a DATA_DIR deep in /proc", () => ({ DATA_DIR: "/proc/nope/a/b" }), /^\/proc\/nope\/a\/b .*set DATA_DIR/],
  ["a DATA_DIR in /sys", () => ({ DATA_DIR: "/sys/nope" }), /^\/sys\/nope .*set DATA_DIR/],
  ["a DATA_DIR that is a file", (place) => ({ DATA_DIR: withFile(place, "file") }), /file .*is a file: .*set DATA_DIR/],
  ["a DATA_DIR below a file", (place) => ({ DATA_DIR: `${withFile(place, "file")}/sub` }), /file\/sub .*is a file: .*set DATA_DIR/],
  [
    "a DATA_DIR that is a link to nowhere",
    (place) => {
      symlinkSync(place.file("gone"), place.file("link"));
      return { DATA_DIR: place.file("link") };
    },
    /link .*set DATA_DIR/,
  ],
  ["a DATABASE_URL in /proc", () => ({ DATABASE_URL: "file:/proc/nope/x.db" }), /^\/proc\/nope .*set DATABASE_URL/],
  ["a DATABASE_URL that is a device", () => ({ DATABASE_URL: "file:/dev/full" }), /^\/dev\/full .*set DATABASE_URL/],
];

function saysOf(name: string, file: string, line: RegExp, content?: string): FaultyStart {
  return [
    name,
    (place) => {
      withFile(place, file, content);
      return {};
    },
    line,
  ];
}

function isFolder(file: string, line: RegExp): FaultyStart {
  return [
    `a folder in the place of ${file}`,
    (place) => {
      withFolder(place, file);
      return {};
    },
    line,
  ];
}

const files: FaultyStart[] = [
  saysOf("a rapport.db that is no database", "rapport.db", /data\/rapport\.db is not a database: .*set DATA_DIR/),
  saysOf("a rapport.db that is too short for a database", "rapport.db", /data\/rapport\.db is not a database: /, "x"),
  saysOf(
    "a rapport.db that only begins as a database",
    "rapport.db",
    /data\/rapport\.db .*restore a backup/,
    `SQLite format 3\0${"x".repeat(5_000)}`,
  ),
  saysOf("a rapport.db.lock that is none", "rapport.db.lock", /data\/rapport\.db\.lock is not a lock of Rapport: delete it/),
  saysOf("a queue.lock that is none", "queue.lock", /data\/queue\.lock is not a lock of Rapport: delete it/),
  saysOf("a queue that is a file", "queue", /data\/queue .*set DATA_DIR/),
  saysOf("an admin.key that is too short", "admin.key", /data\/admin\.key .*delete it .*API_KEY/, "short\n"),
  saysOf("an admin.key that is empty", "admin.key", /data\/admin\.key .*delete it .*API_KEY/, ""),
  saysOf("a secret.key that is too short", "secret.key", /data\/secret\.key .*backup.*SECRET_KEY/, "short\n"),
  isFolder("rapport.db", /data\/rapport\.db .*is a folder.*set DATA_DIR/),
  isFolder("rapport.db.lock", /data\/rapport\.db\.lock .*is a folder.*set DATA_DIR/),
  isFolder("rapport.db-wal", /data\/rapport\.db .*rapport\.db-wal/),
  isFolder("admin.key", /data\/admin\.key .*is a folder.*set DATA_DIR/),
  isFolder("secret.key", /data\/secret\.key .*is a folder.*set DATA_DIR/),
  isFolder("queue.lock", /data\/queue\.lock .*is a folder.*set DATA_DIR/),
  [
    "a rapport.db of another program",
    (place) => {
      withFolder(place, ".");
      const other = new Database(place.file("data/rapport.db"));
      other.exec("CREATE TABLE invoices (id)");
      other.close();
      return {};
    },
    /tables of another program: .*DATABASE_URL/,
  ],
];

const servers: FaultyStart[] = [
  ["a libSQL server that is not there", () => ({ DATABASE_URL: "libsql://127.0.0.1:1" }), /^DATABASE_URL: .*127\.0\.0\.1:1 .*correct DATABASE_URL/],
  ["a libSQL server of no name", () => ({ DATABASE_URL: "https://nowhere.invalid" }), /^DATABASE_URL: .*nowhere\.invalid .*correct DATABASE_URL/],
  ["a web server for a libSQL server", async () => ({ DATABASE_URL: `http://${await httpAnswering(404)}` }), /^DATABASE_URL: .*no libSQL server/],
  [
    "a page for an answer of libSQL",
    async () => ({ DATABASE_URL: `http://${await httpAnswering(200, "<p>")}` }),
    /^DATABASE_URL: .*no libSQL server/,
  ],
  [
    "a token that the server does not take",
    async () => ({ DATABASE_URL: `http://${await httpAnswering(401)}`, DATABASE_AUTH_TOKEN: "a-wrong-token" }),
    /^DATABASE_AUTH_TOKEN .*127\.0\.0\.1:\d+ .*401/,
  ],
  ["a DATABASE_URL that is none", () => ({ DATABASE_URL: "libsql://user name" }), /^DATABASE_URL: .*correct DATABASE_URL/],
  ["a QUEUE_URL where nobody listens", () => ({ QUEUE_URL: "postgres://127.0.0.1:1/queue" }), /^QUEUE_URL: .*ECONNREFUSED/],
  ["a QUEUE_URL of no name", () => ({ QUEUE_URL: "postgres://nowhere.invalid/queue" }), /^QUEUE_URL: .*correct QUEUE_URL/],
  ["a QUEUE_URL where no PostgreSQL is", async () => ({ QUEUE_URL: `postgres://${await tcpClosing()}/queue` }), /^QUEUE_URL: .*correct QUEUE_URL/],
];

describe("a start that cannot be", { timeout: 60_000 }, () => {
  it.each([...addresses, ...folders, ...files, ...servers])("says why and what to do on one line: %s", async (_name, make, line) => {
    const place = tempFolder();
    onTestFinished(() => place.remove());
    const env = await make(place);
    const child = startChild("api/main.ts", [], { PORT: "0", DATA_DIR: place.file("data"), LOG_LEVEL: "fatal", ...env });
    onTestFinished(() => child.kill("SIGKILL"));

    const said = await child.hear(/^((?:.|\n)*\n)/);
    const code = await child.ended;

    expect(said).toMatch(line);
    expect(said).toMatch(/^[^\n]{20,400}\n$/);
    expect(said).not.toMatch(/listens|a-wrong-token|^\s+at /);
    expect(code).toBe(1);
  });
});
