import { describe, expect, it, onTestFinished } from "vitest";
import type { NewMessage } from "#core/model/inbound.ts";
import type { Settings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { release, takeOver } from "#core/usecases/conversations/take-over.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { openCore } from "#tests/support/context.ts";

const monday = Date.parse("2026-03-02T18:00:00Z");
const hour = 3_600_000;
const weekdays = [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }];

async function opened(greeting: Partial<Settings["greeting"]> = {}, duty: Partial<Settings["duty"]> = {}) {
  const clock = { now: monday };
  const settings = defaultSettings();
  const core = await openCore(() => clock.now, {
    ...settings,
    greeting: { ...settings.greeting, hours: weekdays, ...greeting },
    duty: { ...settings.duty, ...duty },
  });
  onTestFinished(() => core.close());
  const { ctx } = core;
  const say = (text: string, more: Partial<NewMessage> = {}) => {
    const common = { channel: "telegram", account: "default", direction: "inbound", author: "customer", origin: "api" } as const;
    return ingestMessage(ctx, { ...common, media: [], from: { externalId: "7", name: "Ana" }, text, sentAt: null, externalId: null, ...more });
  };
  const told = async () => (await ctx.store.deliveries.list({}, { limit: 50, cursor: null })).data.map(({ text }) => text).reverse();
  return { ctx, clock, say, told };
}

describe("who writes while it is closed", () => {
  it("is told once each time it is closed, in their language, and goes on waiting", async () => {
    const { say, told, clock } = await opened();
    const { conversation } = await say("Hola, ¿cuánto cuesta la habitación para dos noches?");
    clock.now += hour;
    await say("¿Hay alguien?");
    expect(conversation.state).toBe("waiting");
    expect(await told()).toEqual([expect.stringContaining("abrimos mañana a las 9:00")]);

    clock.now = Date.parse("2026-03-03T10:00:00Z");
    await say("¿Ya están abiertos?");
    expect(await told()).toHaveLength(1);
    clock.now = Date.parse("2026-03-03T20:00:00Z");
    await say("¿Y ahora?");
    expect(await told()).toHaveLength(2);
  });

  it("is told by the hours and the clock of their branch", async () => {
    const { ctx, say, told, clock } = await opened();
    const branch = {
      id: "brn_1",
      agentId: ctx.store.agentId,
      name: "Cebu",
      nameKey: "cebu",
      address: null,
      email: null,
      phone: null,
      timeZone: "Asia/Manila",
      createdAt: 1,
    };
    await ctx.store.commit(new ChangeSet().insert("branches", branch));
    clock.now = Date.parse("2026-03-02T02:00:00Z");
    await say("How much is a night?", { from: { externalId: "7", name: "Ana", branch: "Cebu" } });
    expect(await told()).toEqual([]);

    clock.now = Date.parse("2026-03-02T11:00:00Z");
    await say("And for two nights?");
    expect(await told()).toEqual([expect.stringContaining("tomorrow at 9 am")]);
  });

  it.each<[string, (world: Awaited<ReturnType<typeof opened>>) => Promise<unknown>]>([
    ["what they write is old", ({ say }) => say("How much is a night?", { sentAt: monday - 48 * hour })],
    ["we write", ({ say }) => say("We are here tomorrow", { direction: "outbound", author: "staff" })],
    ["they only opt out", ({ say }) => say("please don't write me any more")],
  ])("is told nothing when %s", async (_, act) => {
    for (const tellWhenClosed of [true, false]) {
      const world = await opened({ awayText: "Closed" }, { tellWhenClosed });
      await act(world);

      expect((await world.told()).filter((text) => text.includes("Closed"))).toEqual([]);
    }
  });

  it("is told nothing while staff own the conversation", async () => {
    const { ctx, say, told, clock } = await opened();
    clock.now = Date.parse("2026-03-03T10:00:00Z");
    const { conversation } = await say("How much is a night?");
    await takeOver(ctx, { id: conversation.id });
    clock.now = Date.parse("2026-03-03T18:00:00Z");
    await say("Hello? Is the room free?");
    expect(await told()).toEqual([]);

    await release(ctx, { id: conversation.id });
    await say("Hello? Is the room free?");
    expect(await told()).toHaveLength(1);
  });

  it("is greeted as the settings say where nobody is to be told", async () => {
    const { say, told } = await opened({ text: "Welcome", awayText: "Closed" }, { tellWhenClosed: false });
    await say("How much is a night?");
    await say("Hello?");

    expect(await told()).toEqual(["Closed"]);
  });
});
