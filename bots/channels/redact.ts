import type { ChannelLog } from "#core/ports/channel-options.ts";

/** Shorter strings are no secrets, and would blacken ordinary words. */
const shortest = 6;

/** The text without the secrets, also as they look in a URL. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= shortest)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((rest, form) => rest.replaceAll(form, "[redacted]"), text);
}

/** A log that redacts these secrets from every message and text field, whatever a channel passes to it. */
export function redactedLog(log: ChannelLog, secrets: readonly string[]): ChannelLog {
  const safe = (fields: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, typeof value === "string" ? redact(value, secrets) : value]));
  return {
    info: (fields, message) => log.info(safe(fields), redact(message, secrets)),
    warn: (fields, message) => log.warn(safe(fields), redact(message, secrets)),
    error: (fields, message) => log.error(safe(fields), redact(message, secrets)),
  };
}
