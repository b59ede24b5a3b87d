/** A message as a person typed it: Slack escapes three characters and wraps links and mentions in angle brackets. */
export function plainText(text: string): string {
  return text
    .replace(/<(https?:[^|>]+)\|([^>]*)>/g, (_whole, url: string, label: string) => (url.includes(label) ? url : `${label} (${url})`))
    .replace(/<((?:https?|mailto|tel):[^|>]+)(?:\|([^>]*))?>/g, (_whole, url: string, label?: string) => label ?? url.replace(/^(mailto|tel):/, ""))
    .replace(/<[@#!][^|>]*\|([^>]*)>/g, "$1")
    .replace(/<[@#!][^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();
}
