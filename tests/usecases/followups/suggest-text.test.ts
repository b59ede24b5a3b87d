import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { followUpKinds } from "#core/model/followup.ts";
import { type Settings, settingsSchema } from "#core/model/settings.ts";
import type { TemplateText } from "#core/model/template.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { suggestText, type ToSuggest } from "#core/usecases/followups/suggest-text.ts";
import { type Core, openCore } from "#tests/support/context.ts";
import { contactRow, conversationRow } from "#tests/support/records/records.ts";

let core: Core;
beforeEach(async () => {
  core = await openCore(() => Date.UTC(2026, 10, 24));
});
afterEach(() => core.close());

const at = Date.UTC(2026, 10, 24);
const conversation = conversationRow("cnv_1", "con_1", "idn_1");
const promised = [{ messageId: "msg_1", quote: "I'll send you the prices\ntomorrow", at }];
const ana = contactRow("con_1", { name: "Dr. Ana Reyes", language: "en" });

const settingsWith = (followUps: object): Settings => settingsSchema.parse({ ...defaultSettings(), followUps });
const suggest = (given: Partial<ToSuggest> = {}) =>
  suggestText(core.ctx, {
    kind: "promise",
    trigger: given.kind ?? "promise",
    attempt: 1,
    contact: ana,
    conversation,
    evidence: promised,
    settings: defaultSettings(),
    ...given,
  });

async function template(...texts: TemplateText[]): Promise<string> {
  const row = { id: "tpl_1", agentId: "agt_test", name: "Promise", nameKey: "promise", texts, createdAt: at, updatedAt: at };
  await core.ctx.store.commit(new ChangeSet().put("templates", row));
  return row.id;
}

const general = (language: string, text: string): TemplateText => ({ language, channel: null, text });

describe("a suggested text", () => {
  it.each([
    ["en", "Hi Ana, I told you “I'll send you the prices tomorrow”"],
    ["es", "Hola Ana, te escribí «I'll send you the prices tomorrow»"],
    ["tl", "Hi Ana, sabi ko po “I'll send you the prices tomorrow”"],
  ])("quotes the promise in %s", async (language, beginning) => {
    const suggested = await suggest({ contact: { ...ana, language } });

    expect(suggested).toMatchObject({ templateId: null, language });
    expect(suggested.text.slice(0, beginning.length)).toBe(beginning);
  });

  it("is there for every kind, attempt and language, also for a stranger", async () => {
    const stranger = contactRow("con_2");
    for (const kind of followUpKinds) {
      for (const language of ["en", "es", "tl"]) {
        const [first, second, third] = await Promise.all(
          [1, 2, 3].map((attempt) => suggest({ kind, attempt, contact: { ...stranger, language }, evidence: [] })),
        );

        expect(first?.text).not.toBe(second?.text);
        expect(third).toEqual(second);
        expect(first?.text).not.toMatch(/[{}|]|null|undefined| ,|“”|«»/);
      }
    }
  });

  it("is in the language of the business's country when the contact's is unknown or one that we do not write", async () => {
    const mexican = { ...defaultSettings(), region: "MX" };

    expect(await suggest({ contact: contactRow("con_2"), settings: mexican })).toMatchObject({ language: "es" });
    expect(await suggest({ contact: contactRow("con_2", { language: "ko" }), settings: mexican })).toMatchObject({ language: "es" });
    expect(await suggest({ contact: contactRow("con_2", { language: "ko" }) })).toMatchObject({ language: "en" });
  });

  it("comes from the template that the trigger names, in the contact's language and for the channel", async () => {
    const templateId = await template(general("en", "Hello {{name}} from {{business}}"), general("es", "Hola {{first_name}}"), {
      language: "es",
      channel: "telegram",
      text: "Hola {{first_name}}: {{promise}}",
    });
    const settings = settingsWith({ promise: { templateId } });

    expect(await suggest({ settings })).toEqual({ text: "Hello Dr. Ana Reyes from Test", templateId, language: "en" });
    expect(await suggest({ settings, contact: { ...ana, language: "es-MX" } })).toEqual({
      text: "Hola Ana: I'll send you the prices tomorrow",
      templateId,
      language: "es",
    });
    expect(await suggest({ settings, conversation: null, contact: { ...ana, language: "es" } })).toMatchObject({ text: "Hola Ana" });
  });

  it("is our own when the template has gone or a variable of it is unknown", async () => {
    const templateId = await template(general("en", "Your table at {{branch}}"));

    for (const settings of [settingsWith({ promise: { templateId: "tpl_404" } }), settingsWith({ promise: { templateId } })]) {
      expect(await suggest({ settings })).toMatchObject({ templateId: null, text: expect.stringContaining("I told you") });
    }
  });

  it("is a custom trigger's own text where it names no template, and ours for a preset without one", async () => {
    const trigger = { name: "No show", after: { what: "action", action: "no_show" }, delayHours: 2 };
    const settings = settingsWith({
      custom: [
        { ...trigger, id: "missed", text: "We missed you, {{first_name|friend}}!" },
        { ...trigger, id: "no_show" },
      ],
    });

    expect(await suggest({ kind: "custom", trigger: "missed", settings })).toEqual({ text: "We missed you, Ana!", templateId: null, language: "en" });
    expect((await suggest({ kind: "custom", trigger: "no_show", settings })).text).toContain("we missed you! I hope everything is all right");
  });
});
