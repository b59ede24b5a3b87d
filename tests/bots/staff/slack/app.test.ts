import { describe, expect, it } from "vitest";
import { type ActionHandler, type CommandHandler, type ModalHandler, openModal } from "#bots/staff/slack/feature.ts";
import { CrmError } from "#core/errors.ts";
import { addNote } from "#core/usecases/notes.ts";
import { eventually } from "#tests/support/eventually.ts";
import { maria, openStaffStage } from "#tests/support/slack/staff.ts";

describe("/people", () => {
  it.each(["help", "", "whatever <!channel> says"])("is answered with what there is, to its reader alone: %j", async (text) => {
    const { slack, member } = await openStaffStage();
    await member(maria, "viewer");

    expect((await slack.command(maria.id, text)).status).toBe(200);

    const [answer] = await eventually(
      async () => slack.whispers,
      (all) => all.length > 0,
    );
    expect(answer?.userId).toBe(maria.id);
    expect(JSON.stringify(answer?.blocks)).toContain("/people followups");
    expect(JSON.stringify(answer?.blocks)).not.toContain("whatever");
  });

  it("says what went wrong in one line, and keeps to itself what nobody foresaw", async () => {
    const failing = (word: string, error: Error): CommandHandler => ({ word, role: "viewer", help: "", run: async () => Promise.reject(error) });
    const known = failing("known", new CrmError("conflict", "it has changed meanwhile"));
    const { slack, member, log } = await openStaffStage({ register: { commands: [known, failing("unknown", new Error("Ana's number is 0917"))] } });
    await member(maria, "viewer");

    await slack.command(maria.id, "known");
    await slack.command(maria.id, "unknown");

    await eventually(
      async () => slack.whispers,
      (all) => all.length === 2,
    );
    expect(slack.whispers.map(({ text }) => text)).toEqual([
      "It has changed meanwhile.",
      "Something went wrong and has been logged. Please try again.",
    ]);
    expect(JSON.stringify(log)).not.toContain("0917");
  });
});

describe("a modal", () => {
  const view = {
    type: "modal" as const,
    callback_id: "test:modal",
    title: { type: "plain_text" as const, text: "Note" },
    submit: { type: "plain_text" as const, text: "Save" },
    close: { type: "plain_text" as const, text: "Cancel" },
    blocks: [
      {
        type: "input" as const,
        block_id: "text",
        label: { type: "plain_text" as const, text: "Text" },
        element: { type: "plain_text_input" as const, action_id: "text" },
      },
    ],
  };
  const open: ActionHandler = {
    id: "test:open",
    role: "agent",
    audit: "test.open",
    run: (press) => openModal(press, { ...view, private_metadata: press.value }),
  };
  const save: ModalHandler = {
    callbackId: "test:modal",
    role: "agent",
    audit: "test.save",
    run: async ({ ctx, metadata, values }) => {
      const text = String(values.text?.text ?? "");
      if (text === "refuse") throw new CrmError("invalid", "that cannot be said");
      await addNote(ctx, { contactId: metadata, text });
      return undefined;
    },
  };

  async function opened() {
    const stage = await openStaffStage({ register: { actions: [open], modals: [save] } });
    const { slack, member, customer, ctx } = stage;
    await member(maria, "agent");
    const { contactId } = await customer();
    const element = { type: "button", action_id: "test:open", value: contactId, text: { type: "plain_text", text: "Open" } };
    const message = {
      channel: "C0STAFF",
      ts: "1.1",
      threadTs: null,
      user: slack.botUserId,
      text: "x",
      blocks: [{ type: "actions", elements: [element] }],
    };
    await slack.press(maria.id, message, "test:open");
    const [modal] = await eventually(
      async () => [...slack.views.values()],
      (all) => all.length === 1,
    );
    if (!modal) throw new Error("no modal has opened");
    const notes = async () => (await ctx.store.labels.notes(contactId, { limit: 10, cursor: null })).data;
    return { ...stage, modal, notes, state: (value: string) => ({ text: { text: { type: "plain_text_input", value } } }) };
  }

  it("has its effect once, also when it is sent again because our answer was lost", async () => {
    const { slack, modal, notes, state } = await opened();

    const heard = [await slack.submit(modal, state("called")), await slack.submit(modal, state("called"))];

    expect(heard.map(({ status }) => status)).toEqual([200, 200]);
    expect(await notes()).toMatchObject([{ text: "called" }]);
  });

  it("that is refused stays open with what was typed, and can be sent again", async () => {
    const { slack, modal, notes, state } = await opened();

    const refused = await slack.submit(modal, state("refuse"));
    await slack.submit(modal, state("called"));

    expect(refused.body).toEqual({ response_action: "errors", errors: { text: "That cannot be said." } });
    expect(await notes()).toHaveLength(1);
  });
});
