import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entriesPerPage, inboxList } from "#bots/staff/inbox/list-blocks.ts";
import { everybodyWhoWaits, readView, viewNamed, writeView } from "#bots/staff/inbox/view.ts";
import { inboxStates } from "#core/model/conversation.ts";
import { channels } from "#core/model/vocabulary.ts";
import { minute } from "#core/rules/time.ts";
import { assignConversation } from "#core/usecases/conversations/assign-conversation.ts";
import { eventually } from "#tests/support/eventually.ts";
import { blockKitFaults } from "#tests/support/slack/block-kit.ts";
import { anyInboxOf } from "#tests/support/slack/block-kit-models.ts";
import type { FakeMessage } from "#tests/support/slack/fake-slack-state.ts";
import { slackReader } from "#tests/support/slack/slack-reader.ts";
import { carlo, maria, openStaffStage } from "#tests/support/slack/staff.ts";

const shown = ({ blocks }: FakeMessage) => JSON.stringify(blocks);
const namesIn = (message: FakeMessage) => [...shown(message).matchAll(/\*(Customer \d+)\*/g)].map(([, name]) => name);

/** The value of the option with these words in the list of this name. */
function chosenIn({ blocks }: FakeMessage, action: string, words: string): string {
  const found = blocks.flatMap(({ elements = [] }) => elements).find(({ action_id }) => action_id === action);
  const options = (found?.options ?? []) as { text: { text: string }; value: string }[];
  return options.find(({ text }) => text.text === words)?.value ?? "";
}

/** So many customers wait, the first longest. */
async function opened(customers: number) {
  const stage = await openStaffStage();
  const staff = { maria: await stage.member(maria, "agent"), carlo: await stage.member(carlo, "viewer") };
  const ids: string[] = [];
  for (let n = 1; n <= customers; n += 1) {
    ids.push((await stage.customer(`Customer ${n}`)).conversationId);
    stage.pass(minute);
  }
  const reader = slackReader(stage.slack, maria);
  return { ...stage, staff, ids, reader };
}

describe("the inbox", () => {
  it("shows who waits, longest first, with their words, in pages", async () => {
    const { reader } = await opened(11);

    const list = await reader.asks("inbox");
    expect(list.text).toBe("Inbox: 11 people wait");
    expect(namesIn(list)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `Customer ${n}`));
    expect(shown(list)).toContain("How much for two nights?");

    await reader.press(list, "inbox:next");
    expect(namesIn(list)).toEqual(["Customer 9", "Customer 10", "Customer 11"]);
    await reader.press(list, "inbox:back");
    expect(namesIn(list)[0]).toBe("Customer 1");
  });

  it("shows mine, nobody's, and what is done, by list or by word", async () => {
    const { ctx, reader, ids, staff } = await opened(3);
    await assignConversation(ctx, { id: ids[1] ?? "", assigneeId: staff.maria.id });

    const list = await reader.asks("inbox mine");
    expect(namesIn(list)).toEqual(["Customer 2"]);
    await reader.press(list, "inbox:whose", chosenIn(list, "inbox:whose", "Nobody’s"));
    expect(namesIn(list)).toEqual(["Customer 1", "Customer 3"]);
    await reader.press(list, "inbox:channel", chosenIn(list, "inbox:channel", "Telegram"));
    expect(namesIn(list)).toEqual([]);
    await reader.press(list, "inbox:channel", chosenIn(list, "inbox:channel", "All channels"));
    const told = await reader.press(list, "thread:done");
    expect(told.text).toBe("It is done. What they ask from here on opens it again.");
    await reader.press(list, "inbox:refresh");
    expect(namesIn(list)).toEqual(["Customer 3"]);
    await reader.press(list, "inbox:state", chosenIn(list, "inbox:state", "Done"));
    expect(namesIn(list)).toEqual(["Customer 1"]);
  });

  it("opens the thread of somebody, and leads there when it is posted", async () => {
    const { reader, slack, carry } = await opened(1);
    const list = await reader.asks("inbox");

    await reader.press(list, "thread:open");
    await carry();
    const told = await reader.press(list, "thread:open");

    const root = slack.messages.find((message) => message.threadTs === null && /"thread:cnv_/.test(shown(message)));
    expect(told.text).toContain(`https://seaside.slack.com/archives/C0STAFF/p${root?.ts.replace(".", "")}`);
    expect(slack.in("C0STAFF").filter(({ threadTs }) => threadTs === root?.ts)).toHaveLength(1);
  });

  it("is for everybody to see, and for agents to act on", async () => {
    const { slack } = await opened(1);
    const list = await slackReader(slack, carlo).asks("inbox");

    const told = await slackReader(slack, carlo).press(list, "thread:done");

    expect(told.text).toBe("This needs the role agent, and yours is viewer: ask an admin.");
  });

  it("is the first thing on the Home tab, where a press shows at once", async () => {
    const { slack, ids } = await opened(7);
    const home = () => slack.homes.get(maria.id);
    await slack.event({ type: "app_home_opened", user: maria.id, channel: "D0", tab: "home", event_ts: "1" });
    expect(JSON.stringify(home())).toContain("Waiting for an answer (7)");
    expect(JSON.stringify(home())).toContain("and 2 more: `/people inbox` shows all");

    await slack.pressIn(maria.id, home() ?? { type: "home", blocks: [] }, "thread:done");

    const after = await eventually(
      async () => JSON.stringify(home()),
      (blocks) => blocks.includes("Waiting for an answer (6)"),
    );
    expect(after).not.toContain(ids[0]);
  });
});

describe("what is shown of the inbox", () => {
  const view = fc.record({
    state: fc.constantFrom(...inboxStates),
    whose: fc.constantFrom("all" as const, "mine" as const, "unassigned" as const),
    branch: fc.option(fc.constant("brn_01kjpb7wg0ymzd7hw2nx0vcrrb")),
    channel: fc.option(fc.constantFrom(...channels)),
    pages: fc.array(fc.base64String({ minLength: 1, maxLength: 90 }), { maxLength: 12 }),
  });

  it("is read from a button as it was written into it", () => {
    fc.assert(fc.property(view, (one) => void expect(readView(writeView(one))).toEqual(one)));
    expect(() => readView("unknown.all.-.-")).toThrow("too old");
  });

  it.each([
    ["", everybodyWhoWaits],
    ["mine", { ...everybodyWhoWaits, whose: "mine" }],
    ["Taken over", { ...everybodyWhoWaits, state: "taken_over" }],
    ["done unassigned", { ...everybodyWhoWaits, state: "done", whose: "unassigned" }],
    ["whatever", everybodyWhoWaits],
  ])("is asked for by the words “%s”", (words, expected) => {
    expect(viewNamed(words)).toEqual(expected);
  });

  it("is taken by Slack and harmless, whatever is written in it (10,000 inboxes)", { timeout: 1_800_000 }, () => {
    fc.assert(
      fc.property(anyInboxOf(2), (model) => {
        expect(blockKitFaults(inboxList(model))).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });

  it("is taken by Slack when it is a full page", () => {
    const full = anyInboxOf(entriesPerPage).filter(({ entries }) => entries.length === entriesPerPage);
    fc.assert(
      fc.property(full, (model) => {
        expect(blockKitFaults(inboxList(model))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
