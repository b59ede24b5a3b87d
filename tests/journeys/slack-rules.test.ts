import { describe, expect, it } from "vitest";
import { opened, openSettingsStage, pushed, send, until, version, words } from "#tests/support/slack/settings-menu.ts";
import { maria } from "#tests/support/slack/staff.ts";

describe("escalation rules in Slack", () => {
  it("make an escalation rule, after saying how often it would have called and with which words", async () => {
    const stage = await openSettingsStage();
    const list = await opened(stage, "escalations");

    await stage.slack.pressIn(maria.id, list.view, "rule:new", { selected_option: { value: "custom" } });
    const view = await pushed(stage);
    const { body } = await send(stage, view, { name: "Asks", intents: [] });
    expect(body).toMatchObject({ response_action: "errors", errors: { intents: expect.stringContaining("looks for nothing") } });
    await send(stage, view, { name: "frustrated customer", keywords: "nights" }).then(({ body: refusal }) =>
      expect(refusal).toMatchObject({ response_action: "errors", errors: { name: expect.stringContaining("name of another rule") } }),
    );
    await send(stage, view, { name: "Asks for nights", severity: "high", keywords: "two nights\nlawyer" });

    expect(words(view.view)).toContain("Would have called you in the last 30 days");
    expect(words(view.view)).toContain("“Asks for nights”: 0 → *3* times");
    expect(words(view.view)).toMatch(/\*Ana\* [^"]*> How much for two nights\?/);
    expect(await version(stage)).toBe(1);

    await stage.slack.pressIn(maria.id, view.view, "plan:apply");
    await until(
      () => words(view.view),
      (shown) => shown.includes("Applied as version 2"),
    );
    const { rules } = (await stage.ctx.store.settings.current()).document.escalations;
    expect(rules.at(-1)).toMatchObject({
      id: "asks_for_nights",
      name: "Asks for nights",
      severity: "high",
      keywords: ["two nights", "lawyer"],
      enabled: true,
    });
  });

  it("change all of an escalation rule, or delete it", async () => {
    const stage = await openSettingsStage();
    const list = await opened(stage, "escalations");
    await stage.slack.pressIn(maria.id, list.view, "rule:open", { selected_option: { value: "unanswered" } });
    const view = await pushed(stage);

    await send(stage, view, { minutes: "5", channel: ["whatsapp"] });
    expect(words(view.view)).toContain("minutes: 30 → 5");
    expect(words(view.view)).toContain("“Nobody has answered”: 3 → *0* times");

    await stage.slack.pressIn(maria.id, list.view, "rule:open", { selected_option: { value: "unanswered" } });
    const again = await pushed(stage, view);
    await stage.slack.pressIn(maria.id, again.view, "rule:delete");
    await until(
      () => words(again.view),
      (shown) => shown.includes("plan:apply"),
    );
    expect(words(again.view)).toContain("“Nobody has answered”: 3 → *0* times");
    await stage.slack.pressIn(maria.id, again.view, "plan:apply");
    await until(
      () => words(again.view),
      (shown) => shown.includes("Applied as version 2"),
    );
    const { rules } = (await stage.ctx.store.settings.current()).document.escalations;
    expect(rules.map(({ id }) => id)).not.toContain("unanswered");
  });
});
