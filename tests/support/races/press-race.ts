import type { ModalView } from "@slack/types";
import type fc from "fast-check";
import { followUpActions } from "#bots/staff/followups/actions.ts";
import { followUpCardOf } from "#bots/staff/followups/card.ts";
import { followUpModals } from "#bots/staff/followups/modals.ts";
import { runStaffCall, type WorkspaceContext } from "#bots/staff/slack/dispatch.ts";
import type { Card, InputValues, StaffRequest, WebClient } from "#bots/staff/slack/feature.ts";
import { RunningCalls } from "#bots/staff/slack/running-calls.ts";
import { slackAddresses } from "#bots/staff/slack/slack-addresses.ts";
import type { SendResult } from "#core/model/delivery.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import type { Role, StaffRecord, WorkspaceRecord } from "#core/model/staff.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { noStaffChat } from "#core/ports/staff-chat.ts";
import { fingerprintOf } from "#core/rules/followups/fingerprint.ts";
import { decidable } from "#core/rules/followups/machine.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { hour } from "#core/rules/time.ts";
import { PaceGate } from "#core/usecases/deliveries/pace-gate.ts";
import { sendDelivery } from "#core/usecases/deliveries/send-delivery.ts";
import type { DeliverySender } from "#core/usecases/deliveries/sender.ts";
import { processDueFollowUps } from "#core/usecases/followups/process-due.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { updateStaff } from "#core/usecases/staff/update.ts";
import type { Database } from "#db/database.ts";
import { fetchPublic } from "#tests/support/public-fetch.ts";
import { contextOf } from "../context.ts";
import { RaceLog } from "./race-log.ts";
import { type Release, scheduledStore } from "./scheduled-store.ts";

/** `card`: which of the states that the card has had they look at. `twice`: Slack sends the call again at the same moment. */
export type PressStep =
  | { act: "send" | "edit" | "dismiss" | "snooze" | "withdraw"; who: number; card: number; twice: boolean }
  | { act: "demote"; who: number }
  | { act: "customer" }
  | { act: "carry" };

const account = { channel: "telegram", account: "default" } as const;
const begin = Date.parse("2026-03-04T10:00:00Z");
const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const teamId = "T0TEAM";

/** Two people with one card, pressing whatever it shows or has shown, while its customer writes. */
export class PressRace {
  private now = begin;
  private readonly scheduler: fc.Scheduler;
  private readonly ctx: Context;
  private readonly workspaceContext: WorkspaceContext;
  private readonly log: RaceLog;
  private readonly gate: PaceGate;
  private readonly staff: StaffRecord[];
  private readonly cards: Card[] = [];
  private readonly opened = new Map<string, ModalView>();
  /** What was on the buttons that were pressed to send. */
  private readonly pressed = new Set<string>();
  private followUp: FollowUpRecord | null = null;
  private count = 0;
  private approvals = 0;
  private isOver = false;

  constructor(database: Database, agentId: string, scheduler: fc.Scheduler, release: Release) {
    this.scheduler = scheduler;
    this.ctx = contextOf(database, agentId, () => this.now);
    this.log = new RaceLog(this.ctx.store);
    const committed = async (changes: ChangeSet) => {
      for (const { before, after } of changes.followUps) if (after.state === "approved" && decidable.includes(before.state)) this.approvals += 1;
      await this.log.committed(changes);
    };
    const store = scheduledStore(this.ctx.store, (label) => this.turn(label), release, committed);
    const person = (name: string): StaffRecord => {
      const row = { id: `stf_${name}`, agentId, name, email: null, role: "agent" as const, state: "active" as const };
      return { ...row, slackTeamId: teamId, slackUserId: `U${name}`, createdBy: "test", createdAt: begin, updatedAt: begin };
    };
    this.staff = [person("Maria"), person("Carlo")];
    const row = { id: "wsp_1", agentId, teamId, name: "Team", botUserId: "U0BOT", channelId: "C0STAFF", sealed: null, digestAt: null };
    const workspace: WorkspaceRecord = { ...row, brokenSince: null, brokenBecause: null, createdBy: "test", createdAt: begin, updatedAt: begin };
    this.workspaceContext = {
      ctx: { ...this.ctx, store, defer: (work) => void Promise.resolve().then(work) },
      workspace: async () => workspace,
      staffChat: { ...noStaffChat, showCard: (ctx) => this.show(ctx) },
      addresses: slackAddresses(fetchPublic, undefined),
      calls: new RunningCalls(),
      log: quiet,
    };
    this.gate = new PaceGate(
      { perSecond: 1_000, perChatPerSecond: 1_000 },
      () => this.now,
      async (ms) => {
        this.now += Math.ceil(ms);
      },
    );
  }

