import { newRouter } from "#api/router.ts";
import { actions } from "./actions.ts";
import { alerts } from "./alerts.ts";
import { messageBatch } from "./batch.ts";
import { conversationNotes } from "./conversation-notes.ts";
import { conversations } from "./conversations.ts";
import { deliveries } from "./deliveries.ts";
import { messageMedia } from "./media.ts";
import { messages } from "./messages.ts";
import { templates } from "./templates.ts";

export const messageRoutes = newRouter()
  .route("/", messages)
  .route("/", messageBatch)
  .route("/", messageMedia)
  .route("/", actions)
  .route("/", conversations)
  .route("/", conversationNotes)
  .route("/", alerts)
  .route("/", templates)
  .route("/", deliveries);
