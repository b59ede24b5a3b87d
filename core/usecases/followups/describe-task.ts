import type { FollowUpRecord } from "#core/model/followup.ts";
import type { Context } from "#core/ports/context.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import type { WritingTask } from "#core/ports/writer.ts";
import { cleanName } from "#core/rules/texts/clean.ts";
import { languagesFor } from "#core/rules/texts/languages.ts";
import { textLimits } from "#core/rules/texts/limits.ts";

/** A follow-up is a few lines, whatever the channel takes, in characters. */
const longest = 600;
const newestMessages = 20;
const longestMessage = 1000;

/**
 * The input for a model that writes the text: the newest messages of this contact's conversation, cut to a fixed size, and
 * nothing else.
 */
export async function describeTask(ctx: Context, { contactId, conversationId, kind, reason, channel }: FollowUpRecord): Promise<WritingTask> {
  const [contact, settings, messages] = await Promise.all([
    ctx.store.contacts.find(contactId),
    ctx.store.settings.current(),
    ctx.store.messages.ofContact(contactId, { limit: newestMessages, cursor: null }),
  ]);
  const [language = "en"] = languagesFor(contact?.language ?? null, settings.document.region);
  const theirs = messages.data.filter((message) => message.conversationId === conversationId).reverse();
  return {
    kind,
    reason,
    language,
    contactName: cleanName(contact?.name ?? null),
    conversation: theirs.map(asSaid),
    maxLength: Math.min(longest, (channel && textLimits[channel]?.max) ?? longest),
  };
}

function asSaid({ direction, text, sentAt }: MessageWithReading): WritingTask["conversation"][number] {
  return { author: direction === "inbound" ? "customer" : "business", text: text.slice(0, longestMessage).toWellFormed(), at: sentAt };
}
