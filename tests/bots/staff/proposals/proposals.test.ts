import { describe, expect, it } from "vitest";
import { ChangeSet } from "#core/ports/change-set.ts";
import { deleteContact } from "#core/usecases/contacts/delete-contact.ts";
import { resolveDelivery } from "#core/usecases/deliveries/resolve-delivery.ts";
import { settleDelivery } from "#core/usecases/deliveries/settle-delivery.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { runOperation } from "#core/usecases/operations/run-operation.ts";
import { findDuplicates } from "#core/usecases/proposals/find-duplicates.ts";
import { rejectProposal } from "#core/usecases/proposals/reject-proposal.ts";
import { eventually } from "#tests/support/eventually.ts";
import { delivery } from "#tests/support/records/delivery.ts";
import { slackReader } from "#tests/support/slack/slack-reader.ts";
import { carlo, maria, openStaffStage, type StaffStage } from "#tests/support/slack/staff.ts";

const cards = ({ slack }: StaffStage) => slack.in("C0STAFF").map(({ blocks }) => JSON.stringify(blocks));
const card = ({ slack }: StaffStage) => slack.in("C0STAFF")[0] ?? fault("there is no card");
const fault = (what: string): never => {
  throw new Error(what);
};

function until<T>(look: () => Promise<T>, holds: (seen: T) => boolean) {
  return eventually(look, holds, 5_000);
}

/** Two who write from different places, one after the other, and name the same address. */
async function pair(stage: StaffStage) {
  const older = await names(stage, "Ana Reyes", "web");
  stage.pass(1_000);
  const newer = await names(stage, "Ana R.", "telegram");
  await stage.carry();
  return { older, newer };
}

async function names({ ctx, now }: StaffStage, name: string, channel: "web" | "telegram") {
  const where = { channel, account: "default", externalId: null, direction: "inbound", author: "customer" } as const;
  const from = { externalId: `visitor of ${name}`, name };
  const said = await ingestMessage(ctx, { ...where, from, text: "My email is ana@example.com", media: [], sentAt: now(), origin: "platform" });
  return said.contact;
}

describe("two who may be one", () => {
  it("are shown side by side; the older stays when somebody presses Merge", async () => {
    const stage = await openStaffStage();
    await stage.member(maria, "agent");
    const { older, newer } = await pair(stage);

    await stage.slack.press(maria.id, card(stage), "proposal:accept");
    await until(
      async () => cards(stage)[0] ?? "",
      (shown) => shown.includes("Merged by Maria Santos"),
    );

    expect(await stage.ctx.store.contacts.find(newer.id)).toBeNull();
    expect(await stage.ctx.store.contacts.find(older.id)).not.toBeNull();
    const log = await stage.ctx.store.audit.list({ action: "proposal.accept" }, { limit: 10, cursor: null });
    expect(log.data).toHaveLength(1);
  });

  it("are asked about on their own card, too, where what is left to confirm is shown after the press", async () => {
    const stage = await openStaffStage();
    await stage.member(maria, "agent");
    const { newer } = await pair(stage);
    const reader = slackReader(stage.slack, maria);
    const list = await reader.asks("find reyes");
    const theirs = await reader.press(list, "contact:open");

    await reader.press(theirs, "contact:proposals");
    expect(JSON.stringify(theirs.blocks)).toContain("Is this one person?");
    await reader.press(theirs, "proposal:reject");
    expect(JSON.stringify(theirs.blocks)).toContain("Nothing is to confirm about them any more.");
    await reader.press(theirs, "contact:open");

    expect(JSON.stringify(theirs.blocks)).not.toContain("contact:proposals");
    expect(await stage.ctx.store.contacts.find(newer.id)).not.toBeNull();
  });

  it("stay two, and are not asked about again, when somebody says so", async () => {
    const stage = await openStaffStage();
    await stage.member(maria, "agent");
    const { newer } = await pair(stage);

    await stage.slack.press(maria.id, card(stage), "proposal:reject");
    await until(
      async () => cards(stage)[0] ?? "",
      (shown) => shown.includes("Two people: decided by Maria Santos"),
    );

    expect(await stage.ctx.store.contacts.find(newer.id)).not.toBeNull();
  });

  it("are left as they are by a viewer's press, in one line", async () => {
    const stage = await openStaffStage();
    await stage.member(maria, "viewer");
    const { newer } = await pair(stage);

    await stage.slack.press(maria.id, card(stage), "proposal:accept");
    const [line] = await until(
      async () => stage.slack.whispers,
      ({ length }) => length > 0,
    );

    expect(line?.text).toMatch(/needs the role agent/);
    expect(await stage.ctx.store.contacts.find(newer.id)).not.toBeNull();
  });

  it("decided elsewhere meanwhile are a refusal, and the card shows what was decided", async () => {
    const stage = await openStaffStage();
    await stage.member(maria, "agent");
    await pair(stage);
    const { data } = await stage.ctx.store.proposals.list({ state: "open" }, { limit: 1, cursor: null });
    await rejectProposal(stage.ctx, { id: data[0]?.id ?? "" });

    await stage.slack.press(maria.id, card(stage), "proposal:accept");
    const [line] = await until(
      async () => stage.slack.whispers,
      ({ length }) => length > 0,
    );

    expect(line?.text).toMatch(/rejected .*already/);
    expect(
      await until(
        async () => cards(stage)[0] ?? "",
        (shown) => !shown.includes("proposal:accept"),
      ),
    ).toContain("Two people");
  });

  it.each(["older", "newer"] as const)("leave no card behind when the %s of them is deleted", async (who) => {
    const stage = await openStaffStage();
    const two = await pair(stage);

    await deleteContact(stage.ctx, { id: two[who].id });
    await stage.carry();

    expect(cards(stage)).toEqual([]);
  });

  it("found in the background fill no channel", async () => {
    const stage = await openStaffStage();
    await pair(stage);
    await stage.ctx.store.commit(new ChangeSet().remove("proposals", { state: "open" }));

    const before = cards(stage).length;
    const { id } = await findDuplicates(stage.ctx);
    await runOperation(stage.ctx, { id, isLastTry: false });
    await stage.carry();

    expect((await stage.ctx.store.proposals.list({ state: "open" }, { limit: 9, cursor: null })).data).toHaveLength(1);
    expect(cards(stage)).toHaveLength(before);
  });
});

