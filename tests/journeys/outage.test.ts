import { describe, expect, it } from "vitest";
import { playExample, playText, toldOf } from "#tests/support/simulated.ts";

/** Ana has approved words on the way to her at noon, when something breaks for as long as is said; `rest` are more steps. */
const approved = (breaks: string, rest: string) =>
  playText(`
start: 2026-03-03T10:00
timeZone: Europe/Madrid
contacts: { Ana: { zone: Europe/Madrid } }
steps:
  - says: { from: Ana, text: "Is there a lift?" }
  - remind: { of: Ana, at: Tue 12:00, reason: ask about the stairs, text: "Are a few stairs all right?" }
  - approve: Ana
  - at: 11:00
    ${breaks}
${rest}`);

describe("thirty hours without us, and thirty without the platform", () => {
  it("nothing that is more than a day late is sent by itself, and people are asked again about all of it", async () => {
    const result = await playExample("outage");

    expect(result.failures).toEqual([]);
    expect(result.timeline.filter(({ text }) => text.endsWith("skipped (late): “Hi Dan, how large is your car?”"))).toHaveLength(1);
  });
});

describe.each([
  ["the process", "outage"],
  ["the platform", "fault"],
])("%s is down", (_what, step) => {
  const down = (span: string) => (step === "outage" ? `outage: ${span}` : `fault: telegram down for ${span}`);

  it("for some hours: what was approved goes when it is up again, once", async () => {
    const { failures } = await approved(
      down("5h"),
      `
  - at: +4h
    expect: { delivered: { Ana: [] } }
  - at: +2h
    expect: { delivered: { Ana: ["Are a few stairs all right?"] }, followUps: { Ana: [{ state: sent }] } }
  - at: +2d
    expect: { delivered: { Ana: ["Are a few stairs all right?"] } }`,
    );

    expect(failures).toEqual([]);
  });

  it("for longer than a day: it is not sent, and waits for a person, whose new word sends it", async () => {
    const result = await approved(
      down("30h"),
      `
  - at: +31h
    expect: { delivered: { Ana: [] }, followUps: { Ana: [{ state: proposed, sentAt: null }] } }
  - approve: Ana
  - at: +1m
    expect: { delivered: { Ana: ["Are a few stairs all right?"] }, followUps: { Ana: [{ state: sent }] } }`,
    );

    expect(result.failures).toEqual([]);
    expect(toldOf(result, "delivery").filter(([, , text]) => text.startsWith("follow_up skipped (late)"))).toHaveLength(1);
  });

  it("on the day to which a full one has put it off: what waited for its turn is not late", async () => {
    const { failures } = await approved(
      "remind: { of: Ana, at: Tue 13:00, reason: ask about the dog, text: Is your dog large? }",
      `
  - approve: Ana
  - at: Wed 07:00
    ${down("10h")}
  - at: Wed 16:59
    expect: { delivered: { Ana: ["Are a few stairs all right?"] } }
  - at: Wed 17:20
    expect: { delivered: { Ana: ["Are a few stairs all right?", "Is your dog large?"] } }`,
    );

    expect(failures).toEqual([]);
  });
});
