import { fail, invalidField } from "#core/errors.ts";
import type { BranchRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { normalizeEmail } from "#core/rules/address/email.ts";
import { toE164 } from "#core/rules/address/phone.ts";
import { isTimeZone } from "#core/usecases/contacts/time-zone.ts";
import { commit, retrying } from "./commit.ts";
import { holderOf, refuseTakenName, withNameKey } from "./unique-name.ts";

/** What staff write about a branch; null clears. */
export type BranchFields = { [F in "address" | "email" | "phone" | "timeZone"]?: string | null | undefined };

/** The given fields, checked and normalized as a contact's are. */
export async function branchFields(ctx: Context, given: BranchFields): Promise<Partial<Pick<BranchRecord, keyof BranchFields>>> {
  const { address, email, phone, timeZone } = given;
  if (timeZone && !isTimeZone(timeZone)) throw invalidField("/timeZone", "is not an IANA time zone, like Asia/Manila");
  return {
    ...(address !== undefined && { address }),
    ...(timeZone !== undefined && { timeZone }),
    ...(email !== undefined && { email: email === null ? null : readEmail(email) }),
    ...(phone !== undefined && { phone: phone === null ? null : await readPhone(ctx, phone) }),
  };
}

function readEmail(written: string): string {
  const email = normalizeEmail(written);
  if (email === null) throw invalidField("/email", "is not an e-mail address");
  return email;
}

async function readPhone(ctx: Context, written: string): Promise<string> {
  const phone = toE164(written, (await ctx.store.settings.current()).document.region);
  if (phone === null) throw invalidField("/phone", "is not a phone number; write it with its country, like +63 917 123 4567");
  return phone;
}

export async function getBranch(ctx: Context, { id }: { id: string }): Promise<BranchRecord> {
  return (await ctx.store.labels.findBranch(id)) ?? fail("not_found", `branch ${id} does not exist`);
}

export async function listBranches(ctx: Context, page: PageQuery): Promise<Page<BranchRecord>> {
  return ctx.store.labels.branchPage(page);
}

/** Messages name a branch by its name, so that names are unique whatever their case and accents. */
export async function createBranch(ctx: Context, { name, ...given }: { name: string } & BranchFields): Promise<BranchRecord> {
  return retrying(ctx, async () => {
    const empty = { address: null, email: null, phone: null, timeZone: null };
    const fields = await branchFields(ctx, given);
    const id = ctx.newId("brn");
    const named = await freeName(ctx, id, name);
    const branch = { id, agentId: ctx.store.agentId, ...named, ...empty, ...fields, createdAt: ctx.now() };
    return commit(ctx, new ChangeSet().insert("branches", branch), branch);
  });
}

type BranchUpdate = { id: string; name?: string | undefined } & BranchFields;

export async function updateBranch(ctx: Context, { id, name, ...given }: BranchUpdate): Promise<BranchRecord> {
  return retrying(ctx, async () => {
    const held = await getBranch(ctx, { id });
    const named = name === undefined ? {} : await freeName(ctx, id, name);
    const branch = { ...held, ...named, ...(await branchFields(ctx, given)) };
    const changes = new ChangeSet().replace("branches", held, branch);
    if (branch.timeZone !== held.timeZone) changes.reviewBranch(id, ctx.now());
    return commit(ctx, changes, branch);
  });
}

/**
 * The name with its key, which the schema holds unique. Branches of earlier versions have none, and are looked through. Throws
 * `conflict` when another branch has the name.
 */
async function freeName(ctx: Context, id: string, given: string): Promise<Pick<BranchRecord, "name" | "nameKey">> {
  const named = withNameKey(given);
  const others = (await ctx.store.labels.branchesNamed(named.nameKey)).filter((branch) => branch.id !== id);
  refuseTakenName("branch", holderOf(given, others), id);
  return named;
}

/** A branch that contacts, conversations or open alerts belong to stays: where they go is for staff to say. Ended alerts keep its id. */
export async function deleteBranch(ctx: Context, { id }: { id: string }): Promise<void> {
  return retrying(ctx, async () => {
    await getBranch(ctx, { id });
    const contacts = await ctx.store.contacts.count({ branch: [id] });
    if (contacts > 0) fail("conflict", `${contacts} contacts belong to branch ${id}; move them to another branch first`, { contacts });
    const conversations = Object.values(await ctx.store.conversations.counts({ branch: [id] })).reduce((sum, count) => sum + count, 0);
    const alerts = await ctx.store.alerts.openCount({ branch: [id] });
    if (conversations + alerts > 0)
      fail("conflict", `${conversations} conversations and ${alerts} open alerts belong to branch ${id}; move them to another branch first`, {
        conversations,
        alerts,
      });
    const changes = new ChangeSet()
      .expectAbsent("contacts", { branchId: id }, "id")
      .expectAbsent("conversations", { branchId: id }, "id")
      .expectAbsent("alerts", { branchId: id, endedAt: null }, "id");
    return commit(ctx, changes.remove("branches", { agentId: ctx.store.agentId, id }), undefined);
  });
}
