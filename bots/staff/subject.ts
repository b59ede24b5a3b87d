import { fail } from "#core/errors.ts";

/** What a button or a modal names: a record, and of a follow-up the text that was shown. */
export type Subject = { id: string; fingerprint: string | undefined };

/** `id` or `id|fingerprint`, as buttons carry it. */
export function subjectOf(value: string): Subject {
  const [id = "", fingerprint] = value.split("|");
  return { id, fingerprint };
}

/** The metadata of a modal of ours. */
export function aboutOf(metadata: string): Subject {
  try {
    const about: unknown = JSON.parse(metadata);
    if (typeof about === "object" && about !== null && "id" in about && typeof about.id === "string") {
      return { id: about.id, fingerprint: "fingerprint" in about && typeof about.fingerprint === "string" ? about.fingerprint : undefined };
    }
  } catch {
    // Not one of ours: the refusal below is all there is to say.
  }
  return fail("invalid", "this window is not in use any more: open it again from its card");
}