  /** What was done wrong; none: nothing was. */
  async run(steps: readonly PressStep[]): Promise<string[]> {
    await this.prepare();
    await this.scheduler.waitFor(Promise.all(steps.map((step) => this.take(step))));
    this.isOver = true;
    const atOnce = await this.log.inconsistencies();
    for (let round = 0; round < 3; round++) {
      this.now += hour;
      await this.carry(this.ctx);
    }
    const { data } = await this.ctx.store.audit.list({ action: "followup.approve" }, { limit: 50, cursor: null });
    const told = data.length === this.approvals ? [] : [`${this.approvals} approvals, ${data.length} in the audit log`];
    return [...this.log.faults, ...atOnce, ...told];
  }

  private turn(label: string): Promise<void> {
    this.now += 1;
    return this.isOver ? Promise.resolve() : this.scheduler.schedule(Promise.resolve(), label);
  }

  private async prepare(): Promise<void> {
    const { agentId } = this.ctx.store;
    const document = { ...defaultSettings(), timeZone: "UTC" };
    await this.ctx.directory.commit(
      new ChangeSet()
        .insert("agents", { id: agentId, name: "Race", createdAt: this.now })
        .insert("settings", { agentId, version: 1, document, createdAt: this.now, createdBy: "system" }),
    );
    const changes = new ChangeSet().insert("connections", {
      id: "chn_1",
      agentId,
      ...account,
      via: null,
      sealed: null,
      createdBy: "test",
      createdAt: begin,
    });
    for (const member of this.staff) changes.insert("staff", member);
    await this.ctx.store.commit(changes);
    await this.says(this.ctx, "How much is the room?");
    await this.says(this.ctx, "I'll get back to you tomorrow", "outbound");
    await processDueFollowUps(this.ctx, { limit: 100 });
    const [first] = (await this.ctx.store.followUps.list({}, { limit: 1, cursor: null })).data;
    if (!first) throw new Error("there is no follow-up to press about");
    this.now = Math.max(this.now, first.dueAt);
    this.followUp = first;
    await this.show(this.ctx);
  }

  private async show(ctx: Context): Promise<void> {
    const card = await followUpCardOf(ctx, this.followUp?.id ?? "");
    if (card) this.cards.push(card);
  }

  private async take(step: PressStep): Promise<void> {
    await this.turn(step.act);
    const { ctx } = this.workspaceContext;
    if (step.act === "customer") return void (await this.says(ctx, "Thank you, I have found another"));
    if (step.act === "carry") return this.carry(ctx);
    const member = this.staff[step.who] ?? fail();
    if (step.act === "demote") return void (await updateStaff(ctx, { id: member.id, role: "viewer" }));
    const id = `followup:${step.act === "send" ? "approve" : step.act}`;
    const value = valueOn(this.cards[step.card % this.cards.length], id);
    if (value !== null) await this.press(member, id, value, step.twice);
  }

