import { createRoute, z } from "@hono/zod-openapi";
import {
  alertStateLabels,
  channelLabels,
  conversationStateLabels,
  escalationKindLabels,
  flagLabels,
  gradeLabels,
  type Label,
  markLabels,
  type StageLabel,
  sentimentLabels,
  severityLabels,
  sourceLabels,
  stageLabels,
  statusLabels,
} from "#core/model/labels.ts";
import { problems } from "../problem.ts";
import { newRouter } from "../router.ts";
import { json } from "./answers.ts";

const LabelView = z
  .object({
    value: z.string().meta({ description: "As it stands in the data", example: "qualified" }),
    label: z.string().meta({ example: "Qualified" }),
    color: z.string().meta({ example: "purple" }),
    icon: z.string().meta({ example: "target" }),
    description: z.string().meta({ example: "Shows buying intent signals" }),
  })
  .meta({ id: "Label" });

const StageLabelView = LabelView.extend({
  subtitle: z.string().meta({ example: "Evaluation" }),
  position: z.int().meta({ example: 2 }),
  of: z.int().meta({ example: 5 }),
}).meta({ id: "StageLabel" });

const labels = z.array(LabelView);
const MetaView = z
  .object({
    statuses: labels,
    stages: z.array(StageLabelView),
    sentimentLevels: labels,
    grades: labels,
    sources: labels,
    channels: labels,
    contactMarks: labels.meta({ description: "For e-mail and phone: known or missing" }),
    flags: labels.meta({ description: "VIP and at risk" }),
    severities: labels.meta({ description: "Of alerts and escalation rules" }),
    alertStates: labels,
    conversationStates: labels,
    escalationKinds: labels.meta({ description: "What an escalation rule looks for" }),
  })
  .meta({ id: "Meta" });

const readRoute = createRoute({
  method: "get",
  path: "/meta",
  operationId: "getMeta",
  tags: ["Meta"],
  summary: "Labels, colours and icons of every closed word",
  description: "Clients show the same words in the same colours.",
  responses: { 200: json("Every closed word", MetaView), ...problems(401, 403) },
});

const valued = <T extends Label | StageLabel>(labels: Record<string, T>) => Object.entries(labels).map(([value, label]) => ({ value, ...label }));

const words = {
  statuses: valued<Label>(statusLabels),
  stages: valued<StageLabel>(stageLabels),
  sentimentLevels: valued<Label>(sentimentLabels),
  grades: valued<Label>(gradeLabels),
  sources: valued<Label>(sourceLabels),
  channels: valued<Label>(channelLabels),
  contactMarks: valued<Label>(markLabels),
  flags: valued<Label>(flagLabels),
  severities: valued<Label>(severityLabels),
  alertStates: valued<Label>(alertStateLabels),
  conversationStates: valued<Label>(conversationStateLabels),
  escalationKinds: valued<Label>(escalationKindLabels),
};

export const meta = newRouter().openapi(readRoute, (c) => c.json(words, 200));
