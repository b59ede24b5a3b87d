import { openQueue } from "#db/queue/open-queue.ts";
import { job, kinds } from "./jobs.ts";

// A process of its own for tests to kill: says "handling" and never ends.
const [dataDir = "", url, id = ""] = process.argv.slice(2);
const queue = await openQueue({ dataDir, url: url === "" ? undefined : url });
await queue.work(
  kinds(() => {
    console.log("handling");
    return new Promise(() => {});
  }),
  [],
);
await queue.insert([job({ id })]);
