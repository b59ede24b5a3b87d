import { emptyState } from "#core/model/contact-state.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Source } from "#core/model/vocabulary.ts";
import type { Context } from "#core/ports/context.ts";

/** A contact nothing is known about; derived columns get their values from deriveContact. */
export function newContact(ctx: Context, source: Source): ContactRecord {
  const now = ctx.now();
  return {
    id: ctx.newId("con"),
    agentId: ctx.store.agentId,
    version: 1,
    settingsVersion: 0,
    rulesVersion: 0,
    createdAt: now,
    updatedAt: now,
    source,
    sourceDetail: null,
    ownerId: null,
    branchId: null,
    timeZone: null,
    attributes: {},
    vipOverride: null,
    peopleBy: null,
    optedOut: false,
    state: emptyState(now),
    name: null,
    email: null,
    phone: null,
    company: null,
    language: null,
    channels: [],
    status: "new",
    statusBecause: "",
    stage: "inquiry",
    score: 0,
    grade: "F",
    sentiment: null,
    sentimentLevel: null,
    sentimentTrend: null,
    vip: false,
    vipBecause: null,
    atRisk: false,
    atRiskBecause: null,
    messageCount: 0,
    firstSeenAt: null,
    lastSeenAt: null,
    recentAt: now,
    nameKey: "",
    searchText: "",
    reviewAt: null,
  };
}
