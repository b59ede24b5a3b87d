import { expect, it } from "vitest";
import { escalationRuleSchema } from "#core/model/escalation.ts";
import { replayRule } from "#core/rules/escalations/replay.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { monday, onDay, said } from "#tests/support/people/said.ts";
import { contactRow, conversationRow } from "#tests/support/records/records.ts";

it("shows the first words and the newest of an alert that very many would have added to", () => {
  const rule = escalationRuleSchema.parse({ id: "lawyer", name: "Lawyer", kind: "custom", keywords: ["lawyer"], muteMinutes: 60 });
  const facts = Array.from({ length: 30 }, (_, i) => said(`my lawyer, ${i}`, { at: monday + i, id: `msg_${i}` }));
  const contact = contactRow("con_1", { createdAt: monday });
  const of = { contact, facts, conversations: [conversationRow("cnv_1", "con_1", "idn_1")], tags: [], branches: [] };

  const [alert] = replayRule(rule, of, defaultSettings(), { from: monday, until: onDay(1) });

  const newest = Array.from({ length: 19 }, (_, i) => `msg_${i + 11}`);
  expect(alert?.evidence.map(({ messageId }) => messageId)).toEqual(["msg_0", ...newest]);
});
