import { difference } from "#core/rules/texts/difference.ts";
import { clip, mrkdwn } from "../blocks/text.ts";

/** What an edit took out, struck, and put in, bold, with a little of what stands around it. At most `max` units. */
export function editLines(original: string, edited: string, max: number): string {
  let line = "";
  let before: string | null = null;
  for (const { kind, text } of difference(original, edited)) {
    const room = max - line.length - 5;
    if (room < 20) return `${line}…`;
    // Slack formats two marks side by side only with a character between them.
    line += (before !== null && before !== "same" && kind !== "same" ? " " : "") + marked(kind, text, room);
    before = kind;
  }
  return line;
}

function marked(kind: "same" | "removed" | "added", text: string, room: number): string {
  const flat = text.replace(/\s+/g, " ");
  if (kind === "same") return mrkdwn(flat.length > 60 ? `${clip(flat, 28)}${flat.slice(-28).toWellFormed()}` : flat, room);
  // Slack formats a text only when its marks stand directly beside it.
  const [, before = "", core = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(flat) ?? [];
  const shown = mrkdwn(core, room);
  if (shown === "") return before + after;
  const sign = kind === "removed" ? "~" : "*";
  return `${before}${sign}${shown}${sign}${after}`;
}
