import type { AlertState } from "./alert.ts";
import type { InboxState } from "./conversation.ts";
import type { EscalationKind, Severity } from "./escalation.ts";
import type { channels, Grade, SentimentLevel, Source, Stage, Status } from "./vocabulary.ts";

/** How a closed word is shown to people: the same in Slack and in any client (product.md §1). */
export type Label = { label: string; color: string; icon: string; description: string };

export const statusLabels = {
  new: { label: "New", color: "blue", icon: "sparkles", description: "Recently started interacting" },
  active: { label: "Active", color: "green", icon: "message-circle", description: "Recent engagement with sufficient message history" },
  qualified: { label: "Qualified", color: "purple", icon: "target", description: "Shows buying intent signals" },
  converted: { label: "Converted", color: "emerald", icon: "check-circle", description: "Has made a purchase or confirmed booking" },
  inactive: { label: "Inactive", color: "gray", icon: "moon", description: "No recent messages" },
  churned: { label: "Churned", color: "red", icon: "user-x", description: "Was converted but has gone silent" },
} as const satisfies Record<Status, Label>;

export const sentimentLabels = {
  very_positive: { label: "Very Positive", color: "emerald", icon: "laughing-face", description: "Mean tone above 0.6" },
  positive: { label: "Positive", color: "green", icon: "smile", description: "Mean tone above 0.2" },
  neutral: { label: "Neutral", color: "gray", icon: "neutral-face", description: "Mean tone from -0.2 to 0.2" },
  negative: { label: "Negative", color: "orange", icon: "frown", description: "Mean tone below -0.2" },
  very_negative: { label: "Very Negative", color: "red", icon: "angry-face", description: "Mean tone below -0.6" },
} as const satisfies Record<SentimentLevel, Label>;

/** `position` of `of`: a card shows "stage 3 of 5". */
export type StageLabel = Label & { subtitle: string; position: number; of: number };

export const stageLabels = {
  inquiry: stage("Inquiry", "Awareness", 1, "blue", "help-circle", "Initial contact, asking questions"),
  comparing: stage("Comparing", "Evaluation", 2, "purple", "scale", "Evaluating options, asking about alternatives"),
  closing: stage("Closing", "Decision", 3, "orange", "handshake", "Ready to buy, negotiating terms"),
  in_progress: stage("In Progress", "Fulfillment", 4, "emerald", "package", "Order placed, service in progress"),
  follow_up: stage("Follow-up", "Retention", 5, "green", "repeat", "Post-purchase, loyalty building"),
} as const satisfies Record<Stage, StageLabel>;

function stage(label: string, subtitle: string, position: number, color: string, icon: string, description: string): StageLabel {
  return { label, subtitle, position, of: 5, color, icon, description };
}

export const gradeLabels = {
  A: { label: "A", color: "emerald", icon: "grade-a", description: "Highest lead score" },
  B: { label: "B", color: "green", icon: "grade-b", description: "High lead score" },
  C: { label: "C", color: "blue", icon: "grade-c", description: "Medium lead score" },
  D: { label: "D", color: "orange", icon: "grade-d", description: "Low lead score" },
  F: { label: "F", color: "gray", icon: "grade-f", description: "Lowest lead score" },
} as const satisfies Record<Grade, Label>;

export const sourceLabels = {
  chat_widget: { label: "Chat Widget", color: "blue", icon: "message-square", description: "Chat on the business's own site" },
  lead_form: { label: "Lead Form", color: "purple", icon: "clipboard", description: "A form that was sent in" },
  facebook: { label: "Facebook", color: "blue", icon: "facebook", description: "Facebook page or Messenger" },
  instagram: { label: "Instagram", color: "pink", icon: "instagram", description: "Instagram direct messages" },
  whatsapp: { label: "WhatsApp", color: "green", icon: "whatsapp", description: "WhatsApp" },
  telegram: { label: "Telegram", color: "blue", icon: "telegram", description: "Telegram" },
  web_visitor: { label: "Web Visitor", color: "gray", icon: "globe", description: "Known by a visit before any chat" },
  email: { label: "Email", color: "gray", icon: "mail", description: "E-mail" },
  manual: { label: "Manual", color: "gray", icon: "pencil", description: "Made by staff" },
  import: { label: "Import", color: "gray", icon: "upload", description: "Came with an imported file" },
} as const satisfies Record<Source, Label>;

