import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { FollowUpRecord } from "#core/model/followup.ts";

/** A hash of what a person sees before approval: the follow-up, its text and its conversation. */
export function fingerprintOf({ id, text, conversationId, channel }: Pick<FollowUpRecord, "id" | "text" | "conversationId" | "channel">): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([id, text, conversationId, channel])))).slice(0, 32);
}
