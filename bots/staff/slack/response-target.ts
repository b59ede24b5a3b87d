import type { ModalView } from "@slack/types";
import { limits } from "../blocks/text.ts";
import { type ActionRequest, asMessage, type CommandRequest, type ModalSubmission, type ResponseMessage } from "./feature.ts";
import type { SlackAddresses } from "./slack-addresses.ts";

/** A `response_url`, which takes answers for 30 minutes (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses). */
export type ResponseTarget = { url: string; isReplaced: boolean };

/** A message that only one person sees is replaced by the answer; a card that everybody sees is not. Null: there is no message. */
export async function responseTargetOf({ ctx, place, responseUrl }: ActionRequest): Promise<ResponseTarget | null> {
  if (responseUrl === null || place === null) return null;
  return { url: responseUrl, isReplaced: !(await ctx.store.staffChat.postAt(place.channelId, place.ts)) };
}

export const responseTargetOfCommand = ({ responseUrl }: CommandRequest): ResponseTarget => ({ url: responseUrl, isReplaced: false });

/** Answers in place of the message with the button, or beside it when everybody sees that message. */
export async function respondInPlace(request: ActionRequest, message: ResponseMessage): Promise<void> {
  const target = await responseTargetOf(request);
  await (target?.isReplaced ? request.replace(message) : request.respond(message));
}

/** The modal with the target in its metadata: what the modal changes is shown there when it is submitted. */
export function withResponseTarget(view: ModalView, target: ResponseTarget | null): ModalView {
  const metadata = `${view.private_metadata ?? ""}\n${target?.isReplaced ? "=" : "+"}${target?.url ?? ""}`;
  return target === null || metadata.length > limits.metadata ? view : { ...view, private_metadata: metadata };
}

/** What a modal is about, and the target that `withResponseTarget` added. */
export function readMetadata(metadata: string): { about: string; target: ResponseTarget | null } {
  const [about = "", where] = metadata.split("\n");
  return { about, target: where ? { url: where.slice(1), isReplaced: where.startsWith("=") } : null };
}

/** Shows what a modal did at its target, or in a direct message when there is none. */
export async function respondToTarget(
  { client, userId, addresses }: ModalSubmission,
  target: ResponseTarget | null,
  message: ResponseMessage,
): Promise<void> {
  if (target && (await isDelivered(addresses, target, asMessage(message)))) return;
  await client.chat.postMessage({ channel: userId, ...asMessage(message) });
}

/** False: the address has expired or cannot be reached. It is no error, since the change itself is committed. */
function isDelivered(addresses: SlackAddresses, { url, isReplaced }: ResponseTarget, message: object): Promise<boolean> {
  return addresses.respond(url, { response_type: "ephemeral", replace_original: isReplaced, ...message });
}
