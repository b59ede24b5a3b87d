import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hasHealth, type InboundEvent, type OutboundMessage } from "#core/ports/channel.ts";
import type { ChannelHarness, Fixture } from "./channel-harness.ts";
import { deepFreeze } from "./channel-harness.ts";
import { receivingContract } from "./receiving-contract.ts";
import { sendingContract } from "./sending-contract.ts";

export type Subject = {
  make(): Promise<ChannelHarness>;
  fixtures: readonly Fixture[];
  parse(update: unknown): InboundEvent | undefined;
  render(message: OutboundMessage): unknown;
};

/** What every channel owes, whatever the platform: called once for each way it is run. */
export function channelContract(name: string, { make, fixtures, parse, render }: Subject): void {
  describe(`${name}: parsing and rendering`, () => {
    it.each(fixtures)("reads $name", ({ update, event }) => {
      expect(parse(update) ?? null).toEqual(event);
    });

    it.each(fixtures)("reads $name twice the same, and leaves it as it was", ({ update }) => {
      const frozen = deepFreeze(structuredClone(update));

      expect(parse(frozen)).toEqual(parse(frozen));
      expect(frozen).toEqual(update);
    });

    it("renders twice the same, and leaves the message as it was", () => {
      const message = deepFreeze({
        deliveryId: "dlv_1",
        to: "1",
        text: "Your room is ready",
        media: [{ url: "https://example.com/a.jpg", type: "image/jpeg" }],
      });

      expect(render(message)).toEqual(render(message));
    });
  });

  describe(name, () => {
    let harness: ChannelHarness;
    beforeEach(async () => {
      harness = await make();
    });
    afterEach(async () => {
      await harness.channel.stop();
      await harness.close();

      const seen = harness.logged() + JSON.stringify(hasHealth(harness.channel) ? harness.channel.health() : null);
      for (const secret of harness.secrets) expect(seen).not.toContain(secret);
    });

    receivingContract(() => harness);
    sendingContract(() => harness);
  });
}
