import type { AlertState } from "#core/model/alert.ts";
import type { InboxState } from "#core/model/conversation.ts";
import type { EscalationKind, Severity } from "#core/model/escalation.ts";
import {
  alertStateLabels,
  channelLabels,
  conversationStateLabels,
  escalationKindLabels,
  flagLabels,
  gradeLabels,
  markLabels,
  sentimentLabels,
  severityLabels,
  sourceLabels,
  stageLabels,
  statusLabels,
} from "#core/model/labels.ts";
import type { MediaReference } from "#core/model/messages/media.ts";
import type { ChannelName, Grade, SentimentLevel, SentimentTrend, Source, Stage, Status } from "#core/model/vocabulary.ts";
import { inline, plural } from "./text.ts";

type Labelled = typeof statusLabels & typeof channelLabels & typeof gradeLabels & typeof sourceLabels & typeof severityLabels;
type Color = Labelled[keyof Labelled]["color"];

/** The emoji of a label's colour. Emerald is a square, so that it differs from green. */
const dots: Record<Color, string> = {
  blue: "🔵",
  green: "🟢",
  emerald: "🟩",
  purple: "🟣",
  gray: "⚪",
  red: "🔴",
  orange: "🟠",
  yellow: "🟡",
  pink: "🩷",
};

type Contacts = typeof sentimentLabels & typeof channelLabels & typeof flagLabels & typeof markLabels;
type Drawn = Contacts & typeof alertStateLabels & typeof conversationStateLabels & typeof escalationKindLabels;

/** An icon of the labels as an emoji. */
const emoji: Record<Drawn[keyof Drawn]["icon"], string> = {
  "laughing-face": "😄",
  smile: "🙂",
  "neutral-face": "😐",
  frown: "🙁",
  "angry-face": "😠",
  globe: "🌐",
  facebook: "📘",
  instagram: "📷",
  whatsapp: "📱",
  telegram: "✈️",
  mail: "✉️",
  crown: "👑",
  alert: "❗",
  bell: "🔔",
  eyes: "👀",
  headset: "🧑‍💼",
  "check-circle": "✅",
  trash: "🗑️",
  hourglass: "⏳",
  "message-circle": "💬",
  "help-circle": "🙋",
  target: "🎯",
  "circle-filled": "🟢",
  circle: "⚪",
};

const arrows: Record<SentimentTrend, string> = { rising: " ↗", steady: "", falling: " ↘" };

export const statusWord = (status: Status): string => `${dots[statusLabels[status].color]} ${statusLabels[status].label}`;
export const channelWord = (channel: ChannelName): string => `${emoji[channelLabels[channel].icon]} ${channelLabels[channel].label}`;
export const channelName = (channel: ChannelName): string => channelLabels[channel].label;
export const sourceWord = (source: Source): string => sourceLabels[source].label;
export const gradeWord = (grade: Grade, score: number): string => `Grade *${gradeLabels[grade].label}* (${score})`;
export const sentimentFace = (level: SentimentLevel): string => emoji[sentimentLabels[level].icon];
export const severityWord = (severity: Severity): string => `${dots[severityLabels[severity].color]} ${severityLabels[severity].label}`;
export const alertStateWord = (state: AlertState): string => `${emoji[alertStateLabels[state].icon]} ${alertStateLabels[state].label}`;
export const inboxStateMark = (state: InboxState): string => emoji[conversationStateLabels[state].icon];
export const inboxStateName = (state: InboxState): string => conversationStateLabels[state].label;
export const ruleKindWord = (kind: EscalationKind): string => `${emoji[escalationKindLabels[kind].icon]} ${escalationKindLabels[kind].label}`;
export const vipMark: string = emoji[flagLabels.vip.icon];
export const atRiskMark: string = emoji[flagLabels.atRisk.icon];
/** Staff are called: nothing else has this mark, so that an alert is told at a glance from somebody at risk. */
export const alertMark = "🚨";
export const mark = (isThere: boolean): string => emoji[markLabels[isThere ? "present" : "missing"].icon];

/** "3 of 5". */
export const stagePosition = (stage: Stage): string => `${stageLabels[stage].position} of ${stageLabels[stage].of}`;

/** "●●●○○ Closing". */
export function stageWord(stage: Stage): string {
  const { label, position, of } = stageLabels[stage];
  return `${"●".repeat(position)}${"○".repeat(of - position)} ${label}`;
}

/** How many files of a message are named at most. */
const mostFiles = 5;

/** "📎 2 files: picture, voice". What has an address of its own is shown with it, to be read before it is opened: it is no link. */
export function mediaWord(media: readonly MediaReference[]): string {
  const kinds = media.slice(0, mostFiles).map(({ type }) => kindOf(type));
  const address = media.find(({ url }) => /^https:/.test(url))?.url;
  return `📎 ${plural(media.length, "file")}: ${kinds.join(", ")}${media.length > kinds.length ? " …" : ""}${address === undefined ? "" : ` ${inline(address, 200)}`}`;
}

function kindOf(type: string): string {
  if (type === "application/pdf") return "PDF";
  const [kind] = type.split("/");
  return { image: "picture", audio: "voice", video: "video" }[kind ?? ""] ?? "document";
}

/** One message's tone as a face, roughly: by the default bands. */
export function toneFace(tone: number): string {
  if (tone < -0.6) return sentimentFace("very_negative");
  if (tone < -0.2) return sentimentFace("negative");
  if (tone <= 0.2) return sentimentFace("neutral");
  return sentimentFace(tone <= 0.6 ? "positive" : "very_positive");
}

/** A reason of the rules, whose first word may be the name of an intent or an action. */
export function reasonWords(because: string): string {
  return because.replace(/^[a-z]+(?:_[a-z]+)+/, (name) => name.replaceAll("_", " "));
}

/** "🙂 Positive +0.35 ↗"; before the first message there is no sentiment, which is not neutral. */
export function sentimentWord(level: SentimentLevel | null, score: number | null, trend: SentimentTrend | null): string {
  if (level === null || score === null) return "no tone yet";
  return `${sentimentFace(level)} ${sentimentLabels[level].label} ${signed(score)}${trend === null ? "" : arrows[trend]}`;
}

/** "+0.35", "−0.6", at most two decimals. */
export function signed(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return rounded < 0 ? `−${Math.abs(rounded)}` : `+${Math.abs(rounded)}`;
}
