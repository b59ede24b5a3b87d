import type { ContactRecord } from "#core/model/records.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import { decide } from "#core/rules/decide.ts";
import { type Wanted, wantedFollowUps } from "#core/rules/followups/wanted.ts";

/** What a trigger calls for of a contact at an instant (ms since 1970), under the settings as they are. */
export function wantedNow(contact: ContactRecord, { document }: VersionedSettings, trigger: string, now: number): Wanted | undefined {
  const { status, stage } = decide(contact.state, contact, document, now);
  const standing = { status: status.status, statusSince: status.since, stage: stage.stage, stageSince: stage.since.at };
  return wantedFollowUps(contact.id, contact.state, standing, document.followUps).find((wanted) => wanted.trigger === trigger);
}
