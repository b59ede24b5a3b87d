import { describe, expect, it } from "vitest";
import { planCardOf } from "#bots/staff/settings/plan-card.ts";
import { getOperation } from "#core/usecases/operations/operations.ts";
import { runOperation } from "#core/usecases/operations/run-operation.ts";
import { planSettings } from "#core/usecases/settings/plan-settings.ts";
import { getPlan } from "#core/usecases/settings/plans.ts";
import { replaceSettings } from "#core/usecases/settings/replace-settings.ts";
import { getSettingsTemplate } from "#core/usecases/settings/settings-templates.ts";
import { eventually } from "#tests/support/eventually.ts";
import { menu, opened, openSettingsStage, send, until, version, words } from "#tests/support/slack/settings-menu.ts";
import { carlo, maria, type StaffStage } from "#tests/support/slack/staff.ts";

async function statuses({ ctx }: StaffStage) {
  const { data } = await ctx.store.contacts.list({}, { by: "name", descending: false }, { limit: 10, cursor: null });
  return data.map(({ status }) => status);
}

describe("settings changed with foresight", () => {
  it("show who would change before anything does, and hold once somebody presses Apply", async () => {
    const stage = await openSettingsStage();
    const view = await opened(stage, "status");

    await send(stage, view, { inactiveAfterDays: "7" });

    expect(words(view.view)).toContain("*3 people* of 3 would change");
    expect(words(view.view)).toContain("inactive after days: 14 → 7");
    expect(words(view.view)).toMatch(/3 {2}New → Inactive/);
    expect(await version(stage)).toBe(1);
    expect(await statuses(stage)).toEqual(["new", "new", "new"]);

    await stage.slack.pressIn(maria.id, view.view, "plan:apply");
    await until(
      () => words(view.view),
      (shown) => shown.includes("Applied as version 2: 3 people changed"),
    );

    expect(await version(stage)).toBe(2);
    expect(await statuses(stage)).toEqual(["inactive", "inactive", "inactive"]);
    const { data } = await stage.ctx.store.audit.list({ action: "settings.apply" }, { limit: 9, cursor: null });
    expect(data).toMatchObject([{ actorKind: "staff" }]);
  });

  it("are as they were after Discard", async () => {
    const stage = await openSettingsStage();
    const view = await opened(stage, "status");
    await send(stage, view, { inactiveAfterDays: "7" });

    await stage.slack.pressIn(maria.id, view.view, "plan:discard");
    await until(
      () => words(view.view),
      (shown) => shown.includes("Discarded"),
    );

    expect(await version(stage)).toBe(1);
    expect(words(view.view)).not.toContain("plan:apply");
  });

  it("that others changed meanwhile are not written over: the same change is shown on theirs, and applied then", async () => {
    const stage = await openSettingsStage();
    const view = await opened(stage, "status");
    await send(stage, view, { inactiveAfterDays: "7" });
    const { document } = await stage.ctx.store.settings.current();
    await replaceSettings(stage.ctx, { version: 1, document: { ...document, timeZone: "Asia/Manila" } });

    await stage.slack.pressIn(maria.id, view.view, "plan:apply");
    await until(
      () => words(view.view),
      (shown) => shown.includes("plan:again"),
    );
    const told = await until(
      () => words(stage.slack.messages),
      (shown) => shown.includes("changed meanwhile"),
    );
    expect(told).toContain("look at the effect on today's");
    expect(await version(stage)).toBe(2);

    await stage.slack.pressIn(maria.id, view.view, "plan:again");
    await until(
      () => words(view.view),
      (shown) => shown.includes("plan:apply"),
    );
    await stage.slack.pressIn(maria.id, view.view, "plan:apply");
    await until(
      () => words(view.view),
      (shown) => shown.includes("Applied as version 3"),
    );

    const now = (await stage.ctx.store.settings.current()).document;
    expect(now).toMatchObject({ timeZone: "Asia/Manila", status: { inactiveAfterDays: 7 } });
  });

  it("say what is wrong at the input, and nothing is planned", async () => {
    const stage = await openSettingsStage();
    const view = await opened(stage, "status");

    const { body } = await send(stage, view, { inactiveAfterDays: "0" });

    expect(body).toMatchObject({ response_action: "errors", errors: { inactiveAfterDays: expect.any(String) } });
    expect((await stage.ctx.store.plans.list({ limit: 9, cursor: null })).data).toEqual([]);
  });

  it("that are as they are already are told so", async () => {
    const stage = await openSettingsStage();
    const view = await opened(stage, "quiet");

    const { body } = await send(stage, view, {});

    expect(words(body)).toContain("how it is already");
  });

  it("from a modal that is older than they are are not planned", async () => {
    const stage = await openSettingsStage();
    const view = await opened(stage, "timing");
    const { document } = await stage.ctx.store.settings.current();
    await replaceSettings(stage.ctx, { version: 1, document: { ...document, timeZone: "Asia/Manila" } });

    const { body } = await send(stage, view, { gapHours: "24" });

    expect(words(body)).toContain("changed meanwhile");
  });

  it("foretell the follow-ups of a shipped trigger", async () => {
    const stage = await openSettingsStage();
    const view = await opened(stage, "triggers");

    await send(stage, view, { enabled: ["promise", "ghosting", "undecided", "disengaged", "win_back"] });

    expect(words(view.view)).toContain("Was a customer and has been silent for long");
    expect(words(view.view)).toContain("none → on after 24 h");
  });

  it("of one signal are two modals away", async () => {
    const stage = await openSettingsStage();
    const list = await opened(stage, "signals");
    const { document } = await stage.ctx.store.settings.current();
    const [signal] = document.scoring.signals;

    await stage.slack.pressIn(maria.id, list.view, "signal:open", { value: signal?.id });
    const [, view] = await until(
      () => [...stage.slack.views.values()],
      ({ length }) => length > 1,
    );
    if (view) await send(stage, view, { points: "99" });

    expect(words(view?.view)).toContain("points:");
    expect(words(view?.view)).toContain("→ 99");
  });

  it("of very many people are looked at in the background, and Refresh shows how far it is", async () => {
    const stage = await openSettingsStage();
    const { document } = await stage.ctx.store.settings.current();
    const changed = { ...document, status: { ...document.status, inactiveAfterDays: 7 } };
    // No time at all: all of it is left for the background.
    const report = await planSettings(stage.ctx, { document: changed, turnMs: -1 });
    const held = { ...report, operation: { ...report.operation, state: "running" as const, finishedAt: null } };
    const card = await planCardOf(stage.ctx, held);
    expect(words(card)).toContain("plan:refresh");
    expect(words(card)).not.toContain("plan:apply");
    const blocks = JSON.parse(words(card.blocks));
    const message = { channel: "C0STAFF", ts: "1.2", threadTs: null, user: stage.slack.botUserId, text: card.text, blocks };
    stage.slack.messages.push(message);

    if ((await getOperation(stage.ctx, { id: report.operation.id })).finishedAt === null)
      await runOperation(stage.ctx, { id: report.operation.id, isLastTry: false });
    await stage.slack.press(maria.id, message, "plan:refresh");
    await until(
      () => words(message.blocks),
      (shown) => shown.includes("plan:apply"),
    );

    expect((await getPlan(stage.ctx, { id: report.plan.id })).plan.hash).not.toBeNull();
  });
});

