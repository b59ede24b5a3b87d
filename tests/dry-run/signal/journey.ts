import { expect, it } from "vitest";
import { SettingsDraft } from "#api/routes/settings/input.ts";
import { settingsSchema } from "#core/model/settings.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { lintSignals } from "#core/rules/signals/lint.ts";
import { testApp } from "#tests/support/app.ts";

// Runs in a copy of the tree to which the file shouting.ts and its line were added.

const shouts = { name: "Shouts", type: "shouting", minLetters: 5, points: 7, category: "engagement" };

it("is validated in the document of settings", () => {
  const { scoring, ...rest } = defaultSettings();
  const documentWith = (changed: object) => ({
    ...rest,
    scoring: { ...scoring, signals: [...scoring.signals, { id: "shouts", ...shouts, ...changed }] },
  });

  expect(settingsSchema.parse(documentWith({ minLetters: undefined })).scoring.signals.at(-1)).toMatchObject({ type: "shouting", minLetters: 10 });
  expect(settingsSchema.safeParse(documentWith({ minLetters: 0 })).error?.issues[0]?.path.at(-1)).toBe("minLetters");
  expect(SettingsDraft.safeParse({ settings: documentWith({ loud: true }) }).error?.issues[0]?.message).toBe("is not known here");
});

it("is linted with codes of its own", () => {
  const settings = settingsSchema.parse({
    scoring: {
      ...defaultSettings().scoring,
      signals: [...defaultSettings().scoring.signals, { id: "loud", ...shouts, minLetters: 2 }, { id: "louder", ...shouts, minLetters: 2 }],
    },
  });

  const found = lintSignals(settings).map(({ code, signal, other }) => [code, signal, other]);

  expect(found).toEqual([
    ["shouts_too_little", "loud", null],
    ["shouts_too_little", "louder", null],
    ["same_shouting", "louder", "loud"],
  ]);
});

it("is made by the API, found in a message, scored, explained, edited and described", async () => {
  const { get, post, patch } = await testApp();
  const made = (await post("/v1/signals", shouts)).is<{ id: string }>(201);
  expect(made).toMatchObject({ ...shouts, enabled: true, version: 1, warnings: [] });
  expect((await post("/v1/signals", { ...shouts, minLetters: 0 })).is(422)).toMatchObject({ errors: [{ pointer: "/minLetters" }] });
  expect((await post("/v1/signals", { ...shouts, phrases: ["HEY"] })).status).toBe(422);

  const { contact } = (await post("/v1/messages", { channel: "web", from: { externalId: "v-1" }, text: "WHERE IS IT" })).is<{
    contact: { id: string; score: number };
  }>(201);
  const { contributions } = (await get(`/v1/contacts/${contact.id}/score`)).is<{ contributions: object[] }>(200);
  expect(contributions).toContainEqual(expect.objectContaining({ signal: made.id, points: 7, quote: "WHERE IS IT" }));
  const { score } = (await get(`/v1/contacts/${contact.id}/explanation`)).is<{ score: { arithmetic: string[] } }>(200);
  expect(score.arithmetic.join("\n")).toContain(`${made.id}@1: 7`);

  expect((await patch(`/v1/signals/${made.id}`, { minLetters: 20 })).is(200)).toMatchObject({ minLetters: 20, version: 2 });
  expect((await patch(`/v1/signals/${made.id}`, { action: "came_by" })).is(422)).toMatchObject({ errors: [{ pointer: "/action" }] });
  const document = (await get("/openapi.json")).text;
  expect(document).toContain('"shouting"');
  expect(document).toContain("How many capital letters there must be");
  expect(document).toContain('"same_shouting"');
});
