import { expect, it } from "vitest";
import { slackReader } from "#tests/support/slack/slack-reader.ts";
import { maria, openStaffStage } from "#tests/support/slack/staff.ts";

type Json = Record<string, unknown>;
type Path = (string | number)[];

/** Every place in a payload, by its keys. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

/** The payload with something else at one place; undefined takes it away. */
function withOther(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  if (Array.isArray(value)) return value.map((inner, at) => (String(at) === String(key) ? withOther(inner, rest, other) : inner));
  // Paths lead through objects and lists alone.
  const held = value as Json;
  return { ...held, [key]: withOther(held[key], rest, other) };
}

const others = [undefined, null, 7, "x", "", [], {}, [null], true];

it("a signed call that is not as Slack's are is refused, whatever is missing or wrong in it, and never fails", async () => {
  const stage = await openStaffStage();
  const { slack, member, customer, workspaces } = stage;
  await member(maria, "admin");
  await customer();
  const calls: { body: string; type: string }[] = [];
  const hook = slack.hook ?? (() => Promise.reject(new Error("this stage is not called over HTTP")));
  slack.hook = async (request) => {
    calls.push({ body: await request.clone().text(), type: request.headers.get("content-type") ?? "" });
    return hook(request);
  };
  const reader = slackReader(slack, maria);
  const list = await reader.asks("find reyes");
  const modal = await reader.opens(() => slack.press(maria.id, list, "contacts:tag"));
  await reader.fills(modal, { newTag: "Family" });
  await slack.says(maria.id, "C0STAFF", "hello");

  const wrong: string[] = [];
  const send = async (what: string, body: string, type: string) => {
    const { status } = await workspaces.hook(null, slack.signed(body, type));
    if (status >= 500) wrong.push(`${what}: ${status}`);
  };
  let sent = 0;
  for (const { body, type } of calls) {
    const form = new URLSearchParams(body);
    const payload = form.get("payload");
    const given: unknown = payload !== null ? JSON.parse(payload) : type.includes("json") ? JSON.parse(body) : Object.fromEntries(form);
    for (const path of placesIn(given)) {
      for (const other of others) {
        const changed = withOther(given, path, other);
        const text = JSON.stringify(changed) ?? "";
        const written = payload !== null ? String(new URLSearchParams({ payload: text })) : type.includes("json") ? text : formOf(changed);
        await send(`${path.join("/")} = ${JSON.stringify(other)}`, written, type);
        sent++;
      }
    }
  }

  expect(calls.length).toBeGreaterThanOrEqual(4);
  expect(sent).toBeGreaterThan(500);
  expect(wrong).toEqual([]);
});

const formOf = (value: unknown): string =>
  typeof value === "object" && value !== null
    ? String(new URLSearchParams(Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, String(inner)]]))))
    : "";
