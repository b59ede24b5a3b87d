import type { DeliveryReceipt, DeliveryRecord, DeliveryState, ReceiptPrice } from "#core/model/delivery.ts";

/**
 * How much a state says about a message that the platform has accepted. A message that arrived has not failed, and one that
 * was read has arrived: so receipts lead to the same end in whatever order they come.
 */
const ranks: Partial<Record<DeliveryState, number>> = { sent: 0, failed: 1, delivered: 2, read: 3 };

/**
 * The delivery with what a receipt tells; null when it tells nothing new, or when the platform has not accepted the message,
 * which no receipt can be about. `now` in ms since 1970.
 */
export function afterReceipt(delivery: DeliveryRecord, receipt: DeliveryReceipt, now: number): DeliveryRecord | null {
  const rank = ranks[delivery.state];
  const receiptRank = ranks[receipt.state];
  // A failure without `sentAt` is one of the send itself.
  const wasAccepted = rank !== undefined && (delivery.state !== "failed" || delivery.sentAt !== null);
  if (!wasAccepted || receiptRank === undefined) return null;
  const isForward = receiptRank > rank;
  const after: DeliveryRecord = {
    ...delivery,
    ...(isForward ? { state: receipt.state, reason: receipt.state === "failed" ? receipt.reason : null } : {}),
    deliveredAt: receipt.state === "delivered" ? earlier(delivery.deliveredAt, receipt.at) : delivery.deliveredAt,
    readAt: receipt.state === "read" ? earlier(delivery.readAt, receipt.at) : delivery.readAt,
    price: receipt.price === null ? delivery.price : dearer(delivery.price, receipt.price),
  };
  const isSame = !isForward && after.deliveredAt === delivery.deliveredAt && after.readAt === delivery.readAt && isEqual(after.price, delivery.price);
  return isSame ? null : { ...after, updatedAt: now };
}

function earlier(known: number | null, at: number): number {
  return known === null ? at : Math.min(known, at);
}

/** Platforms repeat the price with each receipt; should they differ, the highest counts, whichever came last. */
function dearer(known: ReceiptPrice | null, price: ReceiptPrice): ReceiptPrice {
  if (known === null || known.micros < price.micros) return price;
  return known.micros === price.micros && known.currency < price.currency ? price : known;
}

function isEqual(one: ReceiptPrice | null, other: ReceiptPrice | null): boolean {
  return one?.micros === other?.micros && one?.currency === other?.currency;
}
