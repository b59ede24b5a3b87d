import { describe, expect, it } from "vitest";
import { createHook } from "#bots/staff/slack/receiver.ts";
import { isSigned, signatureOf } from "#bots/staff/slack/signature.ts";
import { addNote } from "#core/usecases/notes.ts";
import { eventually } from "#tests/support/eventually.ts";
import { maria, noon, openStaffStage } from "#tests/support/slack/staff.ts";

const secret = "0123456789abcdef-signing";
const silent = { info: () => {}, warn: () => {}, error: () => {} };

describe("Slack's signature", () => {
  const signed = (at: number, body: string, signature = signatureOf(secret, String(at / 1000), body)) =>
    new Headers({ "x-slack-request-timestamp": String(at / 1000), "x-slack-signature": signature });

  it.each([
    ["now", 0, true],
    ["five minutes ago", -300_000, true],
    ["longer ago: it may be a replay", -301_000, false],
    ["five minutes ahead", 300_000, true],
    ["further ahead: it was never given", 301_000, false],
  ])("that was given %s", (_when, offset, counts) => {
    expect(isSigned(secret, signed(noon + offset, "body"), "body", noon)).toBe(counts);
  });

  it("is for one body, one time and one secret", () => {
    const headers = signed(noon, "body");

    expect(isSigned(secret, headers, "another", noon)).toBe(false);
    expect(isSigned("another secret of theirs", headers, "body", noon)).toBe(false);
    expect(isSigned(secret, signed(noon + 1000, "body", headers.get("x-slack-signature") ?? ""), "body", noon)).toBe(false);
    expect(isSigned(secret, new Headers(), "body", noon)).toBe(false);
    expect(isSigned(secret, signed(noon, "body", "v0=00"), "body", noon)).toBe(false);
  });
});

describe("the hook", () => {
  const request = (body: string, type = "application/json") => {
    const timestamp = String(noon / 1000);
    const headers = { "content-type": type, "x-slack-request-timestamp": timestamp, "x-slack-signature": signatureOf(secret, timestamp, body) };
    return new Request("http://rapport/hooks/slack", { method: "POST", body, headers });
  };
  const hook = createHook({ signingSecret: secret, handle: async () => {}, now: () => noon, log: silent });

  it("answers Slack's question whether it is there", async () => {
    const response = await hook(request(JSON.stringify({ type: "url_verification", challenge: "abc" })));

    expect(await response.json()).toEqual({ challenge: "abc" });
  });

  it("does not read what is not signed, and cannot read what is no JSON", async () => {
    const unsigned = new Request("http://rapport/hooks/slack", { method: "POST", body: "{}", headers: { "content-type": "application/json" } });

    expect((await hook(unsigned)).status).toBe(401);
    expect((await hook(request("{"))).status).toBe(400);
    expect((await hook(request("payload=%7B", "application/x-www-form-urlencoded"))).status).toBe(400);
    for (const body of [
      "null",
      "[]",
      "7",
      "{}",
      '{"type":7}',
      '{"type":"event_callback"}',
      '{"type":"event_callback","event":null}',
      '{"type":"block_actions"}',
    ]) {
      expect([body, (await hook(request(body))).status]).toEqual([body, 400]);
    }
    expect((await hook(request("", "application/x-www-form-urlencoded"))).status).toBe(400);
    expect((await hook(request("command=", "application/x-www-form-urlencoded"))).status).toBe(400);
    expect((await hook(request("payload=null", "application/x-www-form-urlencoded"))).status).toBe(400);
    expect((await hook(new Request("http://rapport/hooks/slack"))).status).toBe(405);
  });

  it("does not say yes to what was not taken: Slack sends it again", async () => {
    const failing = createHook({ signingSecret: secret, handle: async () => Promise.reject(new Error("down")), now: () => noon, log: silent });

    expect(
      (await failing(request(JSON.stringify({ type: "event_callback", team_id: "T1", event_id: "Ev1", event: { type: "message" } })))).status,
    ).toBe(503);
  });
});

describe("an event", () => {
  const noting = (contactId: () => string, before: () => Promise<void> = async () => {}) => ({
    events: [
      {
        type: "message" as const,
        run: async ({ sender }: { sender: { ctx: Parameters<typeof addNote>[0] } | null }) => {
          await before();
          if (sender) await addNote(sender.ctx, { contactId: contactId(), text: "noted" });
        },
      },
    ],
  });

  it.each(["http", "socket"] as const)("has its effect once, however often it comes by %s", async (by) => {
    let contactId = "";
    const { ctx, slack, member, customer } = await openStaffStage({ by, register: noting(() => contactId) });
    await member(maria, "agent");
    contactId = (await customer()).contactId;

    const first = await slack.says(maria.id, "C0STAFF", "hello", null, { eventId: "Ev1" });
    const again = await slack.says(maria.id, "C0STAFF", "hello", null, { eventId: "Ev1", repeat: { num: 1, reason: "http_timeout" } });
    await Promise.all(
      [2, 3].map((num) => slack.says(maria.id, "C0STAFF", "more", null, { eventId: "Ev2", repeat: { num, reason: "http_timeout" } })),
    );

    expect([first.status, again.status]).toEqual([200, 200]);
    expect((await ctx.store.labels.notes(contactId, { limit: 10, cursor: null })).data).toHaveLength(2);
  });

  it("that could not be taken is taken when it comes again", async () => {
    let contactId = "";
    let fails = 1;
    const failing = async () => {
      if (fails-- > 0) throw new Error("the process has died");
    };
    const { ctx, slack, member, customer } = await openStaffStage({ register: noting(() => contactId, failing) });
    await member(maria, "agent");
    contactId = (await customer()).contactId;

    const lost = await slack.says(maria.id, "C0STAFF", "hello", null, { eventId: "Ev1" });
    const again = await slack.says(maria.id, "C0STAFF", "hello", null, { eventId: "Ev1", repeat: { num: 1, reason: "http_error" } });

    expect([lost.status, again.status]).toEqual([503, 200]);
    expect((await ctx.store.labels.notes(contactId, { limit: 10, cursor: null })).data).toHaveLength(1);
  });

  it("of another workspace is not heard", async () => {
    const { ctx, slack, customer } = await openStaffStage({ register: noting(() => "con_1") });
    const { contactId } = await customer();
    const body = JSON.stringify({
      type: "event_callback",
      team_id: "T0OTHER",
      event_id: "Ev9",
      event: { type: "message", user: maria.id, text: "x", channel: "C1" },
    });

    await slack.hook?.(slack.signed(body, "application/json"));

    expect((await ctx.store.labels.notes(contactId, { limit: 10, cursor: null })).data).toEqual([]);
  });
});

it("comes back when Slack closes the socket, and takes commands there", async () => {
  const { slack, member } = await openStaffStage({ by: "socket" });
  await member(maria, "agent");
  const again = slack.untilConnected();

  slack.disconnect();
  await again;
  await slack.command(maria.id, "help");

  await eventually(
    async () => slack.whispers,
    (whispers) => whispers.length === 1,
  );
  expect(slack.whispers[0]?.userId).toBe(maria.id);
});
