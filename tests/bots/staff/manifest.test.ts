import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { features } from "#bots/staff/index.ts";
import manifest from "#bots/staff/manifest.json" with { type: "json" };
import { joinFeatures } from "#bots/staff/slack/feature.ts";

const { commands, events } = joinFeatures(features);
/** Scopes that a method needs (https://docs.slack.dev/reference/methods), and that an event does. */
const methods: Record<string, string[]> = {
  // No methods: they call an address that Slack has named.
  "addresses.download": ["files:read"],
  "addresses.upload": [],
  "auth.test": [],
  "chat.delete": ["chat:write"],
  "chat.getPermalink": [],
  "chat.postEphemeral": ["chat:write"],
  "chat.postMessage": ["chat:write"],
  "chat.update": ["chat:write"],
  "conversations.open": ["im:write"],
  "files.completeUploadExternal": ["files:write"],
  "files.delete": ["files:write"],
  "files.info": ["files:read"],
  "files.getUploadURLExternal": ["files:write"],
  // The address is what tells who somebody is.
  "users.info": ["users:read", "users:read.email"],
  "views.open": [],
  "views.publish": [],
  "views.push": [],
  "views.update": [],
};
const subscriptions: Record<string, { bot: string[]; scopes: string[] }> = {
  app_home_opened: { bot: ["app_home_opened"], scopes: [] },
  message: { bot: ["message.channels", "message.groups"], scopes: ["channels:history", "groups:history"] },
};

const sorted = (words: Iterable<string>) => [...new Set(words)].sort();

it("asks for exactly the scopes that what the code calls and hears needs", () => {
  const sources = globSync("bots/staff/**/*.ts").map((path) => readFileSync(path, "utf8"));
  const called = sources.flatMap((source) => [...source.matchAll(/\b(?:client|web)\.([a-z]+\.[a-zA-Z]+)\(/g)].map(([, method = ""]) => method));
  const needed = [
    ...called.flatMap((method) => methods[method] ?? [`unknown: ${method}`]),
    ...events.flatMap(({ type }) => subscriptions[type]?.scopes ?? []),
  ];

  expect(sorted(manifest.oauth_config.scopes.bot)).toEqual(sorted([...needed, "commands"]));
});

it("subscribes to exactly the events that have a handler", () => {
  expect(sorted(manifest.settings.event_subscriptions.bot_events)).toEqual(sorted(events.flatMap(({ type }) => subscriptions[type]?.bot ?? [type])));
});

it("hints at every word of the one command", () => {
  const [command, ...others] = manifest.features.slash_commands;

  expect(others).toEqual([]);
  expect(command?.command).toBe("/people");
  expect(command?.usage_hint.split(" | ").map((hint) => hint.split(" ")[0])).toEqual([...commands.map(({ word }) => word), "help"]);
});
