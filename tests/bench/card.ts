import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startFakeSlack } from "#tests/support/slack/fake-slack.ts";
import { startFakeTelegram } from "#tests/support/telegram/fake-telegram.ts";
import { type BenchRow, median, ms } from "./support/row.ts";
import { jobsRun, startServer } from "./support/server.ts";

const channel = "C0STAFF";
/** Each of another customer, far enough apart that Slack's one message a second in a channel holds none up. */
const customers = 10;
const apartMs = 4_000;
/** The longest from the customer's message to the card (issue 13). */
const goalMs = 3_000;

/** From a message on Telegram that calls for a person to its card in Slack: the whole product, between two fake platforms on loopback. */
export async function benchCard(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  const [telegram, slack] = [await startFakeTelegram(), await startFakeSlack()];
  const server = await startServer(dataDir, {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    SLACK_CHANNEL: channel,
  });
  try {
    // The first start makes the queue's database, for which `benchStart` has a row of its own.
    await jobsRun(server);
    const took: number[] = [];
    for (let at = 1; at <= customers; at++) {
      const name = `Customer${at}`;
      const from = { id: 1000 + at, is_bot: false, first_name: name };
      const sent = performance.now();
      telegram.update({
        message: {
          message_id: at,
          date: Math.floor(Date.now() / 1000),
          chat: { id: from.id, type: "private" },
          from,
          text: "I want a real person NOW",
        },
      });
      const isCard = (blocks: unknown) => JSON.stringify(blocks).includes("🚨") && JSON.stringify(blocks).includes(`*${name}*`);
      while (!slack.in(channel).some(({ blocks }) => isCard(blocks))) {
        if (performance.now() - sent > 60_000) throw new Error("no card has come for a minute");
        await pause(5);
      }
      took.push(performance.now() - sent);
      await pause(apartMs);
    }
    const slowest = Math.max(...took);
    const limits = { limit: "", ratio: null };
    return [
      { what: "message on Telegram to its alert in Slack, the middle one", measured: ms(median(took)), ...limits, goal: "", met: null },
      { what: `the slowest of ${customers}`, measured: ms(slowest), ...limits, goal: `≤ ${goalMs / 1000} s`, met: slowest <= goalMs },
    ];
  } finally {
    await server.stop();
    await Promise.all([telegram.close(), slack.close()]);
    rmSync(dataDir, { recursive: true });
  }
}
