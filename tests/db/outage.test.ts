import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CrmError } from "#core/errors.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Store } from "#core/ports/store.ts";
import { recordConsent } from "#core/usecases/consents/record-consent.ts";
import { createContact } from "#core/usecases/contacts/create-contact.ts";
import { deleteContact } from "#core/usecases/contacts/delete-contact.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { withOutages } from "#db/outage.ts";
import { openRemote } from "#db/remote.ts";
import { statement } from "#db/sql.ts";
import { contextOf } from "#tests/support/context.ts";
import { addAgent } from "#tests/support/database.ts";
import { has } from "#tests/support/services/needs.ts";
import { mountSmallDisk } from "#tests/support/services/small-disk.ts";
import { startSqld } from "#tests/support/services/sqld.ts";

const tag = (n: number) => ({ id: `tag_${n}`, agentId: "agt_test", name: `T${n}`, nameKey: `t${n}`, createdAt: n });
const put = (store: Store, n: number) => store.commit(new ChangeSet().put("tags", tag(n)));

async function failureOf(work: Promise<unknown>): Promise<CrmError> {
  const error = await work.then(
    () => expect.fail("it was taken"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof CrmError)) throw error;
  expect(error.code).toBe("unavailable");
  return error;
}

describe("the files of a running database", () => {
  let folder: string;
  let path: string;
  let database: Database;
  let store: Store;
  let seen: (string | null)[];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "rapport-outage-"));
    mkdirSync(join(folder, "data"));
    path = join(folder, "data", "rapport.db");
    seen = [];
    database = await openDatabase({ url: `file:${path}`, onOutage: (outage) => void seen.push(outage && String(outage.details.cause)) });
    store = await addAgent(database.directory, "agt_test");
    await put(store, 1);
  });
  afterEach(async () => {
    await database.close().catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  });

  const aside = () => join(folder, "aside");
  const replacement = () => copyFileSync(path, `${path}.copy`);
  it.each([
    { what: "moved away", pull: () => renameSync(path, aside()), cause: "ENOENT" },
    { what: "deleted", pull: () => rmSync(path), cause: "ENOENT" },
    {
      what: "replaced by a copy",
      pull: () => {
        replacement();
        renameSync(`${path}.copy`, path);
      },
      cause: "moved",
    },
    {
      what: "replaced by something else",
      pull: () => {
        writeFileSync(`${path}.copy`, "no database");
        renameSync(`${path}.copy`, path);
      },
      cause: "moved",
    },
    { what: "cut short", pull: () => truncateSync(path, statSync(path).size - 4096), cause: "cut" },
    { what: "without their log", pull: () => rmSync(`${path}-wal`), cause: "log_gone" },
    { what: "with another log", pull: () => renameAndCopy(`${path}-wal`), cause: "log_gone" },
    { what: "in a folder that was moved", pull: () => renameSync(dirname(path), aside()), cause: "ENOENT" },
    {
      what: "in a folder under another",
      pull: () => {
        renameSync(dirname(path), aside());
        mkdirSync(dirname(path));
      },
      cause: "ENOENT",
    },
  ])("that are $what are written to no more, and the cause is told once", async ({ pull, cause }) => {
    pull();

    const failures = await Promise.all([2, 3, 4].map(async (n) => failureOf(put(store, n))));

    for (const error of failures) expect(error.details).toMatchObject({ cause });
    expect((await failureOf(database.ready())).details).toMatchObject({ cause });
    expect(seen).toEqual([cause]);
  });

  it("are used again when they are back, and nothing was half written meanwhile", async () => {
    renameSync(path, aside());
    await failureOf(put(store, 2));
    renameSync(aside(), path);

    await database.ready();
    await put(store, 3);

    expect((await store.labels.tags()).map(({ id }) => id)).toEqual(["tag_1", "tag_3"]);
    expect(seen).toEqual(["ENOENT", null]);
  });

  it("hold what was in a log that somebody has deleted", async () => {
    rmSync(`${path}-wal`);
    await failureOf(database.ready());

    // As after a kill: the file alone.
    copyFileSync(path, aside());
    const other = await openDatabase({ url: `file:${aside()}` });
    expect((await other.directory.store("agt_test").labels.tags()).map(({ id }) => id)).toEqual(["tag_1"]);
    await other.close();
  });

  it("are found gone within seconds though nobody writes", async () => {
    renameSync(path, aside());
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual(["ENOENT"]);
  });

  it.skipIf(process.getuid?.() === 0)("that may not be reached any more are written to no more", async () => {
    chmodSync(dirname(path), 0o000);
    await failureOf(put(store, 2));
    chmodSync(dirname(path), 0o700);
    await put(store, 3);
  });
});

