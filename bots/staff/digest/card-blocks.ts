import type { SentimentLevel } from "#core/model/vocabulary.ts";
import { actions, type BlockMessage, button, context, dotted, lines, section } from "../blocks/blocks.ts";
import { alertMark, atRiskMark, sentimentWord } from "../blocks/labels.ts";
import { bold, inline, number, percent, plural } from "../blocks/text.ts";
import { moment } from "../blocks/time.ts";

export type DigestModel = {
  /** "Tuesday, 24 November". */
  date: string;
  /** What waits for somebody. */
  waiting: { alerts: number; followUps: number; proposals: number; unknownSends: number };
  /** The next that are due today. */
  next: { name: string; dueAt: number; reason: string }[];
  yesterday: { newContacts: number; messages: number; conversions: number; sent: number; replied: number };
  mood: { score: number; level: SentimentLevel } | null;
  /** Newly at risk since yesterday. */
  atRisk: { id: string; name: string }[];
  zone: string;
  now: number;
};

/** The morning's overview: what to do today, and how yesterday went. */
export function digestCard(model: DigestModel): BlockMessage {
  const { date, waiting, next, yesterday, mood, zone, now } = model;
  const total = waiting.alerts + waiting.followUps + waiting.proposals + waiting.unknownSends;
  const { sent, replied } = yesterday;
  return {
    text: `Good morning: ${plural(total, "thing")} to decide`,
    blocks: [
      section(`☀️ *Good morning.* ${date}`),
      section(total === 0 ? "*Nothing waits for a decision.*" : lines(`*To decide: ${number(total)}*`, ...waitingLines(waiting))),
      ...(next.length > 0 ? [section(lines("*Due next*", ...next.slice(0, 5).map((each) => dueLine(each, now, zone))))] : []),
      ...atRiskBlock(model),
      context(
        `Yesterday: ${dotted(
          `*${number(yesterday.newContacts)}* new people`,
          `*${number(yesterday.messages)}* messages`,
          `*${number(yesterday.conversions)}* converted`,
          `*${number(sent)}* follow-ups sent${sent > 0 ? `, *${percent(replied / sent)}* replied` : ""}`,
          mood !== null && sentimentWord(mood.level, mood.score, null),
        )}`,
      ),
      actions(
        "digest",
        button("Show follow-ups", "home:followups", "followups", { style: "primary" }),
        button("Pipeline", "home:pipeline", "pipeline"),
      ),
    ],
  };
}

function waitingLines({ alerts, followUps, proposals, unknownSends }: DigestModel["waiting"]): string[] {
  return [
    ...(alerts > 0 ? [`${alertMark} ${plural(alerts, "open alert")}`] : []),
    ...(unknownSends > 0 ? [`❓ ${plural(unknownSends, "message")} that may not have arrived`] : []),
    ...(followUps > 0 ? [`📌 ${plural(followUps, "follow-up")}`] : []),
    ...(proposals > 0 ? [`👥 ${plural(proposals, "pair")} who may be one person`] : []),
  ];
}

function dueLine({ name, dueAt, reason }: DigestModel["next"][number], now: number, zone: string): string {
  return `• ${bold(name, 60)} ${moment(dueAt, now, zone)}: ${inline(reason, 150)}`;
}

function atRiskBlock({ atRisk }: DigestModel) {
  if (atRisk.length === 0) return [];
  const names = atRisk.slice(0, 5).map(({ name }) => bold(name, 60));
  const more = atRisk.length - names.length;
  return [section(`${atRiskMark} *Newly at risk:* ${names.join(", ")}${more > 0 ? ` and ${number(more)} more` : ""}`)];
}
