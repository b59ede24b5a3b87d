/** What a button or a modal names: a record, and of a follow-up the text that was shown. */
export type Subject = { id: string; fingerprint: string | undefined };

/** `id` or `id|fingerprint`, as buttons carry it, and modals in their metadata. */
export function subjectOf(value: string): Subject {
  const [id = "", fingerprint] = value.split("|");
  return { id, fingerprint };
}
