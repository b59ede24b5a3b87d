import { createServer } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import type { ActionHandler } from "#bots/staff/slack/feature.ts";
import { slackAddresses } from "#bots/staff/slack/slack-addresses.ts";
import { eventually } from "#tests/support/eventually.ts";
import { fetchAnywhere, fetchPublic } from "#tests/support/public-fetch.ts";
import { maria, openStaffStage, type StaffStage } from "#tests/support/slack/staff.ts";

/** A server that is none of Slack's, and how often it was reached. */
async function stranger() {
  let count = 0;
  const server = createServer((_request, response) => {
    count += 1;
    response.end("ok");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`, count: () => count };
}

describe("a signed call whose response_url is none of Slack's", () => {
  const isLogged = ({ log }: StaffStage) =>
    eventually(
      async () => log,
      (lines) => lines.some(({ fields }) => fields.code === "unavailable"),
    );

  it("is not answered there when it is a command", async () => {
    const [stage, other] = [await openStaffStage(), await stranger()];
    await stage.member(maria, "agent");
    stage.slack.respondAt = other.url;

    const { status } = await stage.slack.command(maria.id, "help");
    await isLogged(stage);

    expect([status, other.count(), stage.slack.whispers]).toEqual([200, 0, []]);
  });

  it("is not answered there when it is a press", async () => {
    const ping: ActionHandler = { id: "test:ping", role: "viewer", audit: "test.ping", run: ({ respond }) => respond("pong") };
    const [stage, other] = [await openStaffStage({ register: { actions: [ping] } }), await stranger()];
    const { slack } = stage;
    await stage.member(maria, "agent");
    const elements = [{ type: "button", action_id: ping.id, text: { type: "plain_text", text: "Ping" }, value: "x" }];
    slack.call("chat.postMessage", { channel: "C0STAFF", text: "a card", blocks: [{ type: "actions", block_id: "b", elements }] });
    const [card] = slack.in("C0STAFF");
    if (!card) throw new Error("there is no card");

    await slack.press(maria.id, card, ping.id);
    const [answer] = await eventually(
      async () => slack.whispers,
      ({ length }) => length > 0,
    );
    slack.respondAt = other.url;
    await slack.press(maria.id, card, ping.id);
    await isLogged(stage);

    expect(answer).toMatchObject({ userId: maria.id, text: "pong" });
    expect([other.count(), slack.whispers.length]).toEqual([0, 1]);
  });
});

describe("addresses that Slack names", () => {
  const file = new Uint8Array([1, 2, 3]);

  it("are not posted to on loopback", async () => {
    const other = await stranger();
    const addresses = slackAddresses(fetchPublic, undefined);

    expect(await addresses.respond(`${other.url}/respond`, {})).toBe(false);
    await expect(addresses.upload(`${other.url}/upload`, file)).rejects.toMatchObject({ code: "unavailable" });
    expect(other.count()).toBe(0);
  });

  it("may be at the operator's other Slack, at no other port, and on loopback where that is allowed", async () => {
    const [ours, other] = [await stranger(), await stranger()];
    const addresses = slackAddresses(fetchPublic, `${ours.url}/api`);

    expect(await addresses.respond(`${ours.url}/respond`, {})).toBe(true);
    await addresses.upload(`${ours.url}/upload`, file);
    expect(await addresses.respond(`${other.url}/respond`, {})).toBe(false);
    expect(await slackAddresses(fetchAnywhere, undefined).respond(`${other.url}/respond`, {})).toBe(true);
    expect([ours.count(), other.count()]).toEqual([2, 1]);
  });
});
