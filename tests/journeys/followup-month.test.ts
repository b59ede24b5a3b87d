import { describe, expect, it } from "vitest";
import { day, minute, second } from "#core/rules/time.ts";
import { clockedApp } from "#tests/support/clocked-app.ts";
import { playExample, playText, toldOf } from "#tests/support/simulated.ts";

describe("a month with nine customers", () => {
  it("is as the business and each of them would see it", async () => {
    const { failures, start, end } = await playExample("month");

    expect(failures).toEqual([]);
    expect((end - start) / day).toBeGreaterThan(30);
  });
});

type FollowUp = { id: string; state: string; dueAt: string; text: string; fingerprint: string; outcome: string | null; sentAt: string | null };

describe("a promise on Friday at 17:55, over HTTP", () => {
  const friday = Date.parse("2026-03-06T17:55:00-05:00");
  // Between the two New York's clocks go forward.
  const mondayAtNine = Date.parse("2026-03-09T09:00:00-04:00");
  const text = "Good morning Ana! The house is 210 dollars a night.";

  /** Ana in New York has asked, and was promised a quote. */
  async function promised() {
    const world = await clockedApp(friday - 10 * minute);
    const { app, telegram, advance } = world;
    const says = async (words: string) => {
      telegram.say({ id: 1001, first_name: "Ana" }, words);
      const input = { channel: "telegram", from: { externalId: "1001", name: "Ana" }, text: words };
      return (await app.post("/v1/messages", input)).is<{ contact: { id: string }; conversation: { id: string } }>(201);
    };
    const { contact, conversation } = await says("How much is the house in July?");
    (await app.patch(`/v1/contacts/${contact.id}`, { timeZone: "America/New_York" })).is(200);
    await advance(friday);
    (await app.post(`/v1/conversations/${conversation.id}/messages`, { text: "I'll send the quote Monday morning" })).is(201);
    await advance(friday + 2 * minute);
    const [followUp] = (await app.get("/v1/followups?state=proposed")).is<{ data: FollowUp[] }>(200).data;
    if (!followUp) throw new Error("nothing is proposed");
    const read = async () => (await app.get(`/v1/followups/${followUp.id}`)).is<FollowUp>(200);
    const chat = () => telegram.accepted.filter(({ chatId }) => chatId === "1001").map((message) => [message.at, message.text]);
    return { ...world, says, followUp, read, chat };
  }

  it("is due on Monday at nine by the customer's clock, approved as it was shown, sent once, answered", async () => {
    const { app, advance, says, followUp, read, chat } = await promised();
    const approve = (body: object, key: string) => app.post(`/v1/followups/${followUp.id}/approve`, body, { "idempotency-key": key });
    expect(followUp.dueAt).toBe(new Date(mondayAtNine).toISOString());

    const edited = (await app.post(`/v1/followups/${followUp.id}/edit`, { text })).is<FollowUp>(200);
    (await approve({ fingerprint: followUp.fingerprint }, "shown before the edit")).is(409);
    const approved = await approve({ fingerprint: edited.fingerprint }, "once");
    expect(approved.is(200)).toMatchObject({ state: "approved", text });
    expect((await approve({ fingerprint: edited.fingerprint }, "once")).body).toEqual(approved.body);
    (await approve({ fingerprint: edited.fingerprint }, "twice")).is(409);

    await advance(mondayAtNine - 1);
    const promise = [friday, "I'll send the quote Monday morning"];
    expect(chat()).toEqual([promise]);
    await advance(mondayAtNine + minute);
    expect(chat()).toEqual([promise, [mondayAtNine, text]]);
    expect(await read()).toMatchObject({ state: "sent", outcome: null, sentAt: new Date(mondayAtNine).toISOString() });

    await advance(mondayAtNine + 70 * minute);
    await says("Great, thank you!");
    expect(await read()).toMatchObject({ state: "replied", outcome: "replied" });
    await advance(mondayAtNine + 10 * day);
    expect(chat()).toHaveLength(2);
  });

  it("is withdrawn by an answer of ours that comes before, though it was approved", async () => {
    const { app, advance, followUp, read, chat } = await promised();
    (await app.post(`/v1/followups/${followUp.id}/approve`, { fingerprint: followUp.fingerprint })).is(200);
    await advance(mondayAtNine - 1);
    const { conversationId } = (await app.get(`/v1/followups/${followUp.id}`)).is<{ conversationId: string }>(200);
    (await app.post(`/v1/conversations/${conversationId}/messages`, { text })).is(201);
    await advance(mondayAtNine + day);

    expect(await read()).toMatchObject({ state: "withdrawn", endedBecause: "kept", sentAt: null });
    expect(chat().map(([, words]) => words)).toEqual(["I'll send the quote Monday morning", text]);
  });
});

describe("an answer and a follow-up at the same moment", () => {
  const due = Date.parse("2026-03-04T10:00:00Z");

  /** Ana has been silent for a day. Just before, staff wrote to her: when it is due, the job waits for the platform's pace. */
  const atTheDoor = (steps: string) =>
    playText(`
start: 2026-03-03T10:00
settings: { followUps: { custom: [{ id: silent, name: Silent for a day, auto: true, after: { what: silence }, delayHours: 24, text: All well? }] } }
contacts: { Ana: { zone: UTC } }
steps:
  - says: { from: Ana, text: Hello }
  - at: 2026-03-04T09:59:59.500
    staff: { to: Ana, text: Our house is open all year. }
${steps}`);

  /** When it goes if nobody says anything, ms since 1970. */
  async function sentAt(): Promise<number> {
    const result = await atTheDoor("  - at: +1m\n    expect: { delivered: { Ana: [Our house is open all year., All well?] } }");
    expect(result.failures).toEqual([]);
    const [at = 0] = toldOf(result, "delivery").flatMap(([at, , told]) => (told.startsWith("follow_up sent") ? [at] : []));
    // The job began at the minute, and has its claim.
    expect(at - due).toBeGreaterThan(0);
    expect(at - due).toBeLessThan(second);
    return at;
  }
  const step = (at: number) => `  - at: ${new Date(at).toISOString().slice(0, -1)}`;

  it("the answer comes a millisecond before, while the job is running: withdrawn, and nothing is sent", async () => {
    const { failures } = await atTheDoor(`
${step((await sentAt()) - 1)}
    expect: { followUps: { Ana: [{ state: approved }] }, deliveries: { Ana: [sent, claimed] } }
  - says: { from: Ana, text: Is there a pool? }
  - expect:
      followUps: { Ana: [{ state: withdrawn, endedBecause: replied, sentAt: null }] }
      deliveries: { Ana: [sent, { purpose: follow_up, state: skipped, reason: replied }] }
  - at: +1h
    expect: { delivered: { Ana: [Our house is open all year.] } }`);

    expect(failures).toEqual([]);
  });

  it("it comes a millisecond after: it answers what was sent", async () => {
    const { failures } = await atTheDoor(`
${step((await sentAt()) + 1)}
    says: { from: Ana, text: Is there a pool? }
  - expect: { followUps: { Ana: [{ state: replied, outcome: replied }] }, delivered: { Ana: [Our house is open all year., All well?] } }`);

    expect(failures).toEqual([]);
  });
});
