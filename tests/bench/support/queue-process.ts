import { openQueue } from "#db/queue/open-queue.ts";

// A process with nothing but the queue, so that its start and its memory are the queue's own. Prints both and ends.
const [dataDir = "", url] = process.argv.slice(2);
const mb = () => process.memoryUsage.rss() / 1024 / 1024;
const [before, began] = [mb(), performance.now()];
const queue = await openQueue({ dataDir, url });
const kinds = Array.from({ length: 10 }, (_, index) => [`kind.${index}`, { handler: async () => {}, concurrency: 5, retries: 3 }]);
await queue.work(Object.fromEntries(kinds), []);
const startedInMs = performance.now() - began;
// Until the compiler and the collector are through with what the start left them.
await new Promise((resolve) => setTimeout(resolve, 3_000));
console.log(JSON.stringify({ startedInMs, addedMb: mb() - before }));
await queue.stop(0);
