import { Command } from "commander";
import { CrmError } from "#core/errors.ts";
import { openDatabase } from "#db/database.ts";
import { readEnv } from "../env.ts";
import { databaseOf } from "../node/database-of.ts";
import { runCommand } from "../node/run-command.ts";
import { takeNewSecretKey } from "../node/secret-key.ts";

const flag = "--the-former-key-is-lost";

async function main(): Promise<void> {
  const program = new Command("npm run new-secret-key --")
    .description("Starts anew with another secret key, when secret.key (or SECRET_KEY) is lost and no backup has it. Stop the server first.")
    .option(flag, "do it; without it, only says what would be lost", false)
    .showHelpAfterError()
    .parse();
  const confirmed = program.opts<{ theFormerKeyIsLost: boolean }>().theFormerKeyIsLost;
  const env = readEnv([]);
  const database = await openDatabase(databaseOf(env));
  try {
    const { losses, isKnown } = await takeNewSecretKey(env, database.secretKey, { confirmed, now: Date.now() });
    if (isKnown) return console.log("The secret key that is there is the right one: nothing was changed.");
    const { connections, workspaces, suppressions } = losses;
    console.log(`Accounts to be connected again: ${connections}. Slack workspaces to be connected again: ${workspaces}.`);
    console.log(`Deleted people who had opted out, and are not recognized when they are met again: ${suppressions}.`);
    console.log("Identity secrets of web sites (GET /v1/identity-secret) are others, and cursors of lists are refused once.");
    console.log(
      confirmed
        ? "The database takes the new key. Start the server with npm start."
        : `Nothing was changed. To go on: npm run new-secret-key -- ${flag}`,
    );
  } finally {
    await database.close();
  }
}

await runCommand(main, CrmError);
