import { describe, expect, it } from "vitest";
import { features } from "#bots/staff/index.ts";
import { joinFeatures } from "#bots/staff/slack/feature.ts";
import { slackStaffChat } from "#bots/staff/slack/staff-chat.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { deleteContact } from "#core/usecases/contacts/delete-contact.ts";
import { dismissFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { reminded, texts } from "#tests/support/slack/reminded.ts";
import { openStaffStage } from "#tests/support/slack/staff.ts";
import { meeting } from "#tests/usecases/races/meeting.ts";

describe("a card", () => {
  it("comes into the channel, follows its record, and is written only when it shows something else", async () => {
    const stage = await openStaffStage();
    const { followUp } = await reminded(stage);

    expect(await stage.carry()).toBe(0);
    await stage.staffChat.showCard(stage.ctx, "followup", followUp.id);
    expect(texts(stage)).toEqual([expect.stringContaining("followup:approve")]);
    expect(stage.slack.called("chat.update")).toBe(0);

    await dismissFollowUp(stage.ctx, { id: followUp.id, reason: "Called them" });
    await stage.carry();
    expect(texts(stage)).toEqual([expect.not.stringContaining("followup:approve")]);
    expect(stage.slack.called("chat.postMessage")).toBe(1);
  });

  it("asked for many times at once comes once", async () => {
    const stage = await openStaffStage();
    const { followUp } = await reminded(stage);

    await Promise.all(Array.from({ length: 8 }, () => stage.staffChat.showCard(stage.ctx, "followup", followUp.id)));

    expect(texts(stage)).toHaveLength(1);
  });

  it("whose record settled itself before anybody saw it does not come", async () => {
    const stage = await openStaffStage();
    const { followUp } = await reminded(stage);
    await dismissFollowUp(stage.ctx, { id: followUp.id, reason: null });

    await stage.carry();

    expect(texts(stage)).toEqual([]);
  });

  it("that staff have taken away stays away", async () => {
    const stage = await openStaffStage();
    const { followUp } = await reminded(stage);
    await stage.carry();
    stage.slack.messages.length = 0;

    await dismissFollowUp(stage.ctx, { id: followUp.id, reason: null });

    expect(await stage.carry()).toBe(0);
    expect(texts(stage)).toEqual([]);
  });

  it("whose posting was cut off by the process's death is posted when the claim has run out", async () => {
    const stage = await openStaffStage();
    const { contactId, followUp } = await reminded(stage);
    const [workspace] = await stage.ctx.store.staffChat.workspaces();
    const about = { kind: "followup", subjectId: followUp.id, contactId, workspaceId: String(workspace?.id), channelId: "C0STAFF" };
    const claim = { id: "pst_1", agentId: "agt_test", ...about, ts: null, shown: null, createdAt: stage.now(), updatedAt: stage.now() };
    await stage.ctx.store.commit(new ChangeSet().insert("posts", claim));

    expect(await stage.carry()).toBe(1);
    expect(await stage.carry()).toBe(1);
    stage.pass(61_000);
    expect(await stage.carry()).toBe(0);

    const [post] = await stage.ctx.store.staffChat.postsOf("followup", followUp.id);
    expect(stage.slack.in("C0STAFF").map(({ ts }) => ts)).toEqual([post?.ts]);
  });

  it("whose claim has run out is taken over by one of two processes that find it", async () => {
    const stage = await openStaffStage();
    const { contactId, followUp } = await reminded(stage);
    const [workspace] = await stage.ctx.store.staffChat.workspaces();
    const about = { kind: "followup", subjectId: followUp.id, contactId, workspaceId: String(workspace?.id), channelId: "C0STAFF" };
    const claim = { id: "pst_1", agentId: "agt_test", ...about, ts: null, shown: null, createdAt: stage.now(), updatedAt: stage.now() };
    await stage.ctx.store.commit(new ChangeSet().insert("posts", claim));
    stage.pass(61_000);
    // As in two processes: what keeps the cards of one in order is not shared.
    const show = (ctx: Context) => slackStaffChat(stage.workspaces, joinFeatures(features)).showCard(ctx, "followup", followUp.id);

    const outcomes = await meeting([stage.ctx, stage.ctx], [show, show]);

    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "unavailable" } });
    const [post] = await stage.ctx.store.staffChat.postsOf("followup", followUp.id);
    expect(stage.slack.in("C0STAFF").map(({ ts }) => ts)).toEqual([post?.ts]);
  });

  it("whose answer from Slack was lost is posted by the next attempt, without waiting for the claim to run out", async () => {
    const stage = await openStaffStage();
    const { followUp } = await reminded(stage);
    stage.slack.fail({ method: "chat.postMessage", how: "lost", times: 1 });

    expect([await stage.carry(), await stage.carry()]).toEqual([1, 0]);

    // Slack has both messages; the row names the one that is updated.
    const [post] = await stage.ctx.store.staffChat.postsOf("followup", followUp.id);
    expect(texts(stage)).toHaveLength(2);
    expect(stage.slack.in("C0STAFF").at(-1)?.ts).toBe(post?.ts);
  });

  it("goes with the contact", async () => {
    const stage = await openStaffStage();
    const { contactId } = await reminded(stage);
    const other = await reminded(stage, "Ben Cruz");
    await stage.carry();
    expect(texts(stage)).toHaveLength(2);

    await deleteContact(stage.ctx, { id: contactId });
    expect(await stage.carry()).toBe(0);

    expect(await stage.ctx.store.staffChat.postsAbout([contactId])).toEqual([]);
    const [left] = await stage.ctx.store.staffChat.postsOf("followup", other.followUp.id);
    expect(stage.slack.in("C0STAFF").map(({ ts }) => ts)).toEqual([left?.ts]);
  });

  it("that is being posted while the contact is deleted is taken away at once", async () => {
    const stage = await openStaffStage();
    const { contactId } = await reminded(stage);
    const call = stage.slack.call.bind(stage.slack);
    const waiting: Promise<unknown>[] = [];
    stage.slack.call = (method, given) => {
      if (method === "chat.postMessage") waiting.push(deleteContact(stage.ctx, { id: contactId }));
      return call(method, given);
    };

    await stage.carry();
    await Promise.all(waiting);
    await stage.carry();

    expect(texts(stage)).toEqual([]);
    expect(await stage.ctx.store.staffChat.postsAbout([contactId])).toEqual([]);
  });
});