  private async press(member: StaffRecord, id: string, value: string, twice: boolean): Promise<void> {
    const action = followUpActions.find((one) => one.id === id) ?? fail();
    const call = `press:${this.count++}`;
    const { role } = (await this.ctx.store.staff.find(member.id)) ?? member;
    if (id === "followup:approve" && role === "agent") this.pressed.add(value);
    const rest = { value, place: null, view: null, triggerId: call, responseUrl: null, replace: async () => {} };
    await this.ask(member, call, { role: action.role, audit: action.audit }, twice, (acting) => action.run({ ...acting, ...rest }));
    const view = this.opened.get(call);
    const handler = followUpModals.find(({ callbackId }) => callbackId === view?.callback_id);
    if (!view || !handler) return;
    await this.turn("fills in");
    const texts: Record<string, string> = { text: `The words of ${call}`, until: String(this.now + hour), words: "no" };
    const values: InputValues = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { [name]: text }]));
    const sent = { metadata: view.private_metadata ?? "", values, viewId: call, triggerId: call };
    const what = { role: handler.role, audit: handler.audit };
    await this.ask(member, `view:${call}`, what, twice, async (acting) => void (await handler.run({ ...acting, ...sent })));
  }

  /** Whoever is refused reads why in one line, whoever is not reads nothing. */
  private async ask(
    { slackUserId }: StaffRecord,
    callId: string,
    what: { role: Role; audit: string },
    twice: boolean,
    act: (acting: StaffRequest) => Promise<void>,
  ): Promise<void> {
    const once = async () => {
      const lines: string[] = [];
      const respond = async (line: unknown) => void lines.push(String(line));
      const asked = { userId: slackUserId ?? "", callId, client: this.client(), respond, what: { ...what, subjectId: null, name: callId } };
      const isDone = await runStaffCall(this.workspaceContext, asked, act);
      if (lines.length !== (isDone ? 0 : 1)) this.log.faults.push(`${callId} was ${isDone ? "done" : "refused"} and told ${lines.join(" ")}`);
      if (lines.some((line) => line.includes("Something went wrong"))) this.log.faults.push(`${callId} failed`);
      return lines;
    };
    const told = (await Promise.all(twice ? [once(), once()] : [once()])).flat();
    const wasTaken = await this.ctx.store.staffChat.isHandled(callId);
    const others = told.filter((line) => !line.includes("needs the role"));
    if (wasTaken && others.length > 0) this.log.faults.push(`${callId} was taken and told ${others.join(" ")}`);
  }

  private client(): WebClient {
    const open = async ({ trigger_id: call, view }: { trigger_id: string; view: ModalView }) => {
      await this.turn("views.open");
      this.opened.set(call, view);
    };
    // Of Slack, these presses open modals, and nothing else.
    return { views: { open } } as unknown as WebClient;
  }

  private says(ctx: Context, text: string, direction: "inbound" | "outbound" = "inbound") {
    this.now += 60_000;
    const author = direction === "inbound" ? "customer" : "bot";
    const from = { externalId: "77", name: "Ana" };
    const externalId = `77:${this.count++}`;
    return ingestMessage(ctx, { ...account, externalId, direction, author, from, text, media: [], sentAt: null, origin: "platform" });
  }

  private async carry(ctx: Context): Promise<void> {
    const channel = {
      name: "telegram" as const,
      start: async () => {},
      stop: async () => {},
      send: (message: { deliveryId: string; text: string }) => this.send(message),
    };
    const sender: DeliverySender = { owner: "process", claimMs: 180_000, channelFor: () => ({ channel, gate: this.gate }), reached: () => {} };
    const { data } = await ctx.store.deliveries.list({ state: ["queued"] }, { limit: 50, cursor: null });
    for (const { id } of data) await sendDelivery(ctx, sender, { id });
  }

  private async send(message: { deliveryId: string; text: string }): Promise<SendResult> {
    await this.turn("platform");
    this.log.dispatched(message, "accepted");
    const sent = this.followUp && { ...this.followUp, text: message.text };
    if (!sent || !this.pressed.has(`${sent.id}|${fingerprintOf(sent)}`)) this.log.faults.push(`nobody has pressed Send on “${message.text}”`);
    return { outcome: "accepted", externalId: `77:sent:${message.deliveryId}`, at: this.now };
  }
}

function valueOn(card: Card | undefined, actionId: string): string | null {
  for (const block of card?.blocks ?? []) {
    if (block.type !== "actions") continue;
    const found = block.elements.find((element) => element.type === "button" && element.action_id === actionId);
    if (found?.type === "button") return found.value ?? null;
  }
  return null;
}

function fail(): never {
  throw new Error("there is no such person or button");
}
