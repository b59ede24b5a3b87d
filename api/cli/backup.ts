import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { CrmError } from "#core/errors.ts";
import { backUp } from "#db/backup/backup.ts";
import { BackupError, digestOfKey } from "#db/backup/contents.ts";
import { type Env, readEnv } from "../env.ts";
import { databaseOf } from "../node/database-of.ts";
import { runCommand } from "../node/run-command.ts";
import { installedVersion } from "../node/version.ts";

function keysOf({ DATA_DIR, API_KEY, SECRET_KEY }: Env): { adminKey: string | null; secretKey: string | null; secretKeyDigest: string } {
  const inFolder = (name: string) => {
    const path = join(DATA_DIR, name);
    if (!existsSync(path)) throw new BackupError(`${path} does not exist, and the environment has no key instead: is DATA_DIR right?`);
    return readFileSync(path, "utf8");
  };
  const adminKey = API_KEY === undefined ? inFolder("admin.key") : null;
  const secretKey = SECRET_KEY === undefined ? inFolder("secret.key") : null;
  return { adminKey, secretKey, secretKeyDigest: digestOfKey(SECRET_KEY ?? secretKey?.trim() ?? "") };
}

async function main(): Promise<void> {
  const program = new Command("npm run backup --")
    .description("Writes the data and the keys into one file, also while the server runs. Whoever has the file has everything: keep it safe.")
    .argument("<file>", "a new file")
    .showHelpAfterError()
    .parse();
  const [file = ""] = program.args;
  const env = readEnv([]);
  const contents = { createdAt: Date.now(), program: installedVersion(), ...keysOf(env) };
  const { bytes, contacts, messages } = await backUp(databaseOf(env), file, contents);
  console.log(`${file}: ${contacts} contacts, ${messages} messages, ${(bytes / 1e6).toFixed(1)} MB`);
  if (contents.secretKey === null) console.log("SECRET_KEY comes from the environment and is not in the file: keep it with the file.");
}

await runCommand(main, BackupError, CrmError);
