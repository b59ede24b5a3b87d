import { fileURLToPath } from "node:url";
import { fail } from "#core/errors.ts";
import type { Directory } from "#core/ports/store.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { openDirectory } from "./directory/directory.ts";
import { migrate } from "./migrate.ts";
import { type OutageListener, withOutages } from "./outage.ts";
import { type SecretKeyCheck, secretKeyCheck } from "./secret-key.ts";
import { raw } from "./sql.ts";
import { widenFormerKeys } from "./upgrades/former-keys.ts";
import { refreshStoredForms } from "./upgrades/stored-forms.ts";

/** `url`: `file:PATH` for a file of this process alone; `libsql://`, `https://` or `http://` for a libSQL server. */
export type DatabaseOptions = {
  url: string;
  authToken?: string | undefined;
  /** How much of the disk a local file holds for opt-outs and deletions; none when it is not said. */
  reserveBytes?: number | undefined;
  onOutage?: OutageListener | undefined;
  /** Called when a database of an earlier version is about to be brought up to date, before what takes long. */
  onUpgrade?: (() => void) | undefined;
  /** The variable that names the place, for errors. */
  setBy?: "DATABASE_URL" | "DATA_DIR" | undefined;
};

export type Database = {
  readonly kind: "local" | "remote";
  readonly directory: Directory;
  /** Keys made before the scopes `channels` and `settings` that have been given both: an upgrade takes nothing away. */
  readonly widenedKeys: number;
  /** Tells whether a secret key is the one that the stored credentials and suppressions were made with. */
  readonly secretKey: SecretKeyCheck;
  /** Throws when the database cannot be reached. */
  ready(): Promise<void>;
  close(): Promise<void>;
};

/** How often the database is looked at though nobody asks, in ms. */
const lookMs = 2_000;

/** Opens the database and brings its schema up to date. Throws on one line why it cannot be used, or that another process owns the file. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const connection = await connect(options);
  let widenedKeys = 0;
  try {
    const upgrading = once(options.onUpgrade);
    await migrate(connection, upgrading);
    await refreshStoredForms(connection, upgrading);
    widenedKeys = await widenFormerKeys(connection);
  } catch (error) {
    await connection.close();
    const path = localPath(options.url);
    if (path === null) throw error;
    const { failOnDatabaseFile } = await import("./files.ts");
    return failOnDatabaseFile(path, options.setBy ?? "DATABASE_URL", error);
  }
  const watched = withOutages(connection, options.onOutage ?? (() => {}));
  const look = setInterval(() => void watched.ready(false).catch(() => {}), lookMs).unref();
  return {
    kind: connection.kind,
    directory: openDirectory(watched),
    widenedKeys,
    secretKey: secretKeyCheck(watched),
    ready: () => watched.ready(false),
    close: () => {
      clearInterval(look);
      return connection.close();
    },
  };
}

function once(tell: (() => void) | undefined): () => void {
  let next = tell;
  return () => {
    next?.();
    next = undefined;
  };
}

/** Each driver is loaded only where it is used. */
async function connect({ url, authToken, reserveBytes, setBy }: DatabaseOptions): Promise<Connection> {
  const path = localPath(url);
  if (path !== null) {
    const { openLocal } = await import("./local.ts");
    return openLocal(path, reserveBytes, setBy);
  }
  const { firstAnswer, openRemote } = await import("./remote.ts");
  let remote: Connection | undefined;
  await firstAnswer(url, async () => {
    remote = openRemote(url, authToken);
    await rowsOf(remote, raw("SELECT 1"));
  });
  return remote ?? fail("unavailable", "the database cannot be reached");
}

/** The path that a database address names; null for a server. */
export function localPath(url: string): string | null {
  if (!url.startsWith("file:")) return null;
  return url.startsWith("file://") ? fileURLToPath(url) : url.slice("file:".length);
}
