import type { ChannelName } from "#core/model/vocabulary.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { type MessageView, toMessageView } from "./message.ts";

export type MessageGroup = { channel?: ChannelName; date?: string; messages: MessageView[] };

/** Groups in the order of their newest message; within a group the newest comes first. Days are those of `timeZone`. */
export function groupMessages(messages: readonly MessageWithReading[], by: ReadonlySet<"channel" | "date">, timeZone: string): MessageGroup[] {
  const days = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const groups = new Map<string, MessageGroup>();
  for (const message of messages) {
    const heading = {
      ...(by.has("channel") && { channel: message.channel }),
      ...(by.has("date") && { date: days.format(message.sentAt) }),
    };
    const key = JSON.stringify(heading);
    const group = groups.get(key) ?? { ...heading, messages: [] };
    group.messages.push(toMessageView(message));
    groups.set(key, group);
  }
  return [...groups.values()];
}
