import { expect, it } from "vitest";
import { RunningCalls } from "#bots/staff/slack/running-calls.ts";

const never = () => new Promise<void>(() => {});

it("is settled when no call is running, and when the last of several has ended, also with an error", async () => {
  const calls = new RunningCalls(never);
  await calls.settled();
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const running = [calls.track(() => first.promise), calls.track(() => second.promise)];
  const seen: string[] = [];
  const settled = calls.settled().then(() => seen.push("settled"));

  first.resolve();
  await running[0];
  seen.push("first ended");
  second.reject(new Error("no"));
  await expect(running[1]).rejects.toThrow("no");
  await settled;

  expect(seen).toEqual(["first ended", "settled"]);
});

it("waits no longer than Slack itself does", async () => {
  const waited: number[] = [];
  const calls = new RunningCalls(async (ms) => void waited.push(ms));
  void calls.track(never);

  await calls.settled();

  expect(waited).toEqual([3_000]);
});
