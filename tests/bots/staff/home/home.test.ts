import { describe, expect, it } from "vitest";
import { readDay } from "#core/usecases/analytics/read-day.ts";
import { remind } from "#core/usecases/followups/remind.ts";
import { updateWorkspace } from "#core/usecases/workspaces/update-workspace.ts";
import { eventually } from "#tests/support/eventually.ts";
import { carlo, maria, openStaffStage, type StaffStage } from "#tests/support/slack/staff.ts";

const opened = (userId: string) => ({ type: "app_home_opened", user: userId, channel: "D0", tab: "home", event_ts: "1" });
const home = ({ slack }: StaffStage, userId: string) => JSON.stringify(slack.homes.get(userId)?.blocks ?? []);

function homeWith(stage: StaffStage, words: string) {
  return eventually(
    async () => home(stage, maria.id),
    (shown) => shown.includes(words),
    5_000,
  );
}

async function waiting(stage: StaffStage, name?: string) {
  const { contactId } = await stage.customer(name);
  await remind(stage.ctx, { contactId, dueAt: stage.now() + 3_600_000, reason: "Ask how it went", text: "How did it go?" });
  return contactId;
}

describe("the Home tab", () => {
  it("shows its reader what waits, and today's numbers", async () => {
    const stage = await openStaffStage();
    await stage.member(maria, "agent");
    await waiting(stage);

    await stage.slack.event(opened(maria.id));

    expect(home(stage, maria.id)).toContain("Follow-ups (1)");
    expect(home(stage, maria.id)).toContain("followup:approve");
    expect(home(stage, maria.id)).toContain("*1* new person");
  });

  it("says so when nothing waits", async () => {
    const stage = await openStaffStage();
    await stage.member(maria, "agent");

    await stage.slack.event(opened(maria.id));

    expect(home(stage, maria.id)).toContain("All done");
  });

  it("shows nothing of customers to somebody who is not on the staff", async () => {
    const stage = await openStaffStage();
    await waiting(stage, "Secret Person");

    await stage.slack.event(opened(carlo.id));

    expect(home(stage, carlo.id)).toContain("not on the staff list");
    expect(home(stage, carlo.id)).not.toContain("Secret");
  });

  it("is as long as Slack takes, however much waits", async () => {
    const stage = await openStaffStage();
    await stage.member(maria, "agent");
    for (let n = 0; n < 25; n += 1) await waiting(stage, `Customer ${n}`);

    await stage.slack.event(opened(maria.id));

    expect(stage.slack.homes.get(maria.id)?.blocks.length).toBeLessThanOrEqual(100);
    expect(home(stage, maria.id)).toContain("Follow-ups (25)");
  });

  it("is shown anew after a press on it, done or refused", async () => {
    const stage = await openStaffStage();
    await stage.member(maria, "agent");
    await stage.slack.event(opened(maria.id));
    const first = stage.slack.homes.get(maria.id);
    await waiting(stage);

    if (first) await stage.slack.pressIn(maria.id, first, "home:refresh");

    expect(await homeWith(stage, "Follow-ups (1)")).toContain("How did it go?");
  });

  it("opens its tools on top, never as a second page of a modal that is not there", async () => {
    const stage = await openStaffStage();
    await stage.member(maria, "agent");
    await stage.slack.event(opened(maria.id));
    const shown = stage.slack.homes.get(maria.id);

    if (shown) await stage.slack.pressIn(maria.id, shown, "home:pipeline");

    const views = await eventually(
      async () => [...stage.slack.views.values()],
      ({ length }) => length > 0,
      5_000,
    );
    expect(JSON.stringify(views)).toContain("Pipeline");
    expect(stage.slack.called("views.push")).toBe(0);
  });
});

describe("the morning's overview", () => {
  it("comes once when its local time has come, and says what is to decide", async () => {
    const stage = await openStaffStage();
    await waiting(stage, "Nobody Named Here");
    const [workspace] = await stage.ctx.store.staffChat.workspaces();
    // Noon in Manila is four in the morning in UTC, the agent's zone.
    await updateWorkspace(stage.ctx, { id: workspace?.id ?? "", digestAt: "04:30" });

    await stage.staffChat.postDigest(stage.ctx);
    expect(stage.slack.in("C0STAFF")).toEqual([]);

    stage.pass(31 * 60_000);
    await stage.staffChat.postDigest(stage.ctx);
    await stage.staffChat.postDigest(stage.ctx);

    const [digest, ...more] = stage.slack.in("C0STAFF");
    expect(more).toEqual([]);
    expect(JSON.stringify(digest?.blocks)).toMatch(/Good morning.*Monday 2 March.*1 follow-up/);
    expect(JSON.stringify(digest?.blocks)).not.toContain("Nobody Named Here");
  });

  it("shows the queue to whoever presses for it", async () => {
    const stage = await openStaffStage();
    await stage.member(maria, "viewer");
    await waiting(stage);
    const [workspace] = await stage.ctx.store.staffChat.workspaces();
    await updateWorkspace(stage.ctx, { id: workspace?.id ?? "", digestAt: "04:00" });
    await stage.staffChat.postDigest(stage.ctx);
    const [digest] = stage.slack.in("C0STAFF");

    if (digest) await stage.slack.press(maria.id, digest, "home:followups");

    const whispers = await eventually(
      async () => stage.slack.whispers,
      ({ length }) => length > 0,
      5_000,
    );
    expect(JSON.stringify(whispers)).toContain("How did it go?");
  });
});

it("counts a day between its midnights in the agent's zone", async () => {
  const stage = await openStaffStage();
  await stage.customer();

  expect(await readDay(stage.ctx, { date: "2026-03-02" })).toMatchObject({ newContacts: 1, messages: 1, sent: 0 });
  expect(await readDay(stage.ctx, { date: "2026-03-01" })).toMatchObject({ newContacts: 0, messages: 0, mood: null });
});
