import { createRequire } from "node:module";

type EmojiData = { aliases: Record<string, string>; emojis: Record<string, { skins: { native: string }[] }> };

const load = createRequire(import.meta.url);
let data: EmojiData | null = null;

/**
 * The emoji of a name as Slack writes it between colons; null when there is none, as of a workspace's own. `tone` is Slack's
 * number of a skin tone, 2 to 6. The names are those of https://github.com/iamcal/emoji-data, which Slack uses.
 */
export function emojiNamed(name: string, tone: number | null = null): string | null {
  // Loaded with the first name that is looked up: most messages have none.
  data ??= load("@emoji-mart/data/sets/15/native.json") as EmojiData;
  const skins = data.emojis[data.aliases[name] ?? name]?.skins;
  return skins?.[tone === null ? 0 : tone - 1]?.native ?? skins?.[0]?.native ?? null;
}