it("writes a second card into a channel a second after the first", async () => {
  const stage = await openStaffStage();
  for (const name of ["Ana", "Ben", "Carla"]) await reminded(stage, name);
  const before = stage.now();

  await stage.carry();

  expect(stage.now() - before).toBeGreaterThanOrEqual(2_000);
  expect(texts(stage)).toHaveLength(3);
});

it("brings the customer's words into the thread, in order and once, also those that were lost on the way", async () => {
  const stage = await openStaffStage();
  const { conversationId } = await stage.customer();
  const conversation = await stage.ctx.store.conversations.find(conversationId);
  if (conversation) await stage.ctx.store.commit(new ChangeSet().put("conversations", { ...conversation, threadedAt: stage.now() }));
  stage.pass(1_000);
  await stage.customer();
  stage.pass(1_000);
  const { messageId } = await stage.customer();

  await stage.staffChat.postToThread(stage.ctx, messageId);
  await stage.carry();
  await stage.staffChat.postToThread(stage.ctx, messageId);

  // Who asks the same three times calls staff, too.
  const [root, ...replies] = stage.slack.in("C0STAFF").filter(({ blocks }) => !JSON.stringify(blocks).includes("🚨"));
  expect(replies).toHaveLength(3);
  expect(replies.every(({ threadTs }) => threadTs === root?.ts)).toBe(true);
});

it("calls customers' words and their threads urgent, and cards not", async () => {
  const stage = await openStaffStage();
  const { conversationId, messageId } = await stage.customer("Writer");
  const conversation = await stage.ctx.store.conversations.find(conversationId);
  if (conversation) await stage.ctx.store.commit(new ChangeSet().put("conversations", { ...conversation, threadedAt: stage.now() }));
  const [workspace] = await stage.workspaces.clientsOf(stage.ctx);
  const client = workspace?.client();
  if (!client) throw new Error("no workspace is open");
  const urgent: boolean[] = [];
  const write = client.write.bind(client);
  client.write = (channelId, isUrgent, call) => {
    urgent.push(isUrgent);
    return write(channelId, isUrgent, call);
  };
  const { followUp } = await reminded(stage);

  await stage.staffChat.showCard(stage.ctx, "followup", followUp.id);
  await stage.staffChat.postToThread(stage.ctx, messageId);

  expect(urgent).toEqual([false, true, true]);
});

it("begins no card and no thread message while somebody's call is being handled", async () => {
  const stage = await openStaffStage();
  const { followUp } = await reminded(stage);
  const call = Promise.withResolvers<void>();
  const handled = stage.workspaces.calls.track(() => call.promise);
  const seen: string[] = [];
  const shown = stage.staffChat.showCard(stage.ctx, "followup", followUp.id).then(() => seen.push("card"));

  // A turn of the event loop more than what the card needs to come to Slack when nothing holds it.
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  expect(stage.slack.called("chat.postMessage")).toBe(0);
  seen.push("call");
  call.resolve();
  await Promise.all([handled, shown]);

  expect(seen).toEqual(["call", "card"]);
  expect(texts(stage)).toHaveLength(1);
});
