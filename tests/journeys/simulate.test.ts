import { describe, expect, it } from "vitest";
import type { SimulationResult } from "#api/cli/simulate/run.ts";
import { readScenario } from "#api/cli/simulate/scenario.ts";
import { playExample, playText } from "#tests/support/simulated.ts";

/** Plays a scenario that begins on a Friday at 17:00 in Manila with Ana on Telegram. */
function played(steps: string, rest = ""): Promise<SimulationResult> {
  return playText(`start: 2026-03-06T17:00\ntimeZone: Asia/Manila\n${rest}contacts: { Ana: { zone: Asia/Manila } }\nsteps:\n${steps}`);
}

const at = (time: string) => Date.parse(`2026-03-${time}+08:00`);
const of = ({ timeline }: SimulationResult, kind: string) =>
  timeline.filter((entry) => entry.kind === kind).map(({ at: when, text }) => [when, text] as const);

describe("time", () => {
  it("passes only where something happens: each thing stands at its own instant, in order", async () => {
    const result = await played(`
  - says: { from: Ana, text: hello }
  - at: +2h
    staff: { to: Ana, text: "Good evening" }
  - at: +20d
    expect: { contacts: { Ana: { status: inactive } } }`);

    expect(result.failures).toEqual([]);
    expect(of(result, "delivery")).toEqual([[at("06T19:00"), "reply sent: “Good evening”"]]);
    expect(of(result, "status").map(([when]) => when)).toEqual([at("06T17:00"), at("20T17:00")]);
    expect(result.timeline.map((entry) => entry.at)).toEqual(result.timeline.map((entry) => entry.at).sort((a, b) => a - b));
  });

  it("is kept at the platform's pace: a second message to a chat waits for its second", async () => {
    const result = await played(`
  - says: { from: Ana, text: hello }
  - staff: { to: Ana, text: one }
  - staff: { to: Ana, text: two }
  - at: +1m
    expect: { delivered: { Ana: [one, two] } }`);

    expect(result.failures).toEqual([]);
    const [one, two] = of(result, "delivery").filter(([, text]) => text.startsWith("reply sent"));
    expect((two?.[0] ?? 0) - (one?.[0] ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  it("follows the clocks of the place: a day later is the same hour after summer time begins", async () => {
    const result = await playText(`
start: 2026-03-28T12:00
timeZone: Europe/Paris
contacts: { Ana: }
steps:
  - says: { from: Ana, text: hello }
  - at: +1d
    says: { from: Ana, text: hello again }`);

    expect(of(result, "in").map(([when]) => new Date(when).toISOString())).toEqual(["2026-03-28T11:00:00.000Z", "2026-03-29T10:00:00.000Z"]);
  });
});

describe("faults", () => {
  it("a platform that is down for half a minute: the reply is tried again until it is taken, once", async () => {
    const result = await played(`
  - says: { from: Ana, text: hello }
  - fault: telegram down for 30s
  - at: +1s
    staff: { to: Ana, text: "Good evening" }
  - at: +1m
    expect: { delivered: { Ana: ["Good evening"] }, deliveries: { Ana: [sent] } }`);

    expect(result.failures).toEqual([]);
    const tries = of(result, "delivery").map(([, text]) => text.replace(/ until.*\(/, " ("));
    expect(tries.slice(0, -1).every((text) => text.startsWith("reply queued (unreachable)"))).toBe(true);
    expect(tries.at(-1)).toBe("reply sent: “Good evening”");
  });

  it("one that takes words and never answers: the delivery is unknown and is not sent again", async () => {
    const result = await played(`
  - says: { from: Ana, text: hello }
  - fault: telegram times out for 1m
  - staff: { to: Ana, text: "Good evening" }
  - at: +1d
    expect: { delivered: { Ana: [] }, deliveries: { Ana: [unknown] } }`);

    expect(result.failures).toEqual([]);
  });

  it("one that says how long to wait is obeyed", async () => {
    const result = await played(`
  - says: { from: Ana, text: hello }
  - fault: channel rate limited for 10m
  - staff: { to: Ana, text: "Good evening" }
  - at: +20m
    expect: { delivered: { Ana: ["Good evening"] } }`);

    expect(result.failures).toEqual([]);
    expect(of(result, "delivery").at(-1)).toEqual([at("06T17:10"), "reply sent: “Good evening”"]);
  });

  it("what customers write to one that is down arrives when it is back, with its own time", async () => {
    const result = await played(
      `
  - fault: channel down for 30h
  - says: { from: Ana, text: "How much is a room?" }
  - at: +2d
    expect: { contacts: { Ana: { messageCount: 1 } }, deliveries: { Ana: [] } }`,
      "settings: { greeting: { text: Hello } }\n",
    );

    expect(result.failures).toEqual([]);
    expect(of(result, "in")).toEqual([[at("07T23:00"), "How much is a room? (written Fri 2026-03-06 17:00)"]]);
  });

  it("whoever blocks us gets nothing more", async () => {
    const result = await played(`
  - says: { from: Ana, text: hello }
  - fault: Ana blocks us
  - staff: { to: Ana, text: "Good evening" }
  - at: +1m
    expect: { delivered: { Ana: [] }, deliveries: { Ana: [skipped] } }
  - fault: Ana unblocks us
  - staff: { to: Ana, text: "Welcome back" }
  - at: +1m
    expect: { delivered: { Ana: ["Welcome back"] } }`);

    expect(result.failures).toEqual([]);
  });

  it("an outage: words are taken, and what was due happens when it is over", async () => {
    const result = await played(`
  - says: { from: Ana, text: hello }
  - at: +1m
    outage: 20d
  - staff: { to: Ana, text: "Good evening" }
  - at: +19d
    expect: { delivered: { Ana: [] }, contacts: { Ana: { status: new } } }
  - at: +2d
    expect: { delivered: { Ana: ["Good evening"] }, contacts: { Ana: { status: inactive } } }`);

    expect(result.failures).toEqual([]);
    expect(of(result, "status").map(([when]) => when)).toEqual([at("06T17:00"), at("26T17:01")]);
  });
});

describe("a scenario", () => {
  it("goes on after an expectation that does not hold, and says what was expected and what was", async () => {
    const { failures, timeline } = await played(`
  - says: { from: Ana, text: hello }
  - expect: { contacts: { Ana: { status: churned, grade: F } }, delivered: { Ana: [hi] } }
  - says: { from: Ana, text: hello again }`);

    expect(failures).toEqual([
      { line: 7, message: `Ana's status: expected "churned", was "new"` },
      { line: 7, message: `delivered to Ana: expected ["hi"], was []` },
    ]);
    expect(timeline.filter(({ kind }) => kind === "in")).toHaveLength(2);
  });

  it.each([
    ["start: 2026-03-06T17:00\ncontacts: { Ana: }\nsteps:\n  - say: { from: Ana, text: x }", /^s.yaml:4 \/steps\/0\/say /],
    ["start: 2026-03-06T17:00\ncontacts: { Ana: }\nsteps:\n  - says: { from: Ana }", /^s.yaml:4 \/steps\/0\/says\/text /],
    ["start: 2026-03-06T17:00\ncontacts: { Ana: { channel: fax } }\nsteps:\n  - outage: 1h", /^s.yaml:2 \/contacts\/Ana\/channel /],
    ["start: 2026-03-06T17:00\ncontacts: {}\nsteps:\n  - at: someday\n    outage: 1h", /^s.yaml:4 \/steps\/0\/at is not a time/],
    ["start: 2026-03-06T17:00\ncontacts: {}\nsteps:\n  - at: 2026-03-05\n    outage: 1h", /^s.yaml:4 \/steps\/0\/at is before/],
    [
      "start: 2026-03-06T17:00\nsettings:\n  greetings: { text: x }\ncontacts: {}\nsteps: [outage: 1h]",
      /^s.yaml:3 \/settings\/greetings is not a setting/,
    ],
    [
      "start: 2026-03-06T17:00\ncontacts: {}\nsteps:\n  - outage: 1h\n    fault: channel down for 1h",
      /^s.yaml:4 \/steps\/0 does exactly one of says, /,
    ],
    ["start: 2026-03-06T17:00\npresets: [birthday]\ncontacts: {}\nsteps:\n  - outage: 1h", /^s.yaml:2 \/presets\/0 /],
    ["start: [", /^s.yaml: /],
  ])("that is not understood is refused with its line and field: %j", (text, expected) => {
    expect(() => readScenario(text, "s.yaml")).toThrow(expected);
  });

  it("says at which line a step cannot be done", async () => {
    await expect(played("  - staff: { to: Bob, text: hi }")).rejects.toThrow(/^scenario.yaml:5 nobody under "contacts" is called Bob/);
    await expect(played("  - staff: { to: Ana, text: hi }")).rejects.toThrow(/^scenario.yaml:5 Ana has not written yet/);
  });
});

describe("the examples", () => {
  it.each(["silence", "promise"])("hold what they expect: %s", async (name) => {
    const { failures } = await playExample(name);

    expect(failures).toEqual([]);
  });
});
