import { readEnv } from "#api/env.ts";
import { silentLogger } from "#api/logger.ts";
import { startEverything } from "#api/node/compose.ts";
import { channelRoster } from "#bots/channels/index.ts";

/* A process of its own for prepared-queue.ts: starts the product on the data folder that it is given, and stops it when it works. */

const [dataDir = ""] = process.argv.slice(2);
const { working, stop } = await startEverything(readEnv(channelRoster, { PORT: "0", DATA_DIR: dataDir }), silentLogger);
await working;
await stop();
