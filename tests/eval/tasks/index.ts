import type { Task } from "../task.ts";
import { chatTasks } from "./chats.ts";
import { conversationTasks } from "./conversations.ts";
import { conversion, donation, donationConverts, trapOutcome } from "./conversion.ts";
import { emails, names, phones, slotNames } from "./details.ts";
import { intentTasks } from "./intents.ts";
import { buyingTurn, stage } from "./journey.ts";
import { dialogueTasks } from "./own-dialogues.ts";
import { businessMessage, everyIntent, exactIntents, misleading, promise, promiseDue } from "./own-texts.ts";
import { fineSentiment, politeTurns, sentiment } from "./sentiment.ts";

export const tasks: readonly Task[] = [
  sentiment,
  fineSentiment,
  politeTurns,
  conversion,
  trapOutcome,
  buyingTurn,
  stage,
  donation,
  donationConverts,
  ...intentTasks,
  phones,
  emails,
  names,
  slotNames,
  everyIntent,
  exactIntents,
  misleading,
  businessMessage,
  promise,
  promiseDue,
  ...dialogueTasks,
  ...conversationTasks,
  ...chatTasks,
];
