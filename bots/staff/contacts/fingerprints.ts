import { createHash } from "node:crypto";
import type { ModalView } from "@slack/types";
import { shownIn, textIn } from "../blocks/input-values.ts";
import type { InputValues } from "../slack/feature.ts";

/**
 * The modal with a fingerprint of each value that its inputs show: only what the reader changes is written, and what
 * somebody else has changed meanwhile is not overwritten. Fingerprints, since Slack should store no values of contacts.
 */
export function shownFingerprints(view: ModalView): ModalView {
  const prints = [...shownIn(view)].map(([name, value]) => `${name}:${print(value)}`);
  return { ...view, private_metadata: `${view.private_metadata ?? ""}|${prints.join(",")}` };
}

export type Changed = { changes: ReadonlyMap<string, string | null>; overtaken: string[] };

/** What was changed in a modal with fingerprints; `overtaken` has been changed by somebody else since it was shown. */
export function changedIn(prints: string, values: InputValues, now: ModalView): Changed {
  const seen = new Map(prints.split(",").map((each) => [each.slice(0, each.indexOf(":")), each.slice(each.indexOf(":") + 1)]));
  const changes = new Map<string, string | null>();
  const overtaken: string[] = [];
  for (const [name, current] of shownIn(now)) {
    const given = textIn(values, name);
    if (!(name in values) || print(given) === seen.get(name) || given === current) continue;
    if (print(current) !== seen.get(name)) overtaken.push(name);
    changes.set(name, given);
  }
  return { changes, overtaken };
}

function print(value: string | null): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 8);
}
