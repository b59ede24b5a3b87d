import { byId, json, type Part, value } from "./kinds.ts";

export const business: Part<
  "agents" | "keys" | "settings" | "branches" | "tags" | "templates" | "credits" | "segments" | "connections" | "staff" | "workspaces"
> = {
  agents: { name: "agents", key: byId, columns: { id: value, name: value, createdAt: value } },
  keys: {
    name: "keys",
    key: byId,
    columns: { id: value, agentId: value, name: value, hash: value, scopes: json, createdAt: value, revokedAt: value },
  },
  settings: {
    name: "settings",
    key: ["version"],
    columns: { agentId: value, version: value, document: json, createdAt: value, createdBy: value },
  },
  branches: {
    name: "branches",
    key: byId,
    columns: { id: value, agentId: value, name: value, address: value, email: value, phone: value, timeZone: value, createdAt: value },
  },
  tags: { name: "tags", key: byId, columns: { id: value, agentId: value, name: value, nameKey: value, createdAt: value } },
  templates: {
    name: "templates",
    key: byId,
    columns: { id: value, agentId: value, name: value, nameKey: value, texts: json, createdAt: value, updatedAt: value },
  },
  credits: {
    name: "credits",
    key: byId,
    columns: { id: value, agentId: value, at: value, amount: value, reason: value, note: value, ref: value, by: value },
  },
  segments: {
    name: "segments",
    key: byId,
    columns: { id: value, agentId: value, name: value, nameKey: value, filter: json, createdAt: value, updatedAt: value },
  },
  connections: {
    name: "connections",
    key: byId,
    columns: { id: value, agentId: value, channel: value, account: value, sealed: value, createdBy: value, createdAt: value },
  },
  staff: {
    name: "staff",
    key: byId,
    columns: {
      id: value,
      agentId: value,
      name: value,
      email: value,
      role: value,
      state: value,
      slackTeamId: value,
      slackUserId: value,
      createdBy: value,
      createdAt: value,
      updatedAt: value,
    },
  },
  workspaces: {
    name: "workspaces",
    key: byId,
    columns: {
      id: value,
      agentId: value,
      teamId: value,
      name: value,
      botUserId: value,
      channelId: value,
      sealed: value,
      digestAt: value,
      brokenSince: value,
      brokenBecause: value,
      createdBy: value,
      createdAt: value,
      updatedAt: value,
    },
  },
};