describe("settings of a new business", () => {
  it("say what is still to be set, and take time zone, country and a template with their effect shown first", async () => {
    const stage = await openSettingsStage();
    expect(words((await menu(stage)).blocks)).toMatch(/Still to be set.*Time zone.*Country.*Business hours.*Business template/);

    const place = await opened(stage, "place");
    await send(stage, place, { timeZone: "Asia/Manila", region: "ph" });
    expect(words(place.view)).toContain("region: none → PH");
    await stage.slack.pressIn(maria.id, place.view, "plan:apply");
    const placed = await eventually(
      async () => stage.ctx.store.settings.current(),
      (current) => current.version === 2,
      5_000,
    );
    expect(placed.document).toMatchObject({ timeZone: "Asia/Manila", region: "PH" });
  });

  it("take a business template, as the other groups do", async () => {
    const stage = await openSettingsStage();
    const view = await opened(stage, "template");

    await send(stage, view, { type: "appointments" });
    expect(words(view.view)).toContain("inactive after days: 14 → 21");
    expect(await version(stage)).toBe(1);
    await stage.slack.pressIn(maria.id, view.view, "plan:apply");

    const applied = await eventually(
      async () => stage.ctx.store.settings.current(),
      (current) => current.version === 2,
      5_000,
    );
    const { document } = await getSettingsTemplate(stage.ctx, { type: "appointments" });
    expect(applied.document).toEqual(document);
  });
});

describe("settings in the hands of others", () => {
  it("can be looked at by everybody, and have no button to change them", async () => {
    const stage = await openSettingsStage("viewer");

    const shown = await menu(stage);

    expect(words(shown.blocks)).toContain("Inactive after 14 days");
    expect(words(shown.blocks)).not.toContain("settings:open");
  });

  it("are refused to whoever presses a button that was shown to an admin", async () => {
    const stage = await openSettingsStage();
    await stage.member(carlo, "manager");
    const shown = await menu(stage);

    await stage.slack.press(carlo.id, shown, "settings:open", { value: "status" });
    const whispers = await until(
      () => stage.slack.whispers,
      (all) => all.some(({ userId }) => userId === carlo.id),
    );

    expect(whispers.at(-1)?.text).toMatch(/needs the role admin/);
    expect(stage.slack.views.size).toBe(0);
  });
});
