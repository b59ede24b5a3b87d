import { describe, expect, it } from "vitest";
import { dutySettingsSchema } from "#core/model/duty/duty.ts";
import { escalationRuleSchema } from "#core/model/escalation.ts";
import { customTriggerSchema } from "#core/model/followup.ts";
import type { Settings } from "#core/model/settings.ts";
import { type TestApp, testApp } from "../support/app.ts";
import { guarded } from "../support/operations.ts";
import { type Ids, oneOfEach } from "../support/records/one-of-each.ts";

type Reference = {
  operation: string;
  field: string;
  noun: keyof Ids;
  method?: "PATCH";
  status: 404 | 409 | 422;
  request(own: Ids, id: string): [path: string, body: object];
};

const dueAt = new Date(Date.now() + 86_400_000).toISOString();
const bulk = (
  operation: "changeContacts" | "previewChangeOfContacts",
  field: "tagId" | "branchId" | "ownerId",
  noun: keyof Ids,
  action: string,
  status: 404 | 422,
): Reference => ({
  operation,
  field: `/${field}`,
  noun,
  status,
  request: (own, id) => [
    operation === "changeContacts" ? "/v1/contacts/bulk" : "/v1/contacts/bulk/preview",
    { ids: [own.contacts], action, [field]: id },
  ],
});

/** Every field of a body that names something of the agent, beside those of settings. */
const references: Reference[] = [
  {
    operation: "createAction",
    field: "/contactId",
    noun: "contacts",
    status: 404,
    request: (_, id) => ["/v1/actions", { contactId: id, action: "form_submitted" }],
  },
  {
    operation: "createAction",
    field: "/from/branch",
    noun: "branches",
    status: 422,
    request: (_, id) => ["/v1/actions", { channel: "web", from: { externalId: "v-9", branch: id }, action: "form_submitted" }],
  },
  {
    operation: "createMessage",
    field: "/from/branch",
    noun: "branches",
    status: 422,
    request: (_, id) => ["/v1/messages", { channel: "web", from: { externalId: "v-9", branch: id }, text: "Hi" }],
  },
  {
    operation: "previewTemplate",
    field: "/contactId",
    noun: "contacts",
    status: 404,
    request: (own, id) => [`/v1/templates/${own.templates}/preview`, { contactId: id }],
  },
  {
    operation: "createReminder",
    field: "/contactId",
    noun: "contacts",
    status: 404,
    request: (_, id) => ["/v1/followups", { contactId: id, dueAt, reason: "Ask" }],
  },
  {
    operation: "applyImport",
    field: "/planId",
    noun: "plans",
    status: 409,
    request: (own, id) => [`/v1/imports/${own.imports}/apply`, { planId: id }],
  },
  { operation: "createContact", field: "/ownerId", noun: "staff", status: 422, request: (_, id) => ["/v1/contacts", { name: "Ana", ownerId: id }] },
  {
    operation: "createContact",
    field: "/branchId",
    noun: "branches",
    status: 404,
    request: (_, id) => ["/v1/contacts", { name: "Ana", branchId: id }],
  },
  ...(
    [
      ["ownerId", "staff", 422],
      ["branchId", "branches", 404],
    ] as const
  ).map(([field, noun, status]) => ({
    operation: "updateContact",
    field: `/${field}`,
    noun,
    method: "PATCH" as const,
    status,
    request: (own: Ids, id: string): [string, object] => [`/v1/contacts/${own.contacts}`, { [field]: id }],
  })),
  {
    operation: "previewMerge",
    field: "/otherId",
    noun: "contacts",
    status: 404,
    request: (own, id) => [`/v1/contacts/${own.contacts}/merge/preview`, { otherId: id }],
  },
  {
    operation: "mergeContacts",
    field: "/otherId",
    noun: "contacts",
    status: 404,
    request: (own, id) => [`/v1/contacts/${own.contacts}/merge`, { otherId: id }],
  },
  {
    operation: "unmergeContacts",
    field: "/otherId",
    noun: "contacts",
    status: 404,
    request: (own, id) => [`/v1/contacts/${own.contacts}/unmerge`, { otherId: id }],
  },
  {
    operation: "assignConversation",
    field: "/assigneeId",
    noun: "staff",
    status: 422,
    request: (own, id) => [`/v1/conversations/${own.conversations}/assign`, { assigneeId: id }],
  },
  {
    operation: "moveConversationToBranch",
    field: "/branchId",
    noun: "branches",
    status: 404,
    request: (own, id) => [`/v1/conversations/${own.conversations}/branch`, { branchId: id }],
  },
  { operation: "attachTag", field: "/tagId", noun: "tags", status: 404, request: (own, id) => [`/v1/contacts/${own.contacts}/tags`, { tagId: id }] },
  {
    operation: "acceptProposal",
    field: "/intoId",
    noun: "contacts",
    status: 422,
    request: (own, id) => [`/v1/proposals/${own.proposals}/accept`, { intoId: id }],
  },
  {
    operation: "backfillFollowUps",
    field: "/trigger",
    noun: "followups",
    status: 422,
    request: (_, id) => ["/v1/followups/backfill", { trigger: id }],
  },
  ...(
    [
      ["tag", "tags"],
      ["branch", "branches"],
    ] as const
  ).flatMap(([field, noun]): Reference[] => {
    const common = { field: `/only/${field}/0`, noun, status: 422 } as const;
    const only = (id: string) => ({ only: { [field]: [id] } });
    return [
      {
        ...common,
        operation: "createEscalationRule",
        request: (_, id) => ["/v1/escalation-rules", { name: "Own", kind: "frustration", ...only(id) }],
      },
      {
        ...common,
        operation: "updateEscalationRule",
        method: "PATCH",
        request: (own, id) => [`/v1/escalation-rules/${own["escalation-rules"]}`, only(id)],
      },
    ];
  }),
  bulk("changeContacts", "tagId", "tags", "tag", 404),
  bulk("previewChangeOfContacts", "tagId", "tags", "tag", 404),
  bulk("changeContacts", "branchId", "branches", "branch", 404),
  bulk("previewChangeOfContacts", "branchId", "branches", "branch", 404),
  bulk("changeContacts", "ownerId", "staff", "owner", 422),
  bulk("previewChangeOfContacts", "ownerId", "staff", "owner", 422),
];

