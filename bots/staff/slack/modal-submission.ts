import type { SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction } from "@slack/bolt";
import type { KnownBlock, ModalView } from "@slack/types";
import { runAfterCalls, runStaffCall, type StaffCall, type WorkspaceContext } from "./dispatch.ts";
import { asMessage, type ModalResponse, type RegisteredFeatures, type ResponseMessage, type WebClient } from "./feature.ts";
import { subjectIn, valuesOf } from "./payload.ts";

/** Slack waits 3 s for the answer to a modal. When the work takes longer, the modal closes and the result comes as a message. */
const responseDeadlineMs = 2_400;

type ViewSubmissionArgs = Pick<SlackViewMiddlewareArgs<ViewSubmitAction>, "ack" | "body" | "view">;

/**
 * Handles a submitted modal; its answer is what Slack shows next. A refusal is shown at an input, where all that was typed stays.
 * When our answer is lost and Slack repeats the call, it has the same view hash and so is recognised as a duplicate.
 */
export async function handleModalSubmission(
  { ack, body, view }: ViewSubmissionArgs,
  workspaceContext: WorkspaceContext,
  client: WebClient,
  { modals, afterCalls }: Pick<RegisteredFeatures, "modals" | "afterCalls">,
): Promise<void> {
  const found = modals.find(({ callbackId }) => callbackId === view.callback_id);
  if (!found) return ack();
  let isAnswered = false;
  const answered = new AbortController();
  const finish = async (response: ModalResponse) => {
    if (isAnswered) return;
    isAnswered = true;
    answered.abort();
    await ack(...toAck(response));
  };
  const sendMessage = (message: ResponseMessage) => client.chat.postMessage({ channel: body.user.id, ...asMessage(message) });
  const call: StaffCall = {
    userId: body.user.id,
    callId: `view:${view.id}:${view.hash}`,
    client,
    what: { role: found.role, audit: found.audit, subjectId: subjectIn(view.private_metadata), name: found.callbackId },
    respond: async (message) => {
      const block = lastInputBlockOf(view);
      if (isAnswered || block === null || typeof message !== "string") await sendMessage(message);
      else await finish({ errors: { [block]: message } });
    },
  };
  const timer = setTimeout(() => void finish(undefined).catch(() => {}), responseDeadlineMs);
  answered.signal.addEventListener("abort", () => clearTimeout(timer));
  await runStaffCall(workspaceContext, call, async (request) => {
    const submission = { ...request, metadata: view.private_metadata, values: valuesOf(view.state), viewId: view.id, triggerId: body.trigger_id };
    const response = await found.run(submission);
    // After the deadline the modal is closed, so what it would have shown is sent as a message.
    if (isAnswered && response && "update" in response) {
      await sendMessage({ text: response.update.title.text, blocks: knownBlocksOf(response.update) });
    }
    await finish(response);
  });
  await finish(undefined);
  // Slack does not say where a modal was opened. It may have been on the Home tab, which shows old numbers now.
  await runAfterCalls(workspaceContext, afterCalls, client, body.user.id);
}

/** The cast holds since our views are made of blocks that Slack's library has types for. */
const knownBlocksOf = ({ blocks }: ModalView): KnownBlock[] => blocks as KnownBlock[];

type AckArgs = Parameters<ViewSubmissionArgs["ack"]>;

function toAck(response: ModalResponse): AckArgs {
  if (!response) return [];
  if ("errors" in response) return [{ response_action: "errors", errors: response.errors }];
  if ("update" in response) return [{ response_action: "update", view: response.update }];
  if ("push" in response) return [{ response_action: "push", view: response.push }];
  return [{ response_action: "clear" }];
}

/** The last input, since its error is shown next to the submit button. */
function lastInputBlockOf({ blocks }: ViewOutput): string | null {
  return blocks.findLast(({ type }) => type === "input")?.block_id ?? null;
}
