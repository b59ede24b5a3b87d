import { expect, it } from "vitest";
import type { ConsentDecision, ConsentRecord } from "#core/model/people/consent.ts";
import { optedInByOthers } from "#core/rules/merge/own-words.ts";

const theirs = new Set(["their message"]);

function line(at: number, decision: ConsentDecision, messageId: string | null, node = "con_1"): ConsentRecord {
  const common = { agentId: "agt_1", contactId: "con_1", source: "keyword", reason: null, quote: null, by: "channel" } as const;
  return { ...common, id: `cns_${at}`, node, decision, messageId, at };
}

it.each<[string, ConsentRecord[], string[]]>([
  ["STOP, and START by the other", [line(1, "opt_out", "own"), line(2, "opt_in", "their message")], ["con_1"]],
  ["the same, told in another order", [line(2, "opt_in", "their message"), line(1, "opt_out", "own")], ["con_1"]],
  ["STOP, and START by themselves", [line(1, "opt_out", "own"), line(2, "opt_in", "own too")], []],
  ["STOP, and opted in by staff", [line(1, "opt_out", "own"), line(2, "opt_in", null)], []],
  ["STOP and START by the other alone", [line(1, "opt_out", "their message"), line(2, "opt_in", "their message")], []],
  ["opted out again since", [line(1, "opt_out", "own"), line(2, "opt_in", "their message"), line(3, "opt_out", null)], []],
  ["another node's STOP", [line(1, "opt_out", "own", "con_2"), line(2, "opt_in", "their message")], []],
  ["nothing said", [], []],
])("%s", (_, lines, nodes) => {
  expect(optedInByOthers(lines, theirs).map(({ node }) => node)).toEqual(nodes);
});
