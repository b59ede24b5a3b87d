import { knownActions } from "#core/model/vocabulary.ts";
import type { Context } from "#core/ports/context.ts";
import { similarName } from "#core/rules/similar-name.ts";

/** The action that was probably meant; null when the name is known, is looked for by a signal, or is like no other. */
export async function similarAction(ctx: Context, action: string): Promise<string | null> {
  if (knownActions.some((known) => known === action)) return null;
  const { signals } = (await ctx.store.settings.current()).document.scoring;
  const own = signals.flatMap((signal) => (signal.type === "action" ? [signal.action] : []));
  return similarName(action, [...knownActions, ...own]);
}
