import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { features } from "#bots/staff/index.ts";
import { joinFeatures, type RegisteredFeatures } from "#bots/staff/slack/feature.ts";
import type { SlackEnvironment } from "#bots/staff/slack/options.ts";
import { slackStaffChat } from "#bots/staff/slack/staff-chat.ts";
import { Workspaces } from "#bots/staff/slack/workspace/workspaces.ts";
import { jobKinds } from "#core/jobs/handlers.ts";
import type { Role, StaffRecord } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";
import type { StaffChat } from "#core/ports/staff-chat.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import type { DeliverySender } from "#core/usecases/deliveries/sender.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { inviteStaff } from "#core/usecases/staff/invite.ts";
import { fetchPublic } from "#tests/support/public-fetch.ts";
import { contextOf, openCore } from "../context.ts";
import { cardEffects } from "./card-effects.ts";
import { type FakeSlack, startFakeSlack } from "./fake-slack.ts";
import type { FakePerson } from "./fake-slack-state.ts";

/** Monday noon in Manila. */
export const noon = Date.UTC(2026, 2, 2, 4);
export const maria: FakePerson = { id: "U0MARIA", name: "Maria Santos", email: "maria@example.com" };
export const carlo: FakePerson = { id: "U0CARLO", name: "Carlo Cruz", email: "carlo@example.com" };

export type StaffStage = {
  ctx: Context;
  slack: FakeSlack;
  staffChat: StaffChat;
  workspaces: Workspaces;
  pass(ms: number): void;
  /** Calls of `auth.test` that have come to Slack, answered or not. */
  probes(): number;
  /** Lets the time of a wait of 20 s or more pass, and ends it; such waits stand still otherwise. */
  endLongWaits(ms: number): void;
  now(): number;
  /**
   * Runs the effects that wait, once each; what fails waits on. Gives how many failed. Cards that a call of Slack's changes are
   * shown without it.
   */
  carry(): Promise<number>;
  log: { level: string; fields: Record<string, unknown>; message: string }[];
  member(person: FakePerson, role: Role): Promise<StaffRecord>;
  /** A customer who has written. */
  customer(name?: string): Promise<{ contactId: string; conversationId: string; messageId: string }>;
};

const staffChatEffects = ["card.show", "thread.post", "post.remove"];

type Options = { by?: "http" | "socket"; register?: Partial<RegisteredFeatures>; admin?: string; start?: boolean };

/** Staff in a Slack of their own, over a database of their own; the clock stands still unless it is told to pass. */
export async function openStaffStage({ by = "http", register = {}, admin, start = true }: Options = {}): Promise<StaffStage> {
  let at = noon;
  let longWaits = new AbortController();
  const now = () => at;
  // Without cards about people who are new, a test sees those that it is about.
  const core = await openCore(now, { ...defaultSettings(), inbox: { newPerson: "none" } });
  const slack = await startFakeSlack();
  slack.now = now;
  slack.know(maria, carlo);
  const log: StaffStage["log"] = [];
  const keep = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) =>
    void log.push({ level, fields: { ...fields }, message });
  const callable = by === "http" ? { signingSecret: slack.signingSecret } : { appToken: slack.appToken };
  const environment: SlackEnvironment = { agentId: "agt_test", botToken: slack.botToken, ...callable, channelId: "C0STAFF", admin };
  const registered = { ...joinFeatures(features), ...register };
  const contextFor = (agentId: string) => ({ ...contextOf(core.database, agentId, now), pause: () => sleep(1) });
  const workspaces = new Workspaces(
    {
      directory: core.database.directory,
      contextFor,
      vault: { seal: async (text) => text, open: async (sealed) => sealed },
      environment,
      apiUrl: slack.apiUrl,
      now,
      // A wait makes the time pass; nothing is timed.
      wait: async (ms, signal) => {
        if (signal.aborted) return;
        if (ms < 20_000) at += Math.ceil(ms);
        else await sleep(3_600_000, undefined, { signal: AbortSignal.any([signal, longWaits.signal]) }).catch(() => {});
        await sleep(1);
      },
      fetchPublic,
      log: { info: keep("info"), warn: keep("warn"), error: keep("error") },
      registered,
    },
    () => staffChat,
  );
  const staffChat = slackStaffChat(workspaces, registered, { log: { info: keep("info"), warn: keep("warn"), error: keep("error") } });
  const cards = cardEffects(core.database.directory, contextFor, () => staffChat);
  let hasCalled = false;
  core.database.directory.onEffects(() => {
    if (hasCalled) cards.committed();
  });
  if (by === "http") {
    slack.hook = (request) => {
      hasCalled = true;
      return workspaces.hook(null, request);
    };
  }
  const connected = by === "socket" ? slack.untilConnected() : null;
  if (start) await workspaces.refresh();
  if (start) await connected;
  onTestFinished(async () => {
    await cards.stop();
    await workspaces.stop();
    await slack.close();
    await core.close();
  });
  const kinds = jobKinds({ contextFor, staffChat, sender: {} as DeliverySender });
  const { ctx } = core;
  return {
    ctx,
    slack,
    staffChat,
    workspaces,
    log,
    now,
    probes: () => slack.attempts.get("auth.test") ?? 0,
    endLongWaits: (ms) => {
      at += ms;
      longWaits.abort();
      longWaits = new AbortController();
    },
    pass: (ms) => {
      at += ms;
    },
    carry: async () => {
      await cards.idle();
      let failed = 0;
      for (const effect of await core.database.directory.outbox(500)) {
        if (!staffChatEffects.includes(effect.type)) continue;
        const job = { id: effect.id, type: effect.type, agentId: effect.agentId, payload: effect.payload, attempt: 1 };
        const kind = kinds[effect.type as keyof typeof kinds];
        const isDone = await kind.handler(job).then(
          () => true,
          (error: { code?: string }) => {
            if (error.code !== "unavailable") throw error;
            return false;
          },
        );
        if (isDone) await core.database.directory.relayed([effect]);
        else failed++;
      }
      return failed;
    },
    member: (person, role) => inviteStaff(ctx, { name: person.name, email: person.email ?? "nobody@example.com", role }),
    customer: async (name = "Ana Reyes") => {
      const from = { externalId: `v-${name}`, name };
      const { message, contact, conversation } = await ingestMessage(ctx, {
        channel: "web",
        account: "default",
        externalId: null,
        direction: "inbound",
        author: "customer",
        from,
        text: "How much for two nights?",
        media: [],
        sentAt: at,
        origin: "platform",
      });
      return { contactId: contact.id, conversationId: conversation.id, messageId: message.id };
    },
  };
}
