import { CrmError } from "#core/errors.ts";
import type { DeliveryRecord } from "#core/model/delivery.ts";
import { staffFilePrefix } from "#core/model/messages/media.ts";
import type { OutboundFile } from "#core/ports/channel.ts";
import type { Context } from "#core/ports/context.ts";
import { moveDelivery } from "#core/rules/delivery/delivery.ts";
import { second } from "#core/rules/time.ts";
import type { DeliverySender } from "./sender.ts";

/** When a file is asked for again that could not be fetched now. */
const retryMs = 30 * second;

/**
 * The files of a claimed delivery, those of staff with their bytes: fetched before anything is dispatched, so that a file which
 * cannot be had is no half-sent message. Else the delivery as it is then: queued again, or skipped with the reason.
 */
export async function readFiles(
  ctx: Context,
  { fetchFile = async () => null }: DeliverySender,
  claimed: DeliveryRecord,
): Promise<OutboundFile[] | DeliveryRecord> {
  const files: OutboundFile[] = [];
  for (const file of claimed.media) {
    if (!file.url.startsWith(staffFilePrefix)) {
      files.push(file);
      continue;
    }
    try {
      const content = await fetchFile(ctx, file.url);
      if (content === null) return moveDelivery(claimed, "skipped", { reason: "file_gone" }, ctx.now());
      files.push({ ...file, content });
    } catch (error) {
      return withoutFile(claimed, error, ctx.now());
    }
  }
  return files;
}

function withoutFile(claimed: DeliveryRecord, error: unknown, now: number): DeliveryRecord {
  if (!(error instanceof CrmError)) throw error;
  if (error.code === "unavailable") return moveDelivery(claimed, "queued", { notBefore: now + retryMs }, now);
  return moveDelivery(claimed, "skipped", { reason: error.code === "too_large" ? "file_too_large" : "file_refused" }, now);
}
