import { SingleBar } from "cli-progress";
import Table from "cli-table3";
import { program } from "commander";
import { startPostgres } from "#tests/support/services/postgres.ts";
import { runSends, type SendResult } from "./send.ts";
import { openStage } from "./stage.ts";

program
  .name("npm run faults --")
  .description("Ends the product's process where it hurts, and audits what is left. Exit code 1 on any contradiction.");
program
  .command("send")
  .description("kill -9 at random moments of sending, real processes, pace lifted")
  .option("--sends <count>", "replies", "5000")
  .option("--kills <count>", "kills", "200")
  .option("--seed <number>", "of the moments and the recipients", "1")
  .option("--queue <kind>", "pglite or postgres", "pglite")
  .action(send);
// Exit takes the processes along.
process.once("SIGINT", () => process.exit(130));
await program.parseAsync();

async function send({ sends, kills, seed, queue }: Record<"sends" | "kills" | "seed" | "queue", string>): Promise<void> {
  const postgres = queue === "postgres" ? await startPostgres() : undefined;
  const stage = await openStage({ travelMs: 60, env: { CLAIM_MS: "5000", ...(postgres ? { QUEUE_URL: await postgres.database() } : {}) } });
  const bar = new SingleBar({ format: `{bar} {value}/{total} replies, {kills} kills, {duration_formatted}`, noTTYOutput: false });
  bar.start(Number(sends), 0, { kills: 0 });
  try {
    const progress = (sent: number, killed: number) => bar.update(sent, { kills: killed });
    const result = await runSends(stage, { sends: Number(sends), kills: Number(kills), seed: Number(seed), progress });
    bar.stop();
    report(result);
  } finally {
    bar.stop();
    await stage.close();
    await postgres?.remove();
  }
}

function report({ replies, states, duplicates, lost, overtaken, contradictions, killed, terminated }: SendResult): void {
  const sum = (of: "inFlight" | "unknown") => killed.reduce((total, one) => total + one[of], 0);
  const exceeded = killed.filter(({ inFlight, unknown }) => unknown > inFlight).length;
  const faults = [duplicates, lost, overtaken, contradictions.length, exceeded, terminated.unknown];
  const table = new Table({ head: ["", "count", "must be"], style: { head: [] } });
  table.push(
    ["replies answered", replies, ""],
    ["kills", killed.length, ""],
    ...Object.entries(states).map(([state, count]) => [state, count, ""]),
    ["in flight when killed", sum("inFlight"), ""],
    ["kills with more unknown than in flight", exceeded, "0"],
    ["unknown after SIGTERM", terminated.unknown, "0"],
    ["duplicates at the platform", duplicates, "0"],
    ["lost", lost, "0"],
    ["overtaken by a later reply", overtaken, "0"],
    ["contradictions", contradictions.length, "0"],
  );
  console.log(table.toString());
  for (const contradiction of contradictions.slice(0, 20)) console.log(contradiction);
  process.exitCode = faults.some((count) => count > 0) ? 1 : 0;
}
