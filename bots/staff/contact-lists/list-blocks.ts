import type { KnownBlock } from "@slack/types";
import type { ContactRecord } from "#core/model/records.ts";
import { completenessOf } from "#core/rules/contact/completeness.ts";
import { actions, type BlockMessage, button, context, divider, dotted, lines, section } from "../blocks/blocks.ts";
import { atRiskMark, channelWord, mark, sentimentFace, signed, stagePosition, stageWord, statusWord, vipMark } from "../blocks/labels.ts";
import { bold, inline, limits, nameOf, number, plural } from "../blocks/text.ts";
import { relative } from "../blocks/time.ts";

export const contactsPerPage = 10;

export type ContactListModel = {
  /** What was asked for, in words: "status Qualified · “reyes”"; null: everybody. */
  asked: string | null;
  /** How many there are in all; null: not counted. */
  total: number | null;
  /** At most 10. */
  contacts: { contact: ContactRecord; tags: string[] }[];
  /** Names the whole result for the buttons that concern all of it; at most 2000 characters, as the next two. */
  result: string;
  back: string | null;
  next: string | null;
  now: number;
  /** Which actions the reader's role permits. */
  may: { change: boolean; export: boolean; delete: boolean };
};

/** A page of contacts, each with the button that opens their card. */
export function contactList(model: ContactListModel): BlockMessage {
  const { contacts, total } = model;
  const count = total === null ? plural(contacts.length, "person", "people") : plural(total, "person", "people");
  const title = `*${count}*${model.asked === null ? "" : ` · ${inline(model.asked, 500)}`}`;
  if (contacts.length === 0) return { text: "Nobody found", blocks: nobody(model) };
  return {
    text: `${count} found`,
    blocks: [section(title), divider, ...contacts.slice(0, contactsPerPage).map((each) => row(each, model.now)), divider, ...footer(model)],
  };
}

function nobody({ asked, result }: ContactListModel): KnownBlock[] {
  const what = asked === null ? "There are no contacts yet. They appear by themselves when somebody writes." : `Nobody for ${inline(asked, 500)}.`;
  return [section(`🔍 ${what}`), ...(fits(result) ? [actions("contacts:page", button("Change the filter", "contacts:filter", result))] : [])];
}

function row({ contact, tags }: ContactListModel["contacts"][number], now: number): KnownBlock {
  const { vip, atRisk, sentiment, sentimentLevel, grade, score, status, stage, channels, lastSeenAt, email, phone } = contact;
  const face = sentimentLevel === null || sentiment === null ? "" : ` ${sentimentFace(sentimentLevel)} ${signed(sentiment)}`;
  const who = `${bold(nameOf(contact), 60)}${vip ? ` ${vipMark}` : ""}${atRisk ? ` ${atRiskMark}` : ""}${face}`;
  const seen = lastSeenAt === null ? "has not written" : relative(lastSeenAt, now);
  const tagged = tags.slice(0, 3).map((tag) => `\`${inline(tag, 30)}\``);
  return section(
    lines(
      dotted(who, `*${grade}* ${score}`, statusWord(status), `${stageWord(stage)}, ${stagePosition(stage)}`),
      dotted(
        channels.slice(0, 3).map(channelWord).join(", "),
        seen,
        `${mark(email !== null)} e-mail ${mark(phone !== null)} phone`,
        `${completenessOf(contact).percent} % known`,
        tagged.join(" ") + (tags.length > 3 ? ` +${tags.length - 3}` : ""),
      ),
    ),
    button("Open", "contact:open", contact.id),
  );
}

function footer({ contacts, total, result, back, next, may }: ContactListModel): KnownBlock[] {
  const all = total === null ? "all found" : `all ${number(total)}`;
  const paging = [...(fits(back) ? [button("‹ Back", "contacts:back", back)] : []), ...(fits(next) ? [button("Next ›", "contacts:next", next)] : [])];
  if (!fits(result)) return [...rowOf("contacts:page", paging), context("The search is too long to do anything with all of it: use fewer words.")];
  return [
    ...rowOf("contacts:page", [...paging, button("Filter", "contacts:filter", result)]),
    ...rowOf("contacts:all", [
      ...(may.change ? [button(`Tag ${all}`, "contacts:tag", result)] : []),
      ...(may.export ? [button(`Export ${all}`, "contacts:export", result)] : []),
      ...(may.delete && contacts.length > 0 ? [button(`Delete ${all}`, "contacts:delete", result, { style: "danger" })] : []),
    ]),
  ];
}

const rowOf = (id: string, buttons: ReturnType<typeof button>[]): KnownBlock[] => (buttons.length > 0 ? [actions(id, ...buttons)] : []);
const fits = (value: string | null): value is string => value !== null && value !== "" && value.length <= limits.value;
