import { CrmError } from "#core/errors.ts";
import type { Settings } from "#core/model/settings.ts";
import { lintSettings } from "./lint.ts";

/** `invalid` for a document with errors, each at its pointer below `at`, the document's own place in the request. */
export function refuseFaulty(document: Settings, at = "/settings"): void {
  const errors = lintSettings(document)
    .filter(({ severity }) => severity === "error")
    .map(({ pointer, message }) => ({ pointer: `${at}${pointer}`, detail: message }));
  const [first] = errors;
  if (first) throw new CrmError("invalid", `${first.pointer} ${first.detail}`, { errors });
}
