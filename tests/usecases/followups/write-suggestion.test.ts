import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FollowUpRecord } from "#core/model/followup.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Writer, WritingTask } from "#core/ports/writer.ts";
import { addCredits } from "#core/usecases/credits/add-credits.ts";
import { writeSuggestion } from "#core/usecases/followups/write-suggestion.ts";
import { type Core, openCore } from "#tests/support/context.ts";
import { followUpRow } from "#tests/support/followups/followups.ts";
import { contactRow, conversationRow, identityRow, messageRow, readingRow } from "#tests/support/records/records.ts";
import { type Behaviour, type WriterStage, writerContract } from "./writer-contract.ts";

const at = Date.UTC(2026, 10, 24);
const never = new AbortController().signal;
const good = "Hi Ana, is there anything else that you would like to know about the suite?";

const followUp = followUpRow({
  reason: "has not answered for 24 h",
  evidence: [],
  text: "From the template",
  originalText: "From the template",
  dueAt: at,
  createdAt: at,
  updatedAt: at,
});

let core: Core;
beforeEach(async () => {
  core = await openCore(() => at);
  const said = { conversationId: "cnv_1", sentAt: at - 60_000, text: "How much is the suite?" };
  await core.ctx.store.commit(
    new ChangeSet()
      .insert("contacts", contactRow("con_1", { name: "Ana Reyes", language: "en" }))
      .insert("identities", identityRow("idn_1", "con_1"))
      .insert("conversations", conversationRow("cnv_1", "con_1", "idn_1"))
      .insert(
        "messages",
        messageRow("msg_1", "con_1", said),
        messageRow("msg_2", "con_1", { ...said, direction: "outbound", author: "bot", text: "4,500", sentAt: at }),
      )
      .insert("readings", readingRow("msg_1", "con_1"), readingRow("msg_2", "con_1"))
      .insert("followups", followUp),
  );
});
afterEach(() => core.close());

// What a broken server may answer.
const saying = (text: unknown): Writer => ({ write: async () => ({ text, model: "m", promptVersion: "1" }) as never });
const write = (writer: Writer, given: { signal?: AbortSignal; ownHosts?: string[] } = {}) =>
  writeSuggestion(core.ctx, { followUpId: "fup_1", writer, signal: never, ...given });
const kept = () => core.ctx.store.followUps.find("fup_1");
const spent = async () => (await core.ctx.store.credits.list({ limit: 10, cursor: null })).data;

