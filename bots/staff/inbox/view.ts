import { fail } from "#core/errors.ts";
import { type InboxFilter, type InboxState, inboxStates } from "#core/model/conversation.ts";
import { type ChannelName, channels } from "#core/model/vocabulary.ts";
import { limits } from "../blocks/text.ts";

export const whoseConversations = ["all", "mine", "unassigned"] as const;
export type Whose = (typeof whoseConversations)[number];

/** What of the inbox somebody looks at, and the cursors of the pages so far; the last one is that of the page that is shown. */
export type InboxView = { state: InboxState; whose: Whose; branch: string | null; channel: ChannelName | null; pages: readonly string[] };

export const everybodyWhoWaits: InboxView = { state: "waiting", whose: "all", branch: null, channel: null, pages: [] };

/** As the value of a button: at most 2000 characters, and without pages at most 150, so that an option of a list holds it. */
export function writeView({ state, whose, branch, channel, pages }: InboxView): string {
  const shown = [state, whose, branch ?? "-", channel ?? "-"].join(".");
  for (let kept = pages; ; kept = kept.slice(1)) {
    const text = kept.length === 0 ? shown : `${shown}|${kept.join(",")}`;
    // Without the first cursors Back comes to the first page sooner.
    if (text.length <= limits.value || kept.length <= 1) return text;
  }
}

/** Throws CrmError `conflict` for what no view has written. */
export function readView(value: string): InboxView {
  const [shown = "", pages = ""] = value.split("|");
  const [state, who, branch = "-", channel = "-"] = shown.split(".");
  const foundState = inboxStates.find((each) => each === state);
  const foundWhose = whoseConversations.find((each) => each === who);
  if (!foundState || !foundWhose) return fail("conflict", "this list is too old: type `/people inbox` for a new one");
  return {
    state: foundState,
    whose: foundWhose,
    branch: branch === "-" ? null : branch,
    channel: channels.find((each) => each === channel) ?? null,
    pages: pages.split(",").filter(Boolean),
  };
}

/** Words after the command: "mine", "unassigned", "taken over", "answered", "done". Others are not looked at. */
export function viewNamed(words: string): InboxView {
  const said = words.toLowerCase();
  const state = inboxStates.find((each) => said.includes(each.replace("_", " "))) ?? "waiting";
  const found = whoseConversations.find((each) => each !== "all" && new RegExp(`\\b${each}\\b`).test(said)) ?? "all";
  return { ...everybodyWhoWaits, state, whose: found };
}

/** The filter of the store, for the person who looks. */
export function filterOf({ state, whose, branch, channel }: InboxView, staffId: string): InboxFilter {
  return {
    state: [state],
    ...(whose === "all" ? {} : { assignee: [whose === "mine" ? staffId : null] }),
    ...(branch === null ? {} : { branch: [branch] }),
    ...(channel === null ? {} : { channel: [channel] }),
  };
}
