import type { MessageEntity } from "grammy/types";
import { expect, it } from "vitest";
import { withAddresses } from "#bots/channels/telegram/entities.ts";

const link = (offset: number, length: number, url: string): MessageEntity => ({ type: "text_link", offset, length, url });

it.each<[string, string, MessageEntity[], string]>([
  ["a link", "look here please", [link(5, 4, "https://example.com/a")], "look here (https://example.com/a) please"],
  ["two links", "a b", [link(0, 1, "https://a.example/"), link(2, 1, "https://b.example/")], "a (https://a.example/) b (https://b.example/)"],
  ["a link after an emoji", "😄 here", [link(3, 4, "https://example.com")], "😄 here (https://example.com)"],
  ["words that are the address", "example.com", [link(0, 11, "https://example.com/")], "example.com"],
  ["a spoiler", "the code is 42", [{ type: "spoiler", offset: 12, length: 2 }], "the code is 42"],
  ["code", "run npm", [{ type: "code", offset: 4, length: 3 }], "run npm"],
  [
    "a mention without a username",
    "ask Ana",
    [{ type: "text_mention", offset: 4, length: 3, user: { id: 1, is_bot: false, first_name: "Ana" } }],
    "ask Ana",
  ],
  ["an emoji of one's own", "👍", [{ type: "custom_emoji", offset: 0, length: 2, custom_emoji_id: "5" }], "👍"],
])("%s", (_story, text, entities, words) => {
  expect(withAddresses(text, entities)).toBe(words);
});