function renameAndCopy(path: string): void {
  copyFileSync(path, `${path}.copy`);
  renameSync(`${path}.copy`, path);
}

/** What the product asks for (api/node.ts), on disks that have less and more of it. */
const wanted = 24 << 20;

describe.skipIf(!has.tmpfs).each([8, 12, 16, 24])("a disk of %d MB that is full", (megabytes) => {
  let disk: ReturnType<typeof mountSmallDisk>;
  let database: Database;
  let reserved: number;
  const open = () => openDatabase({ url: `file:${join(disk.folder, "rapport.db")}`, reserveBytes: wanted });
  beforeEach(async () => {
    disk = mountSmallDisk(megabytes);
    database = await open();
    reserved = statSync(join(disk.folder, "rapport.db.reserve")).size;
    await addAgent(database.directory, "agt_test");
  });
  afterEach(async () => {
    await database.close().catch(() => {});
    disk.unmount();
  });

  const person = { channel: "web", account: "main", direction: "inbound", author: "customer", origin: "platform", externalId: null } as const;
  const says = (externalId: string, text: string) =>
    ingestMessage(contextOf(database, "agt_test", Date.now), { ...person, from: { externalId }, text, media: [], sentAt: null });

  /** As much as the reserve was at first; it is larger when the disk had more room at a later start. */
  const isWhole = () => statSync(join(disk.folder, "rapport.db.reserve")).size >= reserved;
  /** What can wait is taken only where it fits beside a reserve that is whole: in pages that a deletion has left, say. */
  async function refusedOrFits(work: Promise<unknown>): Promise<void> {
    const outcome: unknown = await work.catch((error: unknown) => error);
    const isRefused = outcome instanceof CrmError && outcome.details.cause === "SQLITE_FULL";
    expect(isRefused || isWhole()).toBe(true);
  }
  /** The log has room for a while that it has taken before. */
  async function untilRefused(): Promise<CrmError> {
    for (let n = 0; n < 5_000; n++) {
      const outcome = await says("filling", `Message ${n} ${"x".repeat(3_000)}`).catch((error: unknown) => error);
      if (outcome instanceof CrmError) return outcome;
      if (outcome instanceof Error) throw outcome;
    }
    return expect.fail("the disk takes everything");
  }

  it.each([false, true])(
    "(long log: %s) refuses what can wait with 503's code, takes opt-outs and deletions, and goes on when there is space",
    async (isLogLong) => {
      const ctx = contextOf(database, "agt_test", Date.now);
      const stopper = (await says("ana", "Hello")).contact;
      const byStaff = (await says("eva", "Hello")).contact;
      const leaver = (await says("ben", "My e-mail is ben@example.com")).contact;
      for (let n = 0; n < 20; n++) await says(`more${n}`, "Hello");
      // Much is in the log, and has not been carried over into the file yet.
      if (isLogLong) await untilRefused();
      disk.fill();
      const refused = await untilRefused();
      expect(refused).toMatchObject({ code: "unavailable", details: { cause: "SQLITE_FULL" } });
      expect((await failureOf(database.ready())).details).toMatchObject({ cause: "SQLITE_FULL" });

      expect((await says("ana", "STOP")).contact.optedOut).toBe(true);
      await recordConsent(ctx, { contactId: byStaff.id, decision: "opt_out", source: "staff", reason: null });
      await deleteContact(ctx, { id: leaver.id });
      for (let n = 0; n < 14; n++) expect((await says(`more${n}`, "STOP")).contact.optedOut).toBe(true);

      // A deletion empties the log, which may have been so long that there is space again.
      await refusedOrFits(database.ready());
      await refusedOrFits(says("new", "Hello"));
      await refusedOrFits(createContact(ctx, { source: "manual", name: "New" }));
      const { contacts } = ctx.store;
      expect([await contacts.find(stopper.id), await contacts.find(byStaff.id)]).toMatchObject([{ optedOut: true }, { optedOut: true }]);
      expect(await contacts.find(leaver.id)).toBeNull();

      // Whatever is given back is taken by others at once.
      for (let n = 0; n < 6; n++) {
        disk.fill();
        if (n % 2 === 0) await deleteContact(ctx, { id: (await says(`more${n}`, "STOP")).contact.id });
        disk.fill();
        expect((await says(`more${n + 14}`, "STOP")).contact.optedOut).toBe(true);
      }
      disk.fill();
      await refusedOrFits(says("new", "Hello"));

      // What is left of a reserve does not count as a whole one after a restart.
      await database.close();
      database = await open();
      await refusedOrFits(contextOf(database, "agt_test", Date.now).store.commit(new ChangeSet().put("tags", tag(1))));
      expect((await says("more0", "STOP")).contact.optedOut).toBe(true);

      disk.free();
      await database.ready();
      expect((await says("other", "Hello again")).isNew).toBe(true);
      expect(isWhole()).toBe(true);
    },
  );
});

