import { expect, it } from "vitest";
import type { ChannelName } from "#core/model/vocabulary.ts";
import { vetoesBetween } from "#core/rules/merge/vetoes.ts";

const on = (channel: ChannelName, externalId: string, account = "shop") => ({ channel, account, externalId });

it.each([
  ["two users of one Telegram bot", on("telegram", "1"), on("telegram", "2"), true],
  ["users of two Telegram bots", on("telegram", "1"), on("telegram", "2", "other"), false],
  ["users of two channels", on("telegram", "1"), on("web", "2"), false],
  ["one and the same user", on("web", "1"), on("web", "1"), false],
  ["two WhatsApp numbers", on("whatsapp", "639171234567"), on("whatsapp", "639181234567"), true],
  ["two WhatsApp lids", on("whatsapp", "1@lid"), on("whatsapp", "2@lid"), true],
  ["a WhatsApp number and a lid", on("whatsapp", "639171234567"), on("whatsapp", "2@lid"), false],
  ["a WhatsApp number and a business-scoped id", on("whatsapp", "639171234567"), on("whatsapp", "US.13491208655302741918"), false],
  ["a WhatsApp lid and a business-scoped id", on("whatsapp", "2@lid"), on("whatsapp", "US.13491208655302741918"), false],
])("%s: a veto is %4$s", (_story, a, b, isVeto) => {
  expect(vetoesBetween([a], [b])).toEqual(isVeto ? [[a, b]] : []);
  expect(vetoesBetween([b], [a])).toEqual(isVeto ? [[b, a]] : []);
});

it("names every pair", () => {
  const [a, b, c] = [on("web", "1"), on("web", "2"), on("web", "3")];

  expect(vetoesBetween([a, b], [c])).toEqual([
    [a, c],
    [b, c],
  ]);
});