describe("a written suggestion", () => {
  it("takes the place of the template and costs 2 credits, in one commit", async () => {
    const { followUp: written, because } = await write(saying(` ${good}\n`));

    expect(because).toBeNull();
    expect(written).toEqual(await kept());
    expect(written).toMatchObject({ text: good, originalText: good, templateId: null, version: 2, state: "proposed" });
    expect(await spent()).toMatchObject([{ amount: -2, reason: "suggested_text", ref: "fup_1", note: "m, prompt 1" }]);
    expect(await core.ctx.store.credits.balance()).toEqual({ balance: -2, enforced: false });
  });

  it("is made of this contact's conversation alone, in its order and the contact's language", async () => {
    const asked: WritingTask[] = [];
    await write({
      write: async (task) => {
        asked.push(task);
        return null;
      },
    });

    expect(asked).toMatchObject([
      {
        kind: "ghosting",
        reason: "has not answered for 24 h",
        language: "en",
        contactName: "Ana Reyes",
        conversation: [
          { author: "customer", text: "How much is the suite?" },
          { author: "business", text: "4,500" },
        ],
        maxLength: 600,
      },
    ]);
  });

  it.each<[string, Writer]>([
    ["refuses", { write: async () => null }],
    ["fails", { write: () => Promise.reject(new Error("503")) }],
    [
      "throws at once",
      {
        write: () => {
          throw new Error("no key");
        },
      },
    ],
    ["answers no text", saying(undefined)],
    ["answers a list", saying(["Hi"])],
  ])("leaves the template and costs nothing when the writer %s", async (_how, writer) => {
    expect(await write(writer)).toEqual({ followUp, because: "no_answer" });
    expect([await kept(), await spent()]).toEqual([followUp, []]);
  });

  it("leaves the template when the time is up, though the writer does not stop", async () => {
    const stop = new AbortController();
    const deaf: Writer = {
      write: () => {
        stop.abort();
        return new Promise(() => {});
      },
    };

    expect(await write(deaf, { signal: stop.signal })).toEqual({ followUp, because: "no_answer" });
    expect(await write(saying(good), { signal: stop.signal })).toMatchObject({ because: "no_answer" });
  });

  it.each([
    ["foreign_link", "Hi Ana, please pay at https://evil.example/pay today"],
    ["foreign_language", "Hola Ana, ¿te gustaría que te ayude con la reserva de la habitación?"],
  ])("is refused as %s: %j", async (because, text) => {
    expect(await write(saying(text))).toEqual({ followUp, because });
    expect([await kept(), await spent()]).toEqual([followUp, []]);
  });

  it("may name the business's own address", async () => {
    const text = "Hi Ana, you will find the rooms at https://www.casaluna.com/rooms and can write to desk@casaluna.com.";

    expect(await write(saying(text), { ownHosts: ["casaluna.com"] })).toMatchObject({ because: null, followUp: { text } });
  });

  it("needs 2 credits once a balance has been set", async () => {
    await addCredits(core.ctx, { amount: 3 });
    expect(await write(saying(good))).toMatchObject({ because: null });
    expect(await core.ctx.store.credits.balance()).toEqual({ balance: 1, enforced: true });
    await core.ctx.store.commit(new ChangeSet().insert("followups", { ...followUp, id: "fup_2", attempt: 2 }));

    const second = await writeSuggestion(core.ctx, { followUpId: "fup_2", writer: saying(good), signal: never });

    expect(second).toMatchObject({ because: "no_credits", followUp: { text: "From the template" } });
  });

  it("is paid once, however often it is written", async () => {
    const { because } = await write(saying(good));
    const again = await write(saying("Hi Ana, may I hold the suite for you until tomorrow?"));

    expect([because, again.because]).toEqual([null, "paid_before"]);
    expect(await kept()).toMatchObject({ text: good, version: 2 });
    expect(await spent()).toHaveLength(1);
  });

  it.each<[string, Partial<FollowUpRecord>]>([
    ["approved", { state: "approved" }],
    ["edited", { editedBy: "stf_1", text: "By hand" }],
    ["dismissed", { state: "dismissed", endedAt: at }],
  ])("comes too late for a follow-up that is %s meanwhile", async (_state, change) => {
    const writer: Writer = {
      write: async () => {
        await core.ctx.store.commit(new ChangeSet().moveFollowUp(followUp, { ...followUp, ...change }));
        return { text: good, model: "m", promptVersion: "1" };
      },
    };

    expect(await write(writer)).toMatchObject({ because: "settled", followUp: change });
    expect(await write(writer)).toMatchObject({ because: "settled" });
    expect(await kept()).toMatchObject({ ...change, version: 2 });
    expect(await spent()).toEqual([]);
  });

  it("is kept though something else about the follow-up has moved", async () => {
    const writer: Writer = {
      write: async () => {
        await core.ctx.store.commit(new ChangeSet().moveFollowUp(followUp, { ...followUp, reviewAt: at + 1 }));
        return { text: good, model: "m", promptVersion: "1" };
      },
    };

    expect(await write(writer)).toMatchObject({ because: null, followUp: { text: good, reviewAt: at + 1, version: 3 } });
    expect(await spent()).toHaveLength(1);
  });

  it("of a follow-up that is not there is not found", async () => {
    await expect(writeSuggestion(core.ctx, { followUpId: "fup_404", writer: saying(good), signal: never })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

/** The least that a writer may be: it plays the model itself. */
async function played(): Promise<WriterStage> {
  let behaviour: Behaviour = "answers";
  let shown = "";
  const write: Writer["write"] = async (task, signal) => {
    shown = JSON.stringify(task);
    if (behaviour === "answers") return { text: good, model: "played", promptVersion: "1" };
    if (behaviour === "hangs") return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    if (behaviour === "fails") throw new Error("503");
    return null;
  };
  const next = (wanted: Behaviour) => {
    behaviour = wanted;
  };
  return { writer: { write }, next, shown: () => shown, close: async () => {} };
}

writerContract("a played model", played);
