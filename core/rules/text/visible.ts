/** Characters that are not displayed: joiners, marks of direction, soft hyphens, variation selectors, byte order marks, fillers and the like. */
export const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** What is no character that can be read: control characters, halves of one, those of nobody or of private use, and empty Braille. */
const unreadable = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u2800]/u;

/**
 * An address or id as it is seen: compatibility forms such as full width folded, nothing in it that is not seen, trimmed. Null
 * when something that cannot be read remains. Two that are equal to the eye are equal here.
 */
export function visibleForm(text: string): string | null {
  const visible = text.normalize("NFKC").replace(unseen, "").normalize("NFC").trim();
  return unreadable.test(visible) ? null : visible;
}

/** The same for what a platform names somebody by: letters keep their width and case. */
export function visibleId(text: string): string | null {
  const visible = text.normalize("NFC").replace(unseen, "").normalize("NFC").trim();
  return visible === "" || unreadable.test(visible) ? null : visible;
}
