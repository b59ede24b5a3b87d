import type { ModalView } from "@slack/types";
import { limits } from "../blocks/text.ts";
import type { Answer, Call, Press, Submission } from "./feature.ts";

/** Where something was asked for: Slack takes answers there for 30 minutes (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses). */
export type Origin = { url: string; isReplaced: boolean };

/** What only its reader sees is written over; a card that everybody sees is not. */
export async function originOf({ ctx, place, responseUrl }: Press): Promise<Origin | null> {
  if (responseUrl === null || place === null) return null;
  return { url: responseUrl, isReplaced: !(await ctx.store.staffChat.postAt(place.channelId, place.ts)) };
}

export const originOfCall = ({ responseUrl }: Call): Origin => ({ url: responseUrl, isReplaced: false });

/** Answers where the button is, or beside it when everybody sees the card it is on. */
export async function answerAt(press: Press, answer: Answer): Promise<void> {
  const origin = await originOf(press);
  await (origin?.isReplaced ? press.replace(answer) : press.respond(answer));
}

/** The modal, which remembers where it was asked for: what it changes is shown there. */
export function remembering(view: ModalView, origin: Origin | null): ModalView {
  const metadata = `${view.private_metadata ?? ""}\n${origin?.isReplaced ? "=" : "+"}${origin?.url ?? ""}`;
  return origin === null || metadata.length > limits.metadata ? view : { ...view, private_metadata: metadata };
}

/** What a modal is about, and where it was asked for. */
export function readMetadata(metadata: string): { about: string; origin: Origin | null } {
  const [about = "", where] = metadata.split("\n");
  return { about, origin: where ? { url: where.slice(1), isReplaced: where.startsWith("=") } : null };
}

/** Shows what a modal did where it was asked for, or in a message of its own. */
export async function showAfter({ client, userId }: Submission, origin: Origin | null, answer: Answer): Promise<void> {
  const message = typeof answer === "string" ? { text: answer } : answer;
  if (origin && (await isTaken(origin, message))) return;
  await client.chat.postMessage({ channel: userId, ...message });
}

/** False: the address is too old or out of reach. What was done is done. */
async function isTaken({ url, isReplaced }: Origin, message: object): Promise<boolean> {
  const body = JSON.stringify({ response_type: "ephemeral", replace_original: isReplaced, ...message });
  const headers = { "content-type": "application/json" };
  const asked = fetch(url, { method: "POST", headers, body, redirect: "error", signal: AbortSignal.timeout(5_000) });
  return asked.then(
    ({ ok }) => ok,
    () => false,
  );
}