/** Settings with a reference put into them. */
const inSettings: { field: string; noun: keyof Ids; change(settings: Settings, id: string): Settings }[] = [
  ...(["promise", "ghosting", "undecided", "disengaged"] as const).map((trigger) => ({
    field: `/settings/followUps/${trigger}/templateId`,
    noun: "templates" as const,
    change: (settings: Settings, id: string) => ({
      ...settings,
      followUps: { ...settings.followUps, [trigger]: { ...settings.followUps[trigger], templateId: id } },
    }),
  })),
  { field: "/settings/followUps/custom/0/templateId", noun: "templates", change: (settings, id) => withTrigger(settings, { templateId: id }) },
  { field: "/settings/followUps/custom/0/only/tags/0", noun: "tags", change: (settings, id) => withTrigger(settings, { only: { tags: [id] } }) },
  { field: "/settings/escalations/rules/0/only/tag/0", noun: "tags", change: (settings, id) => withRule(settings, { tag: [id] }) },
  { field: "/settings/escalations/rules/0/only/branch/0", noun: "branches", change: (settings, id) => withRule(settings, { branch: [id] }) },
  { field: "/settings/duty/closedDays/0/branchId", noun: "branches", change: (settings, id) => onDuty(settings, { closedDays: [closed(id)] }) },
  {
    field: "/settings/duty/branches/0/branchId",
    noun: "branches",
    change: (settings, id) => onDuty(settings, { branches: [{ branchId: id, hours }] }),
  },
  { field: "/settings/duty/staff/0/staffId", noun: "staff", change: (settings, id) => onDuty(settings, { staff: [{ staffId: id }] }) },
  {
    field: "/settings/escalations/routes/0/branchId",
    noun: "branches",
    change: (settings, branchId) => ({
      ...settings,
      escalations: { ...settings.escalations, routes: [{ severity: "low", branchId, channelId: null, mention: "none" }] },
    }),
  },
];

