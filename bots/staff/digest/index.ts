import type { StaffFeature } from "../slack/feature.ts";
import { digestCardOf } from "./card.ts";
import { digestSubject } from "./due-date.ts";

/** The overview that is posted every morning. */
export const digest: StaffFeature = {
  cards: { digest: digestCardOf },
  dueCards: [{ kind: "digest", subjectAt: ({ digestAt }, timeZone, now) => digestSubject(digestAt, timeZone, now) }],
};
