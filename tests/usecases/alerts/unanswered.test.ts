import { describe, expect, it, onTestFinished } from "vitest";
import type { NewMessage } from "#core/model/inbound.ts";
import type { Settings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { createBranch, updateBranch } from "#core/usecases/branches.ts";
import { patchContact } from "#core/usecases/contacts/patch-contact.ts";
import { moveToBranch } from "#core/usecases/conversations/move-to-branch.ts";
import { reviewConversations } from "#core/usecases/conversations/review-conversations.ts";
import { takeOver } from "#core/usecases/conversations/take-over.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { replaceSettings } from "#core/usecases/settings/replace-settings.ts";
import { openCore } from "#tests/support/context.ts";

const monday = Date.parse("2026-03-02T16:00:00Z");
const minute = 60_000;

async function opened(hours: Settings["greeting"]["hours"] = null, at = monday) {
  const clock = { now: at };
  const settings = defaultSettings();
  const core = await openCore(() => clock.now, { ...settings, greeting: { ...settings.greeting, hours } });
  onTestFinished(() => core.close());
  const { ctx } = core;
  const say = (text: string, more: Partial<NewMessage> = {}) => {
    const common = { channel: "telegram", account: "default", direction: "inbound", author: "customer", origin: "api" } as const;
    return ingestMessage(ctx, { ...common, media: [], from: { externalId: "7", name: "Ana" }, text, sentAt: null, externalId: null, ...more });
  };
  /** The rules that have called staff when so many minutes have passed since the last call of this. */
  const later = async (minutes: number) => {
    clock.now += minutes * minute;
    await reviewConversations(ctx, { limit: 1000 });
    return (await ctx.store.alerts.list({}, { limit: 50, cursor: null })).data.map(({ rule }) => rule);
  };
  return { ctx, say, later };
}

describe("nobody has answered", () => {
  it("calls staff once, when the time has passed", async () => {
    const { ctx, say, later } = await opened();
    const { message } = await say("Do you have parking?");

    expect([await later(29), await later(1), await later(1), await later(600)]).toEqual([[], ["unanswered"], ["unanswered"], ["unanswered"]]);
    expect((await ctx.store.alerts.list({}, { limit: 1, cursor: null })).data[0]).toMatchObject({
      evidence: [{ messageId: message.id, quote: "Do you have parking" }],
      history: [{ what: "raised" }],
    });
  });

  it("is over when somebody answers, and not because of a promise to look", async () => {
    const { ctx, say, later } = await opened();
    await say("Do you have parking?");
    await later(30);
    const states = async () =>
      (await ctx.store.alerts.list({}, { limit: 5, cursor: null })).data.map(({ state, endedBecause }) => [state, endedBecause]);
    const ours = { direction: "outbound", author: "staff" } as const;

    await say("One moment, let me check", ours);
    expect(await states()).toEqual([["open", null]]);

    await later(1);
    await say("Yes, behind the house", ours);
    expect(await states()).toEqual([["resolved", "answered"]]);
  });

  it("is over when the customer waits no longer", async () => {
    const { ctx, say, later } = await opened();
    await say("Do you have parking?");
    await later(30);

    await say("never mind, found it");

    const { data } = await ctx.store.alerts.list({}, { limit: 5, cursor: null });
    expect(data).toMatchObject([{ rule: "unanswered", state: "resolved", endedBecause: "the customer waits no longer" }]);
  });

  it("counts opening hours alone", async () => {
    const { say, later } = await opened([{ days: [1, 2, 3, 4, 5], from: "09:00", to: "16:10" }]);
    await say("Do you have parking?");

    // Ten minutes on Monday, and twenty from Tuesday's opening on.
    expect([await later(10), await later(16 * 60 + 50), await later(19), await later(1)]).toEqual([[], [], [], ["unanswered"]]);
  });

  describe("counts the hours of the branch, in its zone", () => {
    const weekdays = [1, 2, 3, 4, 5];
    const hours = [{ days: weekdays, from: "09:00", to: "18:30" }];
    type World = Awaited<ReturnType<typeof opened>>;
    const athens = async ({ ctx }: World, timeZone: string | null = "Europe/Athens") => (await createBranch(ctx, { name: "Athens", timeZone })).id;

    it.each<[string, (world: World, ids: { contactId: string; id: string }) => Promise<unknown>]>([
      ["where the conversation has it", async (world, { id }) => moveToBranch(world.ctx, { id, branchId: await athens(world) })],
      ["where the contact has it", async (world, { contactId }) => patchContact(world.ctx, { id: contactId, branchId: await athens(world) })],
      [
        "where a bulk change gives it to the contact",
        async (world, { contactId }) => {
          const branchId = await athens(world);
          const work = { action: "branch", branchId } as const;
          await world.ctx.store.commit(new ChangeSet().toAll({ work, contactIds: [contactId], at: world.ctx.now(), by: "key" }));
        },
      ],
      [
        "where the branch gets another zone meanwhile",
        async (world, { contactId }) => {
          const branchId = await athens(world, "America/New_York");
          await patchContact(world.ctx, { id: contactId, branchId });
          await updateBranch(world.ctx, { id: branchId, timeZone: "Europe/Athens" });
        },
      ],
    ])("%s", async (_, move) => {
      // 16:31 in UTC is 18:31 in Athens, which has closed; it opens at 07:00 in UTC.
      const world = await opened(hours, monday + 31 * minute);
      await move(world, (await world.say("Do you have parking?")).conversation);

      expect([await world.later(30), await world.later(868), await world.later(1)]).toEqual([[], [], ["unanswered"]]);
    });

    it("with the hours that the settings give it", async () => {
      const world = await opened(hours);
      const branchId = await athens(world);
      const { document, version } = await world.ctx.store.settings.current();
      const own = { branchId, hours: [{ days: weekdays, from: "09:00", to: "18:10" }] };
      await replaceSettings(world.ctx, { version, document: { ...document, duty: { ...document.duty, branches: [own] } } });
      const { conversation } = await world.say("Do you have parking?");

      await moveToBranch(world.ctx, { id: conversation.id, branchId });

      // Ten minutes on Monday, and twenty from Tuesday's opening in Athens on.
      expect([await world.later(30), await world.later(889), await world.later(1)]).toEqual([[], [], ["unanswered"]]);
    });
  });

  it.each<[string, (world: Awaited<ReturnType<typeof opened>>) => Promise<unknown>]>([
    ["it was answered", ({ say }) => say("Yes, behind the house", { direction: "outbound", author: "staff" })],
    ["the customer needs nothing any more", ({ say }) => say("never mind, found it")],
  ])("calls nobody when %s", async (_, act) => {
    const world = await opened();
    await world.say("Do you have parking?");
    await act(world);

    expect(await world.later(60)).toEqual([]);
  });

  it("calls also where staff own the conversation and do not answer", async () => {
    const { ctx, say, later } = await opened();
    const { conversation } = await say("Do you have parking?");
    await takeOver(ctx, { id: conversation.id });

    expect([await later(29), await later(1)]).toEqual([[], ["unanswered"]]);
  });

  it("calls nobody for what was said long ago", async () => {
    const { say, later } = await opened();
    await say("Do you have parking?", { sentAt: monday - 3 * 24 * 60 * minute });

    expect(await later(60)).toEqual([]);
  });
});