const hours = [{ days: [1], from: "09:00", to: "17:00" }];
const closed = (branchId: string) => ({ branchId, from: "2026-12-24", to: "2026-12-26" });

function onDuty(settings: Settings, fields: object): Settings {
  return { ...settings, duty: dutySettingsSchema.parse(fields) };
}

function withRule(settings: Settings, only: object): Settings {
  const rule = escalationRuleSchema.parse({ id: "own", name: "Own", kind: "custom", keywords: ["suite"], only });
  return { ...settings, escalations: { ...settings.escalations, rules: [rule] } };
}

function withTrigger(settings: Settings, fields: object): Settings {
  const after = { what: "silence" } as const;
  const trigger = customTriggerSchema.parse({ id: "after_visit", name: "After a visit", after, delayHours: 72, text: "Hello", ...fields });
  return { ...settings, followUps: { ...settings.followUps, custom: [trigger] } };
}

/** Ids of another agent, and ids that nobody has. */
async function foreign(app: TestApp): Promise<Ids[]> {
  const theirs = await oneOfEach(app.otherAgent);
  const unknown = { ...theirs };
  for (const noun of Object.keys(theirs) as (keyof Ids)[]) unknown[noun] = `${theirs[noun].slice(0, -2)}zz`;
  return [theirs, unknown];
}

/** Ids that platforms and integrators give: the system does not know what they name. */
const notOurs = ["externalId", "slackUserId", "teamId", "channelId"];

describe("an id in a body that is unknown or of another agent", () => {
  it.each(references)("is refused at $field by $operation", async ({ operation, field, status, noun, method = "POST", request }) => {
    const app = await testApp();
    const own = await oneOfEach(app);

    expect(guarded.map(({ id }) => id)).toContain(operation);
    for (const ids of await foreign(app)) {
      const [path, body] = request(own, ids[noun]);
      expect((await app.send(method, path, body)).is(status)).toMatchObject({ errors: [{ pointer: field }] });
    }
  });

  it("is tried at every field of the document that holds one", () => {
    const tried = new Set([...references.map(({ operation, field }) => `${operation} ${field.split("/").at(-1)}`)]);
    const held = guarded.flatMap(({ id, bodyFields }) =>
      bodyFields.filter((name) => /[a-z]Ids?$/.test(name) && !notOurs.includes(name)).map((name) => `${id} ${name}`),
    );
    const operations = ["replaceSettings", "planSettings", "lintSettings"];
    const settings = operations.flatMap((name) => ["templateId", "branchId", "branchIds", "staffId"].map((field) => `${name} ${field}`));

    expect([...new Set(held)].filter((each) => !tried.has(each) && !settings.includes(each))).toEqual([]);
  });

  it.each(inSettings)("is refused at $field of settings, put or planned", async ({ field, noun, change }) => {
    const app = await testApp();
    const own = await oneOfEach(app);
    const { version, settings } = (await app.get("/v1/settings")).is<{ version: number; settings: Settings }>(200);

    for (const ids of await foreign(app)) {
      const draft = change(settings, ids[noun]);
      expect((await app.put("/v1/settings", { version, settings: draft })).is(422)).toMatchObject({ errors: [{ pointer: field }] });
      expect((await app.post("/v1/settings/plan", { settings: draft })).is(422)).toMatchObject({ errors: [{ pointer: field }] });
    }
    (await app.put("/v1/settings", { version, settings: change(settings, own[noun]) })).is(200);
  });

  it("may stay in settings when it is a tag that has been deleted since", async () => {
    const app = await testApp();
    const { tags } = await oneOfEach(app);
    const { version, settings } = (await app.get("/v1/settings")).is<{ version: number; settings: Settings }>(200);
    const put = (await app.put("/v1/settings", { version, settings: withTrigger(settings, { only: { tags: [tags] } }) })).is<{
      version: number;
      settings: Settings;
    }>(200);
    (await app.delete(`/v1/tags/${tags}`)).is(204);

    (await app.put("/v1/settings", { version: put.version, settings: { ...put.settings, timeZone: "Asia/Tokyo" } })).is(200);
  });
});
