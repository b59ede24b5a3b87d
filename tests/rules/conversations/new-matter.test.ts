import { expect, it } from "vitest";
import { isNewMatter } from "#core/rules/conversations/new-matter.ts";
import { hour } from "#core/rules/time.ts";

const now = Date.UTC(2026, 2, 2, 4);
const message = { id: "msg_2", sentAt: now, history: false };
const before = { sentAt: now - 8 * hour };
const waits = { waitingMessageId: "msg_2" };

it.each([
  ["what waits, after a long silence", message, before, waits, true],
  ["what waits, soon after the words before it", message, { sentAt: now - 8 * hour + 1 }, waits, false],
  ["what goes on with a wait that began before", message, before, { waitingMessageId: "msg_1" }, false],
  ["what wants no answer", message, before, { waitingMessageId: null }, false],
  ["the first words of all", message, null, waits, false],
  ["words of long ago", { ...message, history: true }, before, waits, false],
])("%s: a new matter or not", (_what, said, last, conversation, isNew) => {
  expect(isNewMatter(said, last, conversation)).toBe(isNew);
});
