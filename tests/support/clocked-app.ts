import { onTestFinished } from "vitest";
import { Activity, VirtualGate } from "#api/cli/simulate/engine/activity.ts";
import { VirtualClock } from "#api/cli/simulate/engine/clock.ts";
import { Engine } from "#api/cli/simulate/engine/engine.ts";
import { watched } from "#api/cli/simulate/engine/watch.ts";
import { contextOf, systemRuntime } from "#api/context.ts";
import { telegramChannel } from "#bots/channels/telegram/telegram-channel.ts";
import { fetchPublic } from "#tests/support/public-fetch.ts";
import { type TestApp, testApp } from "./app.ts";
import { type FakeTelegram, startFakeTelegram } from "./telegram/fake-telegram.ts";

export type ClockedApp = { app: TestApp; telegram: FakeTelegram; now(): number; advance(to: number): Promise<void> };

/**
 * The API with its jobs and schedules on a virtual clock, ms since 1970, and the real Telegram channel at a Bot API server on
 * loopback.
 */
export async function clockedApp(start: number): Promise<ClockedApp> {
  const clock = new VirtualClock(start);
  let engine: Engine | null = null;
  const app = await testApp({ now: clock.now, wrap: (directory) => watched(directory, () => engine?.committed()) });
  const telegram = await startFakeTelegram({ now: clock.now });
  onTestFinished(() => telegram.close());
  (await app.post("/v1/connections", { channel: "telegram", token: telegram.token })).is(201);

  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const { token, apiRoot } = telegram;
  const channel = telegramChannel({
    token,
    apiRoot,
    account: "default",
    now: clock.now,
    wait: clock.wait,
    onPoison: async () => {},
    fetchPublic,
    log: quiet,
  });
  const activity = new Activity();
  const connected = { channel, gate: new VirtualGate(activity, channel.rules.pace, clock.now, clock.wait) };
  const running = new Engine({
    directory: app.directory,
    contextFor: (id) => contextOf(systemRuntime(clock.now), app.directory, id, { kind: "system", id: "system" }),
    clock,
    channelFor: () => connected,
    activity,
    grain: { ms: 60_000, atLeastMs: 3_600_000 },
  });
  engine = running;
  return { app, telegram, now: clock.now, advance: (to) => running.advance(to) };
}
