import { describe, expect, it } from "vitest";
import { getAlert } from "#core/usecases/alerts/get-alert.ts";
import { remindAlerts } from "#core/usecases/alerts/remind-alerts.ts";
import { ingestBatch } from "#core/usecases/messages/ingest-batch.ts";
import { staffCalled } from "./alerted.ts";

const minute = 60_000;
const staff = { direction: "outbound", author: "staff" } as const;

describe("what a colleague answers", () => {
  it("acknowledges the alert, and nobody is reminded of it", async () => {
    const { ctx, as, clock, says, asksForPerson } = await staffCalled();
    const { id } = await asksForPerson();

    await says("Hello Ana, this is Ben. How can I help?", staff, as("stf_ben"));

    expect(await getAlert(ctx, { id })).toMatchObject({ state: "acknowledged", ownerId: "stf_ben", remindAt: null });
    clock.now += 60 * minute;
    expect(await remindAlerts(ctx, { limit: 100 })).toBe(0);
  });

  it("acknowledges it for nobody in particular where the writer is not known", async () => {
    const { ctx, says, asksForPerson } = await staffCalled();
    const { id } = await asksForPerson();

    await says("Hello Ana, how can I help?", staff);

    const alert = await getAlert(ctx, { id });
    expect(alert).toMatchObject({ state: "acknowledged", ownerId: null });
    expect(alert.history.at(-1)).toMatchObject({ what: "acknowledged", by: "system" });
  });

  it("opens again when the customer then asks for a person", async () => {
    const { ctx, says, asksForPerson } = await staffCalled();
    const { id } = await asksForPerson();
    await says("Hello Ana, how can I help?", staff);

    await says("Get me a human please");

    expect(await getAlert(ctx, { id })).toMatchObject({ state: "open", reminders: 1 });
  });

  it("acknowledges what one batch brings with its answer", async () => {
    const { ctx, clock, alerts } = await staffCalled();
    const common = { channel: "telegram", account: "default", origin: "api", from: { externalId: "7" } } as const;
    await ingestBatch(ctx, [
      {
        ...common,
        media: [],
        direction: "inbound",
        author: "customer",
        text: "I want to talk to a human",
        sentAt: clock.now - 2 * minute,
        externalId: "1",
      },
      { ...common, ...staff, media: [], text: "Hello, this is Ben. How can I help?", sentAt: clock.now - minute, externalId: "2" },
    ]);

    expect(await alerts()).toMatchObject([{ rule: "asks_for_person", state: "acknowledged" }]);
  });

  it.each<[string, string, Parameters<Awaited<ReturnType<typeof staffCalled>>["says"]>[1]]>([
    ["the bot", "Hello Ana, how can I help?", { direction: "outbound", author: "bot" }],
    ["the customer", "Hello?", {}],
    ["a colleague before it", "Hello Ana, how can I help?", { ...staff, sentAt: Date.parse("2026-03-04T09:58:00Z") }],
    ["a colleague long ago", "Hello Ana, how can I help?", { ...staff, sentAt: Date.parse("2026-03-01T10:00:00Z") }],
  ])("is not what %s says", async (_, text, more) => {
    const { ctx, says, asksForPerson } = await staffCalled();
    const { id } = await asksForPerson();

    await says(text, more);

    expect(await getAlert(ctx, { id })).toMatchObject({ state: "open", ownerId: null });
  });

  it("does not acknowledge the alert that the same words raise", async () => {
    const { says, alerts } = await staffCalled();
    await says("Can you change the name on my ticket?");
    await says("I'm sorry, I'm not able to do that", staff);

    expect(await alerts()).toMatchObject([{ rule: "asks_for_person", state: "open" }]);
  });
});
