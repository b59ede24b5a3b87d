import { CrmError } from "#core/errors.ts";
import type { ConnectionRecord } from "#core/model/connection.ts";
import type { From, NewMessage } from "#core/model/inbound.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { InboundEvent } from "#core/ports/channel.ts";
import type { Context } from "#core/ports/context.ts";
import type { IngestQuery, IngestView } from "#core/ports/ingest-reads.ts";
import { attested, identityForms } from "#core/rules/address/identity.ts";
import { commitStep, retrying } from "#core/usecases/commit.ts";
import { recordReceipt } from "#core/usecases/deliveries/record-receipt.ts";
import { editMessage } from "#core/usecases/messages/edit-message.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { retractMessage } from "#core/usecases/messages/retract-message.ts";
import { rememberRetraction } from "#core/usecases/messages/retractions.ts";

type EventAccount = Pick<ConnectionRecord, "channel" | "account">;

/**
 * Stores what a platform reports about one of our accounts. Resolves when it is durable; a repeated event changes nothing.
 * An edit of a message that was never seen is a new message; one that was taken back stays away. Receipts and people that we do
 * not know are ignored.
 */
export async function receiveEvent(ctx: Context, account: EventAccount, event: InboundEvent): Promise<void> {
  switch (event.kind) {
    case "message":
      return ingestUnlessRetracted(ctx, event.message);
    case "edited": {
      const { message, at } = event;
      const id = await messageId(ctx, account, message.externalId);
      if (id === null) await ingestUnlessRetracted(ctx, message);
      else await editMessage(ctx, { id, text: message.text, media: message.media, placeholder: message.placeholder, at, origin: "platform" });
      return;
    }
    case "retracted":
      return retract(ctx, account, event.externalId);
    case "blocked":
      return markBlocked(ctx, account, event.from, event.at);
    case "unblocked":
      return markBlocked(ctx, account, event.from, null);
    case "receipt":
      return recordReceipt(ctx, account, event);
  }
}

/** A message that its author has taken back may be repeated by the platform, or edited once more: nothing comes of it. */
async function ingestUnlessRetracted(ctx: Context, message: NewMessage): Promise<void> {
  try {
    await ingestMessage(ctx, message);
  } catch (error) {
    if (!(error instanceof CrmError && error.code === "gone")) throw error;
  }
}

/** Also before the message itself has come: it may have been held up on its way. */
async function retract(ctx: Context, { channel, account }: EventAccount, externalId: string): Promise<void> {
  const key = { channel, account, externalId };
  await retrying(ctx, async () => {
    const id = await messageId(ctx, key, externalId);
    if (id !== null) {
      await retractMessage(ctx, { id });
      return;
    }
    const changes = new ChangeSet().expectAbsent("messages", key, "id");
    rememberRetraction(ctx, changes, key);
    await commitStep(ctx, changes);
  });
}

async function messageId(ctx: Context, account: EventAccount, externalId: string): Promise<string | null> {
  const view = await find(ctx, { messages: [{ ...account, externalId }] });
  return view.messages[0]?.id ?? null;
}

async function markBlocked(ctx: Context, account: EventAccount, from: From, at: number | null): Promise<void> {
  await retrying(ctx, async () => {
    const { externalId } = attested(account.channel, from);
    const view = await find(ctx, { identities: identityForms({ ...account, externalId }) });
    const [identity] = view.identities;
    if (identity && (identity.blockedAt === null) !== (at === null))
      await commitStep(ctx, new ChangeSet().replace("identities", identity, { ...identity, blockedAt: at }));
  });
}

function find(ctx: Context, known: Partial<IngestQuery>): Promise<IngestView> {
  return ctx.store.ingest.find({ identities: [], messages: [], actions: [], contactIds: [], addresses: [], ...known });
}
