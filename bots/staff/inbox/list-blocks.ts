import type { KnownBlock, PlainTextOption, StaticSelect } from "@slack/types";
import { type InboxState, inboxStates } from "#core/model/conversation.ts";
import { channelLabels } from "#core/model/labels.ts";
import { channels } from "#core/model/vocabulary.ts";
import { actions, type BlockMessage, button, context, divider, dotted, option, section } from "../blocks/blocks.ts";
import { select } from "../blocks/inputs.ts";
import { inboxStateMark, inboxStateName } from "../blocks/labels.ts";
import { limits, number, plural } from "../blocks/text.ts";
import { type InboxEntryModel, inboxEntry } from "./entry-blocks.ts";
import { type InboxView, type Whose, whoseConversations, writeView } from "./view.ts";

export const entriesPerPage = 8;

export type InboxModel = {
  view: InboxView;
  /** At most 8, those who have waited longest first. */
  entries: InboxEntryModel[];
  /** How many there are in each state, whatever state is shown. */
  counts: Record<InboxState, number>;
  branches: readonly { id: string; name: string }[];
  /** Of the page after this one; null: there is none. */
  nextCursor: string | null;
};

const whoseWords: Record<Whose, string> = { all: "Everybody’s", mine: "Mine", unassigned: "Nobody’s" };

/** A page of the inbox, with what else there is to look at. */
export function inboxList(model: InboxModel): BlockMessage {
  const { view, entries, counts } = model;
  const title = titleOf(view, counts[view.state]);
  return {
    text: `Inbox: ${title}`,
    blocks: [
      section(`📥 *${title}*`),
      context(dotted(...inboxStates.map((state) => `${inboxStateMark(state)} ${inboxStateName(state)} *${number(counts[state])}*`))),
      filters(model),
      divider,
      ...(entries.length === 0
        ? [section(emptyLine(view))]
        : entries.slice(0, entriesPerPage).flatMap((entry) => [...inboxEntry(entry).blocks, divider])),
      paging(model),
    ],
  };
}

function titleOf({ state }: InboxView, count: number): string {
  if (state !== "waiting") return `${number(count)} ${inboxStateName(state).toLowerCase()}`;
  return count === 0 ? "Nobody waits" : plural(count, "person waits", "people wait");
}

function emptyLine({ state, pages }: InboxView): string {
  if (pages.length > 0) return "Nothing more on this page.";
  return state === "waiting" ? "Nobody waits for an answer here. 🎉" : "There is none here.";
}

function filters({ view, branches }: InboxModel): KnownBlock {
  const shows = (change: Partial<InboxView>): string => writeView({ ...view, ...change, pages: [] });
  const stateOptions = inboxStates.map((state) => option(inboxStateName(state), shows({ state })));
  const whoseOptions = whoseConversations.map((whose) => option(whoseWords[whose], shows({ whose })));
  const channelOptions = [
    option("All channels", shows({ channel: null })),
    ...channels.map((name) => option(channelLabels[name].label, shows({ channel: name }))),
  ];
  const branchOptions = [option("All branches", shows({ branch: null })), ...branches.map(({ id, name }) => option(name, shows({ branch: id })))];
  const now = shows({});
  return actions(
    "inbox:filters",
    chooser("inbox:state", stateOptions, now),
    chooser("inbox:whose", whoseOptions, now),
    chooser("inbox:channel", channelOptions, now),
    ...(branches.length === 0 ? [] : [chooser("inbox:branch", branchOptions, now)]),
  );
}

/** Each option holds the whole view as it is with it. One that does not fit into an option is left out. */
function chooser(action: string, options: PlainTextOption[], chosen: string): StaticSelect {
  return select({ action, options: options.filter(({ value = "" }) => value.length <= limits.optionValue), chosen });
}

function paging({ view, nextCursor }: InboxModel): KnownBlock {
  const { pages } = view;
  return actions(
    "inbox:page",
    ...(pages.length === 0 ? [] : [button("‹ Back", "inbox:back", writeView({ ...view, pages: pages.slice(0, -1) }))]),
    ...(nextCursor === null ? [] : [button("Next ›", "inbox:next", writeView({ ...view, pages: [...pages, nextCursor] }))]),
    button("Refresh", "inbox:refresh", writeView(view)),
  );
}
