import { jobKinds } from "#core/jobs/handlers.ts";
import type { ProposalRecord } from "#core/model/people/merge.ts";
import type { Context } from "#core/ports/context.ts";
import { ingestBatch } from "#core/usecases/messages/ingest-batch.ts";

type Given = {
  channel?: "web" | "telegram" | "whatsapp" | "email";
  account?: string;
  from: { externalId: string } & Record<string, unknown>;
  text?: string;
};

/** Takes messages of customers in one commit; returns their contacts' ids. */
export async function hear(ctx: Context, ...messages: Given[]): Promise<string[]> {
  const results = await ingestBatch(
    ctx,
    messages.map(({ channel = "web", account = "default", from, text = "Hello" }) => ({
      channel,
      account,
      externalId: null,
      direction: "inbound",
      author: "customer",
      from,
      text,
      media: [],
      sentAt: null,
      origin: "api",
    })),
  );
  return results.map((result) => {
    if ("error" in result) throw result.error;
    return result.ok.contact.id;
  });
}

export async function proposalsOf(ctx: Context): Promise<ProposalRecord[]> {
  return (await ctx.store.proposals.list({}, { limit: 200, cursor: null })).data;
}

/** Carries out the links that commits have asked for; returns how many there were. */
export async function runLinks(ctx: Context): Promise<number> {
  const kinds = jobKinds({ contextFor: () => ctx, sender: { owner: "test", claimMs: 1_000, channelFor: () => null, reached: () => {} } });
  const wanted = (await ctx.directory.outbox(500)).filter(({ type }) => type === "contact.link");
  for (const { id, agentId, payload } of wanted) await kinds["contact.link"].handler({ id, type: "contact.link", agentId, payload, attempt: 1 });
  await ctx.directory.relayed(wanted);
  return wanted.length;
}
