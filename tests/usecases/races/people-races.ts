import { CrmError } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";
import { patchContact } from "#core/usecases/contacts/patch-contact.ts";
import { applyImport } from "#core/usecases/imports/apply-import.ts";
import { type StagedRow, stageImport } from "#core/usecases/imports/stage-import.ts";
import { mergeContacts } from "#core/usecases/merges/merge-contacts.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { runOperation } from "#core/usecases/operations/run-operation.ts";
import { type AbsenceRace, creates, page, type Work, writes } from "./race.ts";

const mail = "ana@example.com";
const staffCause = { kind: "staff", ref: null } as const;

const vouched = { email: mail, verified: ["email" as const] };
const whatsApp = (externalId: string) => (ctx: Context) =>
  ingestMessage(ctx, {
    channel: "whatsapp",
    account: "main",
    direction: "inbound",
    author: "customer",
    origin: "platform",
    externalId: null,
    from: { externalId },
    text: "Oi",
    media: [],
    sentAt: null,
  });
const people = async (ctx: Context) => ctx.store.contacts.count({});
/** Contacts and open proposals that two are one; a request to link them counts as one too. */
const peopleAndPairs = async (ctx: Context) => {
  const proposals = (await ctx.store.proposals.list({ state: "open", kind: "merge" }, page)).data.length;
  const links = (await ctx.directory.outbox(500)).filter(({ type, agentId }) => type === "contact.link" && agentId === ctx.store.agentId).length;
  return (await people(ctx)) - (proposals + links > 0 ? 1 : 0);
};

async function uploaded(ctx: Context, rows: readonly Record<string, string>[]) {
  const staged = rows.map((values, at): StagedRow => ({ line: at + 2, values, reasons: [] }));
  async function* batches() {
    yield staged;
  }
  const columns = Object.keys(rows[0] ?? {});
  return (await stageImport(ctx, { file: { format: "csv", columns: () => columns, batches: batches(), requestHash: () => "" } })).file;
}
const rows = Array.from({ length: 40 }, (_, n) => ({ name: `Person ${n}`, email: `p${n}@example.com`, note: "from the fair" }));
const applied = async (ctx: Context, { id, planId }: { id: string; planId: string | null }) => applyImport(ctx, { id, planId: planId ?? "" });
/** An import that is about to be applied: its rows are read and written by the work that races. */
async function ready(ctx: Context, values: readonly Record<string, string>[]): Promise<Work> {
  const operation = await applied(ctx, await uploaded(ctx, values));
  return (mine) => runOperation(mine, { id: operation.id, isLastTry: true });
}

/** Pairs of things done at once, each decided on something that was not there yet, or on how many there were. */
export const peopleRaces: AbsenceRace[] = [
  {
    name: "a message from a vouched address, and the contact made by hand",
    prepare: async () => [writes("v1", vouched), creates({ email: mail })],
    refused: ["conflict"],
    left: people,
    right: 1,
  },
  {
    name: "messages to two accounts from one vouched address",
    prepare: async () => [writes("v1", vouched), writes("v2", vouched, "Me again", "other")],
    left: peopleAndPairs,
    right: 1,
  },
  {
    name: "two contacts made by hand with one address",
    prepare: async () => [creates({ email: mail }), creates({ email: mail.toUpperCase() })],
    refused: ["conflict"],
    left: people,
    right: 1,
  },
  {
    name: "two contacts made by hand with one number",
    prepare: async () => [creates({ phone: "+639171234567" }), creates({ phone: "+63 917 123 4567" })],
    refused: ["conflict"],
    left: people,
    right: 1,
  },
  {
    name: "a message that names an address, and the contact made by hand",
    prepare: async () => [writes("v1", {}, `My e-mail is ${mail}`), creates({ email: mail })],
    left: peopleAndPairs,
    right: 1,
  },
  {
    name: "two messages that name one address",
    prepare: async () => [writes("v1", {}, `My e-mail is ${mail}`), writes("v2", {}, `my email is ${mail}, thanks`, "other")],
    left: peopleAndPairs,
    right: 1,
  },
  { name: "two first messages of one sender", prepare: async () => [writes("v1", {}), writes("v1", {}, "Again")], left: people, right: 1 },
  { name: "one number in its two forms", prepare: async () => [whatsApp("5511987650001"), whatsApp("551187650001")], left: people, right: 1 },
  {
    name: "two contacts given one address by hand",
    prepare: async (ctx) => {
      const made = [await creates({ name: "A" })(ctx), await creates({ name: "B" })(ctx)];
      const [a, b] = made.map(
        ({ contact }) =>
          (mine: Context) =>
            patchContact(mine, { id: contact.id, email: mail }),
      );
      return [a ?? fail, b ?? fail];
    },
    refused: ["conflict"],
    left: async (ctx) =>
      (await ctx.store.imports.declaredBy([{ kind: "email", value: mail }], 9)).length +
      ((await ctx.store.contacts.holderOf("email", mail)) === null ? 0 : 1),
    right: 1,
  },
  {
    name: "one import applied twice",
    prepare: async (ctx) => {
      const file = await uploaded(ctx, rows);
      return [(mine) => applied(mine, file), (mine) => applied(mine, file)];
    },
    left: async (ctx) => (await ctx.store.operations.list(page)).data.filter(({ kind }) => kind === "import.apply").length,
    right: 1,
  },
  {
    name: "the same rows in two imports",
    prepare: async (ctx) => [await ready(ctx, rows), await ready(ctx, rows)],
    left: people,
    right: rows.length,
  },
  {
    name: "a row of an import, and a message from its address",
    prepare: async (ctx) => [await ready(ctx, [{ name: "Ana", email: mail }]), writes("v1", vouched)],
    left: people,
    right: 1,
  },
  {
    name: "a row of an import, and the contact made by hand",
    prepare: async (ctx) => [await ready(ctx, [{ name: "Ana", email: mail }]), creates({ email: mail })],
    refused: ["conflict"],
    left: people,
    right: 1,
  },
  {
    name: "one note in two imports",
    prepare: async (ctx) => {
      await creates({ email: mail, name: "Ana" })(ctx);
      const row = [{ email: mail, note: "likes blue" }];
      return [await ready(ctx, row), await ready(ctx, row)];
    },
    left: async (ctx) => {
      const id = (await ctx.store.contacts.holderOf("email", mail)) ?? "";
      return (await ctx.store.labels.notes(id, page)).data.length;
    },
    right: 1,
  },
  {
    name: "two opposite merges",
    prepare: async (ctx) => {
      const [a, b] = [(await creates({ name: "A" })(ctx)).contact.id, (await creates({ name: "B" })(ctx)).contact.id];
      return [
        (mine) => mergeContacts(mine, { intoId: a, fromId: b, cause: staffCause }),
        (mine) => mergeContacts(mine, { intoId: b, fromId: a, cause: staffCause }),
      ];
    },
    refused: ["gone"],
    left: people,
    right: 1,
  },
];

const fail = (): never => {
  throw new CrmError("invalid", "the race was not prepared");
};