export const channelLabels = {
  web: { label: "Web", color: "gray", icon: "globe", description: "Chat on a web page" },
  facebook: { label: "Messenger", color: "blue", icon: "facebook", description: "Facebook Messenger" },
  instagram: { label: "Instagram", color: "pink", icon: "instagram", description: "Instagram direct messages" },
  whatsapp: { label: "WhatsApp", color: "green", icon: "whatsapp", description: "WhatsApp" },
  telegram: { label: "Telegram", color: "blue", icon: "telegram", description: "Telegram" },
  email: { label: "Email", color: "gray", icon: "mail", description: "E-mail" },
} as const satisfies Record<(typeof channels)[number], Label>;

/** Green when the contact has an e-mail or a phone, gray when it is missing. */
export const markLabels = {
  present: { label: "Present", color: "green", icon: "circle-filled", description: "E-mail or phone is known" },
  missing: { label: "Missing", color: "gray", icon: "circle", description: "E-mail or phone is missing" },
} as const satisfies Record<string, Label>;

export const flagLabels = {
  vip: {
    label: "VIP",
    color: "purple",
    icon: "crown",
    description: "Set by staff, or as many conversions as the settings ask for, or what they were worth",
  },
  atRisk: {
    label: "At risk",
    color: "red",
    icon: "alert",
    description: "Unhappy or complaining of late, or a customer who has been silent for half the time after which people are churned",
  },
} as const satisfies Record<string, Label>;

export const severityLabels = {
  low: { label: "Low", color: "gray", icon: "severity-low", description: "Can wait" },
  normal: { label: "Normal", color: "yellow", icon: "severity-normal", description: "Wants somebody today" },
  high: { label: "High", color: "orange", icon: "severity-high", description: "Wants somebody soon; calls who is on duty" },
  urgent: { label: "Urgent", color: "red", icon: "severity-urgent", description: "Wants somebody now; calls who is on duty" },
} as const satisfies Record<Severity, Label>;

export const alertStateLabels = {
  open: { label: "Open", color: "red", icon: "bell", description: "Nobody has reacted yet" },
  acknowledged: { label: "Acknowledged", color: "orange", icon: "eyes", description: "A colleague has seen it and looks after it" },
  taken_over: { label: "Taken over", color: "purple", icon: "headset", description: "A colleague has the conversation, and the bot is silent" },
  resolved: { label: "Resolved", color: "green", icon: "check-circle", description: "What it called for has been done" },
  dismissed: { label: "Dismissed", color: "gray", icon: "trash", description: "It called for nothing" },
} as const satisfies Record<AlertState, Label>;

export const conversationStateLabels = {
  waiting: { label: "Waiting", color: "orange", icon: "hourglass", description: "The customer waits for an answer" },
  taken_over: { label: "Taken over", color: "purple", icon: "headset", description: "A colleague has the conversation, and the bot is silent" },
  answered: { label: "Answered", color: "blue", icon: "message-circle", description: "It is the customer's turn" },
  done: { label: "Done", color: "green", icon: "check-circle", description: "Closed by words or by staff" },
} as const satisfies Record<InboxState, Label>;

export const escalationKindLabels = {
  frustration: { label: "Frustration", color: "red", icon: "angry-face", description: "The customer complains, is abusive or very negative" },
  cannot_resolve: {
    label: "Not helped",
    color: "orange",
    icon: "help-circle",
    description: "The customer asks for a person or the same twice, or our side says that it cannot help",
  },
  unanswered: { label: "Unanswered", color: "yellow", icon: "hourglass", description: "Nobody has answered for so many minutes of opening hours" },
  high_value: { label: "High value", color: "purple", icon: "crown", description: "A grade or a score is reached, or a VIP writes" },
  custom: { label: "Own rule", color: "blue", icon: "target", description: "A message shows an intent, a word or a bad tone" },
} as const satisfies Record<EscalationKind, Label>;