describe("a libSQL server", () => {
  it.skipIf(!has.sqld)("that dies is unavailable, and says what to look at", async () => {
    const server = await startSqld();
    const database = await openDatabase({ url: server.url });
    const store = await addAgent(database.directory, "agt_test");
    await server.stop();
    const failures = await Promise.all([put(store, 1), store.labels.tags(), database.ready()].map(failureOf));
    for (const error of failures) expect(error.message).toContain("DATABASE_URL");
    await database.close();
  });

  it.each([
    { what: "takes a call and says nothing", begin: "" },
    { what: "stops in the middle of an answer", begin: '{"baton":' },
  ])("that $what is given up, and is unavailable with the cause", async ({ begin }) => {
    const server = createServer((_, response) => {
      if (begin !== "") response.writeHead(200, { "content-type": "application/json" }).write(begin);
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    // A server that listens on TCP has an address with a port.
    const { port } = server.address() as AddressInfo;
    const seen: (string | null)[] = [];
    const remote = openRemote(`http://127.0.0.1:${port}`, undefined, 50);
    const connection = withOutages(remote, (outage) => void seen.push(outage && String(outage.details.cause)));
    const one = [statement("SELECT 1")];
    const failures = await Promise.all([connection.ready(false), connection.read(one), connection.write(one)].map(failureOf));
    for (const error of failures) expect([error.message, error.details.cause]).toEqual([expect.stringContaining("DATABASE_URL"), "TimeoutError"]);
    expect(seen).toEqual(["TimeoutError"]);
    await connection.close();
    server.closeAllConnections();
    server.close();
  });

  it.each([
    { what: "HTML", status: 200, body: "<html>nothing here</html>" },
    { what: "another JSON", status: 200, body: "{}" },
    { what: "no access", status: 401, body: "" },
    { what: "a gateway's fault", status: 502, body: "bad gateway" },
    { what: "nothing at its path", status: 404, body: "" },
    { what: "nothing", status: 0, body: "" },
  ])("that answers $what is unavailable", async ({ status, body }) => {
    const server = createServer((request, response) => {
      if (status === 0) request.socket.destroy();
      else response.writeHead(status).end(body);
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    // A server that listens on TCP has an address with a port.
    const { port } = server.address() as AddressInfo;
    const connection = withOutages(openRemote(`http://127.0.0.1:${port}`, undefined), () => {});
    const failures = await Promise.all([connection.ready(false), connection.read([]), connection.write([])].map(failureOf));
    for (const error of failures) expect(error.message).toContain("DATABASE_URL");
    await connection.close();
    server.closeAllConnections();
    server.close();
  });
});
