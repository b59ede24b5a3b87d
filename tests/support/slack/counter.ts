import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { Activity, VirtualGate } from "#api/cli/simulate/engine/activity.ts";
import { VirtualClock } from "#api/cli/simulate/engine/clock.ts";
import { Engine } from "#api/cli/simulate/engine/engine.ts";
import { watched } from "#api/cli/simulate/engine/watch.ts";
import { contextOf, systemRuntime } from "#api/context.ts";
import { channelRoster } from "#bots/channels/index.ts";
import { telegramChannel } from "#bots/channels/telegram/telegram-channel.ts";
import { staffApp } from "#bots/staff/index.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Role, StaffRecord } from "#core/model/staff.ts";
import { receiveEvent } from "#core/usecases/connections/receive-event.ts";
import { replaceSettings } from "#core/usecases/settings/replace-settings.ts";
import { inviteStaff } from "#core/usecases/staff/invite.ts";
import { fetchPublic } from "#tests/support/public-fetch.ts";
import { type TestApp, testApp } from "../app.ts";
import { type FakeTelegram, startFakeTelegram } from "../telegram/fake-telegram.ts";
import type { FakeUser } from "../telegram/fake-telegram-state.ts";
import { cardEffects } from "./card-effects.ts";
import { type FakeSlack, startFakeSlack } from "./fake-slack.ts";
import type { FakePerson } from "./fake-slack-state.ts";

/** Whether people who are new get a card: without one, their conversations are threads when somebody opens them. */
export async function showNewPeople({ app: { ctx } }: Pick<Counter, "app">, newPerson: Settings["inbox"]["newPerson"]): Promise<void> {
  const { version, document } = await ctx.store.settings.current();
  await replaceSettings(ctx, { version, document: { ...document, inbox: { ...document.inbox, newPerson } } });
}

export const staffChannel = "C0STAFF";
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

/** Customers on one side, staff on the other. */
export type Counter = {
  app: TestApp;
  telegram: FakeTelegram;
  slack: FakeSlack;
  now(): number;
  /** Carries out what is due until then. */
  advance(to: number): Promise<void>;
  /** A customer writes; resolves when it is durable here. */
  says(user: FakeUser, text: string, more?: Record<string, unknown>): Promise<void>;
  member(person: FakePerson, role: Role): Promise<StaffRecord>;
};

/** `newPerson`: without cards about people who are new, a test sees those that it is about. */
type CounterOptions = { newPerson?: Settings["inbox"]["newPerson"] };

/**
 * The API with its jobs and schedules on a virtual clock, ms since 1970; the real Telegram channel, polling a Bot API server on
 * loopback, and the real Slack app, over HTTP at a Slack on loopback.
 */
export async function openCounter(start: number, { newPerson = "none" }: CounterOptions = {}): Promise<Counter> {
  const clock = new VirtualClock(start);
  let engine: Engine | null = null;
  // Between two advances the clock stands still, and what staff do shows on its card all the same.
  let cards: ReturnType<typeof cardEffects> | null = null;
  let hasCalled = false;
  let isAdvancing = false;
  const app = await testApp({
    now: clock.now,
    wrap: (directory) =>
      watched(directory, () => {
        engine?.committed();
        if (hasCalled && !isAdvancing) cards?.committed();
      }),
  });
  await showNewPeople({ app }, newPerson);
  const runtime = systemRuntime(clock.now, undefined, channelRoster);
  const contextFor = (id: string) => contextOf(runtime, app.directory, id, { kind: "system", id: "system" });
  const { agentId } = app.ctx.store;
  const telegram = await startFakeTelegram({ now: clock.now });
  const slack = await startFakeSlack();

  // Seconds that Slack wants between two posts pass for Slack alone: the engine waits for a job that waits for them.
  let waited = 0;
  const slackNow = () => clock.now() + waited;
  slack.now = slackNow;
  const { botToken, signingSecret, apiUrl } = slack;
  const { staffChat, workspaces } = staffApp({
    directory: app.directory,
    contextFor,
    vault: { seal: async (text) => text, open: async (sealed) => sealed },
    environment: { agentId, botToken, signingSecret, channelId: staffChannel },
    apiUrl,
    now: slackNow,
    wait: async (ms, signal) => {
      if (signal.aborted) return;
      waited += Math.ceil(ms);
      await sleep(1);
    },
    fetchPublic,
    fetchMedia: async (_account, url) => channel.fetchMedia(url),
    log: quiet,
  });
  cards = cardEffects(app.directory, contextFor, () => staffChat);
  slack.hook = (request) => {
    hasCalled = true;
    return workspaces.hook(null, request);
  };
  await workspaces.refresh();

  (await app.post("/v1/connections", { channel: "telegram", token: telegram.token })).is(201);
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
    contextFor,
    clock,
    channelFor: () => connected,
    staffChat,
    activity,
    grain: { ms: 60_000, atLeastMs: 3_600_000 },
  });
  engine = running;
  await channel.start((event) => receiveEvent(contextFor(agentId), { channel: "telegram", account: "default" }, event));
  onTestFinished(async () => {
    await cards?.stop();
    await channel.stop();
    await telegram.close();
    await workspaces.stop();
    await slack.close();
  });

  return {
    app,
    telegram,
    slack,
    now: clock.now,
    advance: async (to) => {
      isAdvancing = true;
      await running.advance(to);
      isAdvancing = false;
    },
    says: async (user, text, more) => {
      telegram.say(user, text, more);
      await telegram.until(({ pending }) => pending.length === 0);
    },
    member: (person, role) => {
      slack.know(person);
      return inviteStaff(app.ctx, { name: person.name, email: person.email ?? "nobody@example.com", role });
    },
  };
}
