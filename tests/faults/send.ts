import { setTimeout as pause } from "node:timers/promises";
import { randomFrom } from "#tests/support/records/random.ts";
import { type Audit, audit, inFlight } from "./audit.ts";
import { type Customer, Desk } from "./desk.ts";
import type { Stage } from "./stage.ts";

export type SendRun = { sends: number; kills: number; seed: number; customers?: number; progress?(sends: number, kills: number): void };
export type Killed = { inFlight: number; unknown: number };
export type SendResult = Audit & { killed: Killed[]; terminated: Killed };

/** Who may write at once. */
const writers = 16;
/** A kill comes within this time after jobs are handed out, so that it meets any step; one in ten comes while the product starts. */
const momentMs = 300;
const early = 0.1;

/**
 * Replies in rounds; in each round the product is killed at a random moment and started again, and the last one ends with
 * SIGTERM in the middle. Then waits until the ledger has settled.
 */
export async function runSends(stage: Stage, { sends, kills, seed, customers: count = 100, progress = () => {} }: SendRun): Promise<SendResult> {
  const random = randomFrom(seed);
  const desk = new Desk(stage);
  await stage.start();
  const customers = await desk.meet(count);
  const replied: string[] = [];
  const killed: Killed[] = [];
  const write = (from: number, to: number) =>
    all(from, to, async (number) => {
      replied.push((await desk.reply(pick(customers, random), `reply ${number}`)).id);
    });
  const round = async (at: number, end: () => Promise<Killed>): Promise<Killed> => {
    const [from, to] = [at, at + 1].map((edge) => Math.round((edge * sends) / (kills + 1)));
    const written = write(from ?? 0, to ?? 0);
    const ending = end();
    const [, ended] = await Promise.all([written, ending]);
    progress(to ?? 0, at);
    return ended;
  };

  for (let kill = 0; kill < kills; kill += 1) killed.push(await round(kill, () => endAt(desk, random() < early, random() * momentMs, "SIGKILL")));
  const terminated = await round(kills, () => endAt(desk, false, random() * momentMs, "SIGTERM"));
  await desk.settled(300_000);
  return { ...(await audit(desk, customers, replied)), killed, terminated };
}

/** Ends the product after a while and starts it again: what was in flight, and how many more are unknown. */
async function endAt(desk: Desk, isEarly: boolean, ms: number, signal: "SIGKILL" | "SIGTERM"): Promise<Killed> {
  const { stage } = desk;
  const before = (await desk.ledger("state=unknown")).length;
  if (!isEarly) await stage.working();
  await pause(ms);
  const code = await stage.end(signal);
  if (signal === "SIGTERM" && code !== 0) throw new Error(`the product ended with ${code} when it was asked to stop`);
  const flying = inFlight(stage.dataDir);
  await stage.start();
  return { inFlight: flying, unknown: (await desk.ledger("state=unknown")).length - before };
}

async function all(from: number, to: number, work: (number: number) => Promise<void>): Promise<void> {
  let next = from;
  const worker = async () => {
    for (let number = next++; number < to; number = next++) await work(number);
  };
  await Promise.all(Array.from({ length: writers }, worker));
}

function pick(customers: readonly Customer[], random: () => number): Customer {
  const customer = customers[Math.floor(random() * customers.length)];
  if (!customer) throw new Error("no customer has written");
  return customer;
}
