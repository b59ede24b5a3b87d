import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NewMessage } from "#core/model/inbound.ts";
import type { Settings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { day, hour, minute } from "#core/rules/time.ts";
import { processDueFollowUps } from "#core/usecases/followups/process-due.ts";
import { ingestBatch } from "#core/usecases/messages/ingest-batch.ts";
import { type Core, openCore } from "#tests/support/context.ts";
import { contactRow } from "#tests/support/records/records.ts";
import { type BenchRow, median, ms, perSecond } from "./support/row.ts";

const begin = Date.parse("2026-03-04T10:00:00Z");
const batchSize = 500;
const people = 1_000;
const few = 10_000;
const chunk = 2_000;

/** What a customer and we say, one after the other: questions, a promise, a comparison. */
const talk = [
  ["inbound", "Hello"],
  ["inbound", "How much is the deluxe room?"],
  ["outbound", "It is 4,500 a night. Which date do you need?"],
  ["inbound", "Is it better than the standard one?"],
  ["outbound", "I'll get back to you tomorrow"],
  ["inbound", "Okay, thanks"],
  ["outbound", "It has a view and breakfast. Shall I book it for you?"],
] as const;

/** What follow-ups cost: with every message, when nothing is due, and for each that is. */
export async function benchFollowUps(count: number, rounds: number): Promise<BenchRow[]> {
  const [on, off]: [number[], number[]] = [[], []];
  const fired: number[] = [];
  await perMessage(settingsWith(true));
  for (let round = 0; round < rounds; round++) {
    for (const isOn of round % 2 === 0 ? [true, false] : [false, true]) (isOn ? on : off).push(await perMessage(settingsWith(isOn)));
    fired.push(await firing());
  }
  const [small, large] = [await idleTick(few), await idleTick(count)];
  const [withUs, withoutUs] = [median(on), median(off)];
  const contacts = count.toLocaleString("en");
  return [
    {
      what: "due times kept with each message",
      measured: `${withUs.toFixed(0)} µs CPU a message`,
      limit: `${withoutUs.toFixed(0)} µs with every trigger off`,
      ratio: withUs / withoutUs,
      goal: "≤ 1.15×",
      met: withUs / withoutUs <= 1.15,
    },
    {
      what: `a tick with nothing due, ${contacts} contacts with due times`,
      measured: ms(large),
      limit: `${ms(small)} at ${few.toLocaleString("en")}`,
      ratio: large / small,
      goal: "≤ 3 ms, ≤ 1.5×",
      met: large <= 3 && large / small <= 1.5,
    },
    {
      what: `follow-ups proposed when ${people.toLocaleString("en")} are due`,
      measured: perSecond(median(fired)),
      limit: "",
      ratio: null,
      goal: "",
      met: null,
    },
  ];
}

function settingsWith(enabled: boolean): Settings {
  const settings = { ...defaultSettings(), timeZone: "UTC" };
  const { promise, ghosting, undecided, disengaged } = settings.followUps;
  const all = {
    promise: { ...promise, enabled },
    ghosting: { ...ghosting, enabled },
    undecided: { ...undecided, enabled },
    disengaged: { ...disengaged, enabled },
  };
  return { ...settings, followUps: { ...settings.followUps, ...all } };
}

/** Runs `work` over a database of its own, and takes it away after it. */
async function within<T>(now: () => number, settings: Settings, work: (core: Core) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  const core = await openCore(now, settings, folder);
  try {
    return await work(core);
  } finally {
    await core.close();
    rmSync(folder, { recursive: true });
  }
}

/** All of the talk with all of the people, in batches; µs on a core for each message. */
async function perMessage(settings: Settings): Promise<number> {
  let now = begin;
  return within(
    () => now,
    settings,
    async (core) => {
      const before = process.cpuUsage();
      for (let turn = 0; turn < talk.length; turn++) {
        now += 10 * minute;
        await tell(core, turn);
      }
      const { user, system } = process.cpuUsage(before);
      return (user + system) / (talk.length * people);
    },
  );
}

async function tell({ ctx }: Core, turn: number): Promise<void> {
  const [direction, text] = talk[turn] ?? talk[0];
  const author = direction === "inbound" ? "customer" : "bot";
  for (let first = 0; first < people; first += batchSize) {
    const batch = Array.from({ length: batchSize }, (_, i): NewMessage => {
      const common = { channel: "telegram", account: "main", sentAt: null, origin: "api" } as const;
      return { ...common, media: [], externalId: `${first + i}:${turn}`, direction, author, from: { externalId: `${first + i}`, name: "Ana" }, text };
    });
    await ingestBatch(ctx, batch);
  }
}

/** Follow-ups a second, when everybody's question has waited for a day. */
async function firing(): Promise<number> {
  let now = begin;
  return within(
    () => now,
    settingsWith(true),
    async (core) => {
      for (const turn of [0, 1, 2]) {
        now += 10 * minute;
        await tell(core, turn);
      }
      now += 24 * hour;
      const started = performance.now();
      const tended = await processDueFollowUps(core.ctx, { limit: 2 * people });
      const took = performance.now() - started;
      if (tended !== people) throw new Error(`${tended} of ${people} were due`);
      return (people / took) * 1000;
    },
  );
}

/** Ms of a look at what is due, where each of so many contacts waits for another day. */
async function idleTick(count: number): Promise<number> {
  return within(
    () => begin,
    settingsWith(true),
    async ({ ctx }) => {
      for (let first = 0; first < count; first += chunk) {
        const changes = new ChangeSet();
        for (let i = first; i < Math.min(count, first + chunk); i++) {
          const contact = contactRow(`con_${String(i).padStart(9, "0")}`);
          changes.insert("contacts", contact);
          const dueAt = begin + day + ((i * 7_919) % (30 * day));
          changes.insert("dues", { agentId: contact.agentId, contactId: contact.id, trigger: "ghosting", dueAt, episode: "msg_1", attempt: 1 });
        }
        await ctx.store.commit(changes);
      }
      const took: number[] = [];
      for (let tick = 0; tick < 220; tick++) {
        const started = performance.now();
        const tended = await processDueFollowUps(ctx, { limit: 100 });
        if (tick >= 20) took.push(performance.now() - started);
        if (tended !== 0) throw new Error(`${tended} were due`);
      }
      return median(took);
    },
  );
}
