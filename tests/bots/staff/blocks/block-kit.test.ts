import { expect, it } from "vitest";
import { blockKitFaults } from "#tests/support/slack/block-kit.ts";

const section = (text: string, given: object = {}) => ({ type: "section", text: { type: "mrkdwn", verbatim: true, text }, ...given });
const button = (id: string) => ({ type: "button", text: { type: "plain_text", text: "Go" }, action_id: id, value: "1" });

it.each<[string, object[], RegExp]>([
  ["a live mention", [section("Hi <!channel>")], /live markup/],
  ["a live link", [section("> <https://evil.example|Sign in>")], /live markup/],
  ["somebody else's date", [section("<!date^0^{date}|evil>")], /live markup/],
  ["a bare &", [section("a & b")], /bare &/],
  ["an entity cut in two", [section("a &am…")], /bare &/],
  ["words that Slack may link", [{ type: "section", text: { type: "mrkdwn", text: "@channel" } }], /verbatim/],
  ["a text that is too long", [section("a".repeat(3001))], /3001 of at most 3000/],
  ["nothing at all", [section("")], /empty/],
  ["one block id twice", [section("a", { block_id: "x" }), section("b", { block_id: "x" })], /block_id/],
  ["one action id twice in a block", [{ type: "actions", elements: [button("a"), button("a")] }], /action_id/],
  ["too many blocks", Array.from({ length: 51 }, () => section("a")), /51 of at most 50/],
  ["text that turns around", [section("\u202Eabc")], /direction/],
  ["an input in a message", [{ type: "input", label: { type: "plain_text", text: "A" }, element: button("a") }], /input in a message/],
])("finds %s", (_, blocks, fault) => {
  expect(blockKitFaults({ blocks }).join("\n")).toMatch(fault);
});
