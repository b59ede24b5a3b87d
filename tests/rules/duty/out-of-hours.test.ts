import { describe, expect, it } from "vitest";
import { type Settings, settingsSchema } from "#core/model/settings.ts";
import { readMessage } from "#core/rules/analysis/index.ts";
import { answers } from "#core/rules/conversations/answers.ts";
import { isToldAnew, outOfHoursText } from "#core/rules/duty/out-of-hours.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";

const weekdays = [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }];
const at = (text: string) => Date.parse(text);

function settings(greeting: object = {}, duty: object = {}): Settings {
  const document = defaultSettings();
  return settingsSchema.parse({ ...document, timeZone: "UTC", greeting: { ...document.greeting, hours: weekdays, ...greeting }, duty });
}

/** One evening of each kind: it opens the same day, the next, within a week, later, or nobody knows. */
const evenings = [
  ["2026-03-02T08:00:00Z", {}],
  ["2026-03-02T18:00:00Z", {}],
  ["2026-03-06T18:00:00Z", {}],
  ["2026-03-02T18:00:00Z", { closedDays: [{ from: "2026-03-03", to: "2026-03-15" }] }],
  ["2026-03-02T18:00:00Z", { closedDays: [{ from: "2026-03-03", to: "2026-12-31" }] }],
] as const;

describe("the text out of hours", () => {
  it.each<[string | null, string[]]>([
    ["en", ["today at 9 am", "tomorrow at 9 am", "on Monday at 9 am", "on March 16 at 9 am", "closed right now. Your"]],
    ["es", ["hoy a las 9:00", "mañana a las 9:00", "el lunes a las 9:00", "el 16 de marzo a las 9:00", "cerrados. Su"]],
    ["tl", ["mamayang 9 am", "bukas ng 9 am", "sa Lunes ng 9 am", "sa Marso 16 ng 9 am", "ngayon. Natanggap"]],
    ["de", ["today at 9 am", "tomorrow at 9 am", "on Monday at 9 am", "on March 16 at 9 am", "closed right now. Your"]],
    [null, ["today at 9 am", "tomorrow at 9 am", "on Monday at 9 am", "on March 16 at 9 am", "closed right now. Your"]],
  ])("says in %s when it opens", (language, expected) => {
    const texts = evenings.map(([when, duty]) => outOfHoursText(settings({}, duty), null, language, at(when)));

    for (const [i, text] of texts.entries()) expect(text).toContain(expected[i]);
  });

  it.each<[string, object, object, string, string | null]>([
    ["is none while it is open", {}, {}, "2026-03-02T10:00:00Z", null],
    ["is none when nobody is to be told", { awayText: "Closed" }, { tellWhenClosed: false }, "2026-03-02T18:00:00Z", null],
    ["is none without hours", { hours: null, awayText: "Closed" }, {}, "2026-03-02T18:00:00Z", null],
    ["is the business's own", { awayText: "We sleep" }, {}, "2026-03-02T18:00:00Z", "We sleep"],
    [
      "puts the time into the business's own",
      { awayText: "We sleep and are back {opens}." },
      {},
      "2026-03-02T18:00:00Z",
      "We sleep and are back mañana a las 9:00.",
    ],
    ["is the business's own in the language", { awayText: { en: "We sleep", es: "Dormimos" } }, {}, "2026-03-02T18:00:00Z", "Dormimos"],
  ])("%s", (_, greeting, duty, when, expected) => {
    expect(outOfHoursText(settings(greeting, duty), null, "es", at(when))).toBe(expected);
  });

  it.each(["en", "es", "tl"])("in %s is neither an answer nor a promise", (language) => {
    for (const [when, duty] of evenings) {
      const text = outOfHoursText(settings({}, duty), null, language, at(when)) ?? "";
      const reading = readMessage({ text, direction: "outbound", author: "system", sentAt: at(when), timeZone: "UTC", region: null, ownIntents: [] });
      const message = { text, reading, direction: "outbound", author: "system", purpose: "reply", media: [] } as const;

      expect([text, answers(message), reading.promises, reading.conversion, reading.question, reading.cannotResolve]).toEqual([
        text,
        false,
        [],
        null,
        null,
        null,
      ]);
    }
  });
});

it.each<[string, string | null, string, boolean]>([
  ["nobody was told", null, "2026-03-02T18:00:00Z", true],
  ["it has not been open since", "2026-03-02T18:00:00Z", "2026-03-03T08:59:59Z", false],
  ["it has not been open since Friday", "2026-03-06T18:00:00Z", "2026-03-08T12:00:00Z", false],
  ["it has been open since", "2026-03-02T18:00:00Z", "2026-03-03T17:00:00Z", true],
])("when %s, whether the customer is told again is %s at %s: %s", (_, toldAt, now, expected) => {
  expect(isToldAnew(settings(), null, toldAt === null ? null : at(toldAt), at(now))).toBe(expected);
});
