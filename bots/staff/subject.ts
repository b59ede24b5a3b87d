import { fail } from "#core/errors.ts";

/** What a button or a modal names: a record, and of a follow-up the text that was shown. */
export type Subject = { id: string; fingerprint: string | undefined };

/** `id` or `id|fingerprint`, as buttons carry it. */
export function subjectOf(value: string): Subject {
  const [id = "", fingerprint] = value.split("|");
  return { id, fingerprint };
}

/** The metadata of a modal of ours: as buttons carry it. */
export function aboutOf(metadata: string): Subject {
  const about = subjectOf(metadata);
  return about.id === "" ? fail("invalid", "this window is not in use any more: open it again from its card") : about;
}
