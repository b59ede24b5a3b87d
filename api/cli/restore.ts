import { Command } from "commander";
import { CrmError } from "#core/errors.ts";
import { BackupError } from "#db/backup/contents.ts";
import { restoreBackup } from "#db/backup/restore.ts";
import { readEnv } from "../env.ts";
import { runCommand } from "../node/run-command.ts";

type RestoreFlags = { erasures: string[]; continueSending: boolean };

async function main(): Promise<void> {
  const program = new Command("npm run restore --")
    .description("Brings a backup back into the empty folder DATA_DIR. Start the server afterwards.")
    .argument("<file>", "a file made by npm run backup")
    .option("--erasures <path...>", "newer backups, or the former data folder: people deleted after the backup was made are deleted again", [])
    .option("--continue-sending", "the installation never ran again after the backup: what waited to be sent is sent", false)
    .showHelpAfterError()
    .parse();
  const [file = ""] = program.args;
  const options = program.opts<RestoreFlags>();
  const env = readEnv([]);
  if (env.DATABASE_URL !== undefined) {
    throw new BackupError(
      "DATABASE_URL is set: a backup is restored into DATA_DIR. Unset it; the restored file can be imported into a libSQL server.",
    );
  }
  const { createdAt, erased, held } = await restoreBackup({ file, dataDir: env.DATA_DIR, secretKey: env.SECRET_KEY, ...options, now: Date.now() });
  console.log(`${env.DATA_DIR} holds the backup of ${new Date(createdAt).toISOString()}. Start the server with npm start.`);
  if (erased > 0) console.log(`${erased} people deleted after it was made have been deleted again.`);
  if (options.erasures.length === 0) console.log("People deleted after it was made are back: restore with --erasures FOLDER to delete them again.");
  if (held > 0) console.log(`${held} messages that waited to be sent are marked unknown: staff decide whether they go out.`);
}

await runCommand(main, BackupError, CrmError);
