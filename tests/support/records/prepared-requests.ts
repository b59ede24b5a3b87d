import type { DeliveryRecord } from "#core/model/delivery.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { moveDelivery } from "#core/rules/delivery/delivery.ts";
import type { TestApp } from "../app.ts";
import type { Ids } from "./one-of-each.ts";

type Prepared = { path: string; body?: unknown; headers?: Record<string, string> };
type Prepare = (app: TestApp, ids: Ids) => Promise<Prepared>;

const file = "Full name,E-mail\nEla Cruz,ela@example.com";
const csv = { "content-type": "text/csv" };

async function contacts({ post }: TestApp): Promise<[string, string]> {
  const made = async (name: string) => (await post("/v1/contacts", { name })).is<{ id: string }>(201).id;
  return [await made("Ana"), await made("Ben")];
}

async function reminder({ post }: TestApp, { contacts: contactId }: Ids): Promise<{ id: string; fingerprint: string }> {
  const body = { contactId, dueAt: new Date().toISOString(), reason: "Ask how it went", text: "How did it go?" };
  return (await post("/v1/followups", body)).is<{ id: string; fingerprint: string }>(201);
}

/** As when the process has ended between dispatch and answer. */
async function makeUnknown({ ctx }: TestApp, id: string): Promise<void> {
  const found = await ctx.store.deliveries.find(id);
  if (found === null) throw new Error(`delivery ${id} does not exist`);
  let delivery: DeliveryRecord = found;
  for (const state of ["claimed", "sending", "unknown"] as const) {
    const moved = moveDelivery(delivery, state, {}, ctx.now());
    await ctx.store.commit(new ChangeSet().moveDelivery(moved, delivery.state));
    delivery = moved;
  }
}

/** Operations that the example of the document alone cannot show, with a request that succeeds once. */
export const preparedRequests: Readonly<Record<string, Prepare>> = {
  mergeContacts: async (app) => {
    const [id, otherId] = await contacts(app);
    return { path: `/v1/contacts/${id}/merge`, body: { otherId } };
  },
  unmergeContacts: async (app) => {
    const [id, otherId] = await contacts(app);
    (await app.post(`/v1/contacts/${id}/merge`, { otherId })).is(200);
    return { path: `/v1/contacts/${id}/unmerge`, body: { otherId } };
  },
  applySettings: async ({ get, post }) => {
    const { settings } = (await get("/v1/settings")).is<{ settings: object }>(200);
    const { hash } = (await post("/v1/settings/plan", { settings })).is<{ hash: string }>(200);
    return { path: "/v1/settings/apply", body: { hash } };
  },
  importContacts: async () => ({ path: "/v1/contacts/import", body: file, headers: csv }),
  applyImport: async ({ post }) => {
    const { id, planId } = (await post("/v1/contacts/import", file, csv)).is<{ id: string; planId: string }>(201);
    return { path: `/v1/imports/${id}/apply`, body: { planId } };
  },
  resolveDelivery: async (app, { deliveries: id }) => {
    await makeUnknown(app, id);
    return { path: `/v1/deliveries/${id}/resolve`, body: { resolution: "failed" } };
  },
  retryJob: async () => ({ path: "/v1/jobs/job_failed/retry" }),
  approveFollowUp: async (app, ids) => {
    const { id, fingerprint } = await reminder(app, ids);
    return { path: `/v1/followups/${id}/approve`, body: { fingerprint } };
  },
  snoozeFollowUp: async (app, ids) => {
    const { id } = await reminder(app, ids);
    return { path: `/v1/followups/${id}/snooze`, body: { until: new Date(Date.now() + 86_400_000).toISOString() } };
  },
};
