import { z } from "@hono/zod-openapi";

export const slackUserId = z
  .string()
  .regex(/^[UW][A-Z0-9]{2,20}$/, "is not a Slack user id like U0123456789")
  .meta({ example: "U0123456789" });
export const slackTeamId = z
  .string()
  .regex(/^[TE][A-Z0-9]{2,20}$/, "is not a Slack workspace id like T0123456789")
  .meta({ description: "The workspace they are in; needed only when there are several", example: "T0123456789" });
export const slackChannelId = z
  .string()
  .regex(/^[CDG][A-Z0-9]{2,20}$/, "is not a Slack channel id like C0123456789")
  .meta({ description: "Where cards go; invite the app there", example: "C0123456789" });