/** A reply that broke off. */
async function unsure(stage: StaffStage) {
  const { contactId, conversationId } = await stage.customer();
  const conversation = await stage.ctx.store.conversations.find(conversationId);
  const { identityId = "" } = conversation ?? {};
  const row = delivery({ contactId, conversationId, identityId, channel: "web", state: "sending", text: "See you at 5", createdAt: stage.now() });
  await stage.ctx.store.commit(new ChangeSet().insert("deliveries", row));
  await settleDelivery(stage.ctx, row, { outcome: "unknown", reason: "timeout" });
  await stage.carry();
  return row;
}

describe("a message that may not have arrived", () => {
  it("is asked about, and somebody's word settles it", async () => {
    const stage = await openStaffStage();
    await stage.member(maria, "manager");
    const { id } = await unsure(stage);
    expect(cards(stage)).toEqual([expect.stringMatching(/Did this reach.*Ana Reyes.*See you at 5/)]);

    await stage.slack.press(maria.id, card(stage), "delivery:failed");
    await until(
      async () => cards(stage)[0] ?? "",
      (shown) => shown.includes("Not sent, says Maria Santos"),
    );

    expect((await stage.ctx.store.deliveries.find(id))?.state).toBe("failed");
  });

  it("is a message of the conversation once it is found there", async () => {
    const stage = await openStaffStage();
    await stage.member(maria, "manager");
    const { id } = await unsure(stage);

    await stage.slack.press(maria.id, card(stage), "delivery:sent");
    await until(
      async () => cards(stage)[0] ?? "",
      (shown) => shown.includes("It arrived, says Maria Santos"),
    );

    expect(await stage.ctx.store.deliveries.find(id)).toMatchObject({ state: "sent", messageId: expect.any(String) });
  });

  it("goes out again once, however often the press comes", async () => {
    const stage = await openStaffStage();
    await stage.member(maria, "manager");
    const { id } = await unsure(stage);
    const triggerId = stage.slack.trigger(maria.id);

    await Promise.all([1, 2, 3].map(() => stage.slack.press(maria.id, card(stage), "delivery:again", { triggerId })));
    await until(
      async () => cards(stage)[0] ?? "",
      (shown) => shown.includes("Will be sent again"),
    );

    expect((await stage.ctx.store.deliveries.find(id))?.state).toBe("queued");
    expect((await stage.ctx.store.audit.list({ action: "delivery.send_again" }, { limit: 10, cursor: null })).data).toHaveLength(1);
  });

  it("is not for everybody to decide", async () => {
    const stage = await openStaffStage();
    await stage.member(carlo, "agent");
    const { id } = await unsure(stage);

    await stage.slack.press(carlo.id, card(stage), "delivery:again");
    await until(
      async () => stage.slack.whispers,
      ({ length }) => length > 0,
    );

    expect((await stage.ctx.store.deliveries.find(id))?.state).toBe("unknown");
  });

  it("settled over HTTP brings its card up to date", async () => {
    const stage = await openStaffStage();
    const { id } = await unsure(stage);

    await resolveDelivery(stage.ctx, { id, resolution: "failed" });
    await stage.carry();

    expect(cards(stage)).toEqual([expect.stringContaining("Not sent")]);
  });
});
