import type fc from "fast-check";
import { CrmError } from "#core/errors.ts";
import type { SendResult } from "#core/model/delivery.ts";
import { type FollowUpRecord, followUpSettingsSchema } from "#core/model/followup.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { fingerprintOf } from "#core/rules/followups/fingerprint.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { day, hour } from "#core/rules/time.ts";
import { recordConsent } from "#core/usecases/consents/record-consent.ts";
import { deleteContact } from "#core/usecases/contacts/delete-contact.ts";
import { release, takeOver } from "#core/usecases/conversations/take-over.ts";
import { PaceGate } from "#core/usecases/deliveries/pace-gate.ts";
import { recoverDeliveries } from "#core/usecases/deliveries/recover-deliveries.ts";
import { sendDelivery } from "#core/usecases/deliveries/send-delivery.ts";
import type { DeliverySender } from "#core/usecases/deliveries/sender.ts";
import { approveFollowUp, dismissFollowUp, editFollowUp, snoozeFollowUp, withdrawFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { processDueFollowUps } from "#core/usecases/followups/process-due.ts";
import { remind } from "#core/usecases/followups/remind.ts";
import { mergeContacts } from "#core/usecases/merges/merge-contacts.ts";
import { unmergeContacts } from "#core/usecases/merges/unmerge-contacts.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import type { Database } from "#db/database.ts";
import { contextOf } from "../context.ts";
import { RaceLog } from "../races/race-log.ts";
import { type Release, scheduledStore } from "../races/scheduled-store.ts";

export const raceSteps = [
  "edit",
  "approve",
  "approve_as_first_seen",
  "approve_other_words",
  "dismiss",
  "snooze",
  "withdraw",
  "reply",
  "stop",
  "start",
  "opt_out",
  "merge_in",
  "merge_away",
  "merge_away_and_back",
  "unmerge",
  "delete",
  "tend",
  "send",
  "take_over",
  "release",
] as const;
export type RaceStep = (typeof raceSteps)[number];

/** What happens at once around one follow-up; `answers` are the platform's, in turn. */
export type RaceStory = {
  kind: "ghosting" | "promise" | "reminder";
  auto: boolean;
  approved: boolean;
  steps: RaceStep[];
  answers: ("accepted" | "rate_limited" | "blocked" | "unknown")[];
};

const account = { channel: "telegram", account: "default" } as const;
const begin = Date.parse("2026-03-04T10:00:00Z");
/** Ways to say no that whoever comes second may get. */
const refusals = ["conflict", "gone", "not_found", "unavailable"];

/** One person with one follow-up, to whom everything happens at once. */
export class FollowUpRace {
  private now = begin;
  private readonly story: RaceStory;
  private readonly scheduler: fc.Scheduler;
  private readonly ctx: Context;
  private readonly together: Context;
  private readonly log: RaceLog;
  private readonly gate: PaceGate;
  private count = 0;
  private people = { ana: "", ben: "", conversation: "" };
  private first: FollowUpRecord | null = null;
  private isOver = false;

  constructor(database: Database, agentId: string, scheduler: fc.Scheduler, release: Release, story: RaceStory) {
    this.story = story;
    this.scheduler = scheduler;
    this.ctx = contextOf(database, agentId, () => this.now);
    this.log = new RaceLog(this.ctx.store);
    const store = scheduledStore(
      this.ctx.store,
      (label) => this.turn(label),
      release,
      (changes) => this.log.committed(changes),
    );
    this.together = { ...this.ctx, store, defer: (work) => void Promise.resolve().then(work) };
    this.gate = new PaceGate(
      { perSecond: 1_000, perChatPerSecond: 1_000 },
      () => this.now,
      async (ms) => {
        this.now += Math.ceil(ms);
      },
    );
  }

  /** What was done wrong; none: nothing was. */
  async run(): Promise<string[]> {
    await this.prepare();
    await this.scheduler.waitFor(Promise.all(this.story.steps.map((step, i) => this.attempt(step, i))));
    this.isOver = true;
    const atOnce = await this.log.inconsistencies();
    await this.settle();
    const wasDeleted = this.story.steps.includes("delete");
    const known = this.first === null || wasDeleted ? null : await this.ctx.store.followUps.find(this.first.id);
    const lost = this.first !== null && !wasDeleted && known === null ? ["the follow-up is lost"] : [];
    return [...this.log.faults, ...atOnce.map((fault) => `at once: ${fault}`), ...(await this.log.inconsistencies()), ...lost];
  }

  private turn(label: string): Promise<void> {
    this.now += 1;
    return this.scheduler.schedule(Promise.resolve(), label);
  }

  private async prepare(): Promise<void> {
    const { kind, auto, approved } = this.story;
    const { agentId } = this.ctx.store;
    const defaults = followUpSettingsSchema.parse({});
    const document = {
      ...defaultSettings(),
      timeZone: "UTC",
      followUps: { ...defaults, ghosting: { ...defaults.ghosting, auto }, promise: { ...defaults.promise, auto } },
    };
    await this.ctx.directory.commit(
      new ChangeSet()
        .insert("agents", { id: agentId, name: "Race", createdAt: this.now })
        .insert("settings", { agentId, version: 1, document, createdAt: this.now, createdBy: "system" }),
    );
    await this.ctx.store.commit(
      new ChangeSet().insert("connections", { id: "chn_1", agentId, ...account, via: null, sealed: null, createdBy: "test", createdAt: begin }),
    );
    const from = { externalId: "v-ben", name: "Ben" };
    const ben = await ingestMessage(this.ctx, {
      ...account,
      channel: "web",
      externalId: null,
      direction: "inbound",
      author: "customer",
      from,
      text: "Hi",
      media: [],
      sentAt: null,
      origin: "platform",
    });
    await this.says(this.ctx, "Hello");
    const ana = await this.says(this.ctx, "How much is the room?");
    if (kind !== "reminder") {
      await this.says(this.ctx, kind === "promise" ? "I'll get back to you tomorrow" : "It is 4,500 a night. Which date do you need?", "outbound");
    }
    this.people = { ana: ana.contact.id, ben: ben.contact.id, conversation: ana.conversation.id };
    this.now += kind === "ghosting" ? day : 0;
    if (kind === "reminder") await remind(this.ctx, { contactId: ana.contact.id, dueAt: this.now, reason: "ask" });
    await processDueFollowUps(this.ctx, { limit: 100 });
    const [first] = (await this.ctx.store.followUps.list({}, { limit: 1, cursor: null })).data;
    if (!first) throw new Error("there is no follow-up to race about");
    this.now = Math.max(this.now, first.dueAt);
    this.log.saw(first);
    if (approved && !auto) await approveFollowUp(this.ctx, { id: first.id, fingerprint: fingerprintOf(first) });
    this.first = (await this.ctx.store.followUps.find(first.id)) ?? first;
    if (this.first.state === "approved") this.log.saw(this.first);
  }

  private async attempt(step: RaceStep, at: number): Promise<void> {
    try {
      await this.turn(step);
      await this.take(step, at);
    } catch (error) {
      if (error instanceof CrmError && refusals.includes(error.code)) return;
      this.log.faults.push(`${step} failed: ${error instanceof Error ? `${error.name} ${error.message} ${error.stack}` : String(error)}`);
    }
  }

  private async take(step: RaceStep, at: number): Promise<unknown> {
    const ctx = this.together;
    const id = this.first?.id ?? "";
    const { ana, ben, conversation } = this.people;
    switch (step) {
      case "edit":
        return editFollowUp(ctx, { id, text: `Other words ${at}` });
      case "approve":
        return this.approve(await ctx.store.followUps.find(id));
      case "approve_as_first_seen":
        return this.approve(this.first);
      case "approve_other_words":
        return this.approve(await ctx.store.followUps.find(id), `My own words ${at}`);
      case "dismiss":
        return dismissFollowUp(ctx, { id, reason: null });
      case "snooze":
        return snoozeFollowUp(ctx, { id, until: this.now + hour });
      case "withdraw":
        return withdrawFollowUp(ctx, { id, reason: null });
      case "reply":
        return this.says(ctx, "The 12th, please");
      case "stop":
        return this.says(ctx, "STOP");
      case "start":
        return this.says(ctx, "START");
      case "opt_out":
        return recordConsent(ctx, { contactId: ana, decision: "opt_out", source: "staff", reason: null });
      case "merge_in":
        return mergeContacts(ctx, { intoId: ana, fromId: ben, cause: { kind: "staff", ref: null } });
      case "merge_away":
        return mergeContacts(ctx, { intoId: ben, fromId: ana, cause: { kind: "staff", ref: null } });
      case "merge_away_and_back":
        await mergeContacts(ctx, { intoId: ben, fromId: ana, cause: { kind: "staff", ref: null } });
        return unmergeContacts(ctx, { id: ben, otherId: ana });
      case "unmerge":
        return unmergeContacts(ctx, { id: ana, otherId: ben });
      case "delete":
        return deleteContact(ctx, { id: ana });
      case "tend":
        return processDueFollowUps(ctx, { limit: 100 });
      case "send":
        return this.sendTwice(ctx, `process ${at}`);
      case "take_over":
        return takeOver(ctx, { id: conversation });
      case "release":
        return release(ctx, { id: conversation });
    }
  }

  private async approve(seen: FollowUpRecord | null, text?: string): Promise<void> {
    if (!seen) return;
    const approved = await approveFollowUp(this.together, { id: seen.id, fingerprint: fingerprintOf(seen), ...(text === undefined ? {} : { text }) });
    if (approved.text !== (text ?? seen.text)) this.log.faults.push(`approved “${approved.text}” where “${text ?? seen.text}” was shown`);
  }

  private says(ctx: Context, text: string, direction: "inbound" | "outbound" = "inbound") {
    this.count += 1;
    this.now += 60_000;
    const author = direction === "inbound" ? "customer" : "bot";
    const from = { externalId: "77", name: "Ana" };
    const externalId = `77:${this.count}`;
    return ingestMessage(ctx, { ...account, externalId, direction, author, from, text, media: [], sentAt: null, origin: "platform" });
  }

  /** Twice: what the platform has put off goes again. */
  private async sendTwice(ctx: Context, owner: string): Promise<void> {
    for (let round = 0; round < 2; round++) {
      const { data } = await ctx.store.deliveries.list({ state: ["queued"] }, { limit: 50, cursor: null });
      for (const { id } of data) await sendDelivery(ctx, this.sender(owner), { id });
    }
  }

  private sender(owner: string): DeliverySender {
    const channel = {
      name: "telegram" as const,
      start: async () => {},
      stop: async () => {},
      send: (message: { deliveryId: string; text: string }) => this.send(message),
    };
    return { owner, claimMs: 3 * 60_000, channelFor: () => ({ channel, gate: this.gate }), reached: () => {} };
  }

  private async send(message: { deliveryId: string; text: string }): Promise<SendResult> {
    if (!this.isOver) await this.turn("platform");
    const answer = this.isOver ? "accepted" : (this.story.answers.shift() ?? "accepted");
    this.log.dispatched(message, answer);
    if (!this.isOver) await this.turn("answer");
    if (answer === "rate_limited") return { outcome: "refused", reason: "rate_limited", retryAt: this.now };
    if (answer === "blocked") return { outcome: "refused", reason: "blocked", retryAt: null };
    if (answer === "unknown") return { outcome: "unknown", reason: "timeout" };
    return { outcome: "accepted", externalId: `77:sent:${message.deliveryId}`, at: this.now };
  }

  /** What is left is carried out in peace: claims of the dead run out, days go by. */
  private async settle(): Promise<void> {
    const calm = {
      ...this.ctx,
      store: scheduledStore(
        this.ctx.store,
        async () => {},
        { inFlight: 0 },
        (changes) => this.log.committed(changes),
      ),
    };
    for (let days = 0; days < 3; days++) {
      this.now += hour;
      await recoverDeliveries(calm.directory, () => calm, this.now);
      await this.sendTwice(calm, "later");
      await processDueFollowUps(calm, { limit: 100 });
      await this.sendTwice(calm, "later");
      this.now += day - hour;
    }
  }
}
