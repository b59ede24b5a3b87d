import { expect, it } from "vitest";
import { CrmError } from "#core/errors.ts";
import { hasHealth, type InboundEvent } from "#core/ports/channel.ts";
import type { ChannelHarness } from "./channel-harness.ts";

const wordsOf = (event: InboundEvent) => (event.kind === "message" ? event.message.text : event.kind);

/** Receives; `refuse` may throw, and what it lets through is noted. */
function inbox(refuse: (text: string) => void = () => {}) {
  const texts: string[] = [];
  const receive = async (event: InboundEvent) => {
    refuse(wordsOf(event));
    texts.push(wordsOf(event));
  };
  return { texts, receive };
}

/** Throws for a text, so many times. */
function refusing(text: string, times: number, error: () => Error): (text: string) => void {
  let left = times;
  return (given) => {
    if (given !== text || left === 0) return;
    left -= 1;
    throw error();
  };
}

const unavailable = () => new CrmError("unavailable", "the store is busy");

export function receivingContract(harness: () => ChannelHarness): void {
  it("hands over what customers write, in their order", async () => {
    const { channel, customerWrites, settled } = harness();
    const { texts, receive } = inbox();
    await channel.start(receive);

    for (const text of ["one", "two", "three"]) customerWrites(text);
    await settled();

    expect(texts).toEqual(["one", "two", "three"]);
    expect(hasHealth(channel) && channel.health().state).toBe("connected");
  });

  it("starts once and stops once, however often it is asked", async () => {
    const { channel, customerWrites, settled } = harness();
    const { texts, receive } = inbox();
    const second = inbox();
    await channel.stop();
    await channel.start(receive);
    await channel.start(second.receive);

    customerWrites("once");
    await settled();
    await Promise.all([channel.stop(), channel.stop()]);
    await channel.stop();

    expect(texts).toEqual(["once"]);
    expect(second.texts).toEqual([]);
  });

  it("leaves for the next start what comes while it is stopped", async () => {
    const { channel, customerWrites, settled } = harness();
    const { texts, receive } = inbox();
    await channel.start(receive);
    await channel.stop();

    customerWrites("anybody there?");
    const textsWhileStopped = [...texts];
    await channel.start(receive);
    await settled();

    expect(textsWhileStopped).toEqual([]);
    expect(texts).toEqual(["anybody there?"]);
  });

  it("tells the platform that an update is safe only when it is", async () => {
    const { channel, customerWrites, settled, roundTrip, unconfirmed } = harness();
    const waiting: number[] = [];
    await channel.start(async () => {
      for (let trips = 0; trips < 3; trips += 1) await roundTrip();
      waiting.push(unconfirmed());
    });

    customerWrites("keep me");
    await settled();

    expect(waiting).toEqual([1]);
  });

  it("stops only when what it is handing over is durable", async () => {
    const { channel, customerWrites, roundTrip } = harness();
    const order: string[] = [];
    const handedOver = Promise.withResolvers<void>();
    await channel.start(async () => {
      handedOver.resolve();
      await roundTrip();
      order.push("durable");
    });

    customerWrites("the last one");
    await handedOver.promise;
    await channel.stop();
    order.push("stopped");

    expect(order).toEqual(["durable", "stopped"]);
  });

  it("tries again what the core cannot take now, and lets nothing of that chat overtake", async () => {
    const { channel, customerWrites, settled, poison } = harness();
    const { texts, receive } = inbox(refusing("one", 8, unavailable));
    await channel.start(receive);

    for (const text of ["one", "two"]) customerWrites(text);
    await settled();

    expect(texts).toEqual(["one", "two"]);
    expect(poison).toEqual([]);
  });

  it("sets aside what the core refuses for good, and goes on", async () => {
    const { channel, customerWrites, settled, poison } = harness();
    const { texts, receive } = inbox(refusing("bad", 1, () => new CrmError("invalid", "/text is not to be kept")));
    await channel.start(receive);

    for (const text of ["bad", "good"]) customerWrites(text);
    await settled();

    expect(texts).toEqual(["good"]);
    expect(poison.map(({ code }) => code)).toEqual(["invalid"]);
    expect(JSON.stringify(poison[0]?.update)).toContain("bad");
  });

  it("sets aside what it cannot read, and goes on", async () => {
    const { channel, customerWrites, platformSendsNonsense, settled, poison } = harness();
    const { texts, receive } = inbox();
    await channel.start(receive);

    platformSendsNonsense();
    customerWrites("sense");
    await settled();

    expect(texts).toEqual(["sense"]);
    expect(poison.map(({ code }) => code)).toEqual(["unreadable"]);
  });

  it("bears an error nobody foresaw some times, then sets the update aside", async () => {
    const { channel, customerWrites, settled, poison } = harness();
    const { texts, receive } = inbox((text) => {
      if (text === "cursed") throw new TypeError("a bug");
      refusingTwice(text);
    });
    const refusingTwice = refusing("unlucky", 2, () => new Error("disk full"));
    await channel.start(receive);

    for (const text of ["cursed", "unlucky", "well"]) customerWrites(text);
    await settled();

    expect(texts).toEqual(["unlucky", "well"]);
    expect(poison.map(({ code }) => code)).toEqual(["failing"]);
  });

  it("does not tell the platform while an update can be neither kept nor set aside", async () => {
    const { channel, customerWrites, settled, poison, poisonFails } = harness();
    const { texts, receive } = inbox(refusing("bad", 3, () => new CrmError("invalid", "no")));
    poisonFails(2);
    await channel.start(receive);

    for (const text of ["bad", "good"]) customerWrites(text);
    await settled();

    expect(poison.map(({ code }) => code)).toEqual(["invalid"]);
    expect(texts).toEqual(["good"]);
  });

  it("lets one customer's trouble hold up no other", async () => {
    const { channel, customerWrites, settled } = harness();
    const otherArrived = Promise.withResolvers<void>();
    const { texts, receive } = inbox((text) => {
      if (text === "from another") otherArrived.resolve();
      else if (!texts.includes("from another")) throw unavailable();
    });
    await channel.start(receive);

    customerWrites("stuck");
    customerWrites("from another", "another");
    await otherArrived.promise;
    await settled();

    expect(texts).toEqual(["from another", "stuck"]);
  });
}
