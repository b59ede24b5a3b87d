import type { SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction } from "@slack/bolt";
import type { KnownBlock, ModalView } from "@slack/types";
import { type Asked, actFor, type Office, runAfterCalls } from "./dispatch.ts";
import type { Answer, RegisteredFeatures, SubmissionAnswer, WebClient } from "./feature.ts";
import { subjectIn, valuesOf } from "./payload.ts";

/** Slack waits 3 s for what becomes of a modal; what takes longer is told in a message. */
const patienceMs = 2_400;

type Given = Pick<SlackViewMiddlewareArgs<ViewSubmitAction>, "ack" | "body" | "view">;

/**
 * A modal was sent: its answer is what Slack shows next. A refusal is shown at an input, with all that was typed still there.
 * The same modal sent again, because our answer was lost, has its effect once: until it shows something else its hash is the same.
 */
export async function submit(
  { ack, body, view }: Given,
  office: Office,
  client: WebClient,
  { modals, afterCalls }: Pick<RegisteredFeatures, "modals" | "afterCalls">,
): Promise<void> {
  const found = modals.find(({ callbackId }) => callbackId === view.callback_id);
  if (!found) return ack();
  let isAnswered = false;
  const late = new AbortController();
  const finish = async (answer: SubmissionAnswer) => {
    if (isAnswered) return;
    isAnswered = true;
    late.abort();
    await ack(...toAck(answer));
  };
  const tell = (given: Answer) => client.chat.postMessage({ channel: body.user.id, ...(typeof given === "string" ? { text: given } : given) });
  const asked: Asked = {
    userId: body.user.id,
    callId: `view:${view.id}:${view.hash}`,
    client,
    what: { role: found.role, audit: found.audit, subjectId: subjectIn(view.private_metadata), name: found.callbackId },
    respond: async (given) => {
      const block = inputOf(view);
      if (isAnswered || block === null || typeof given !== "string") await tell(given);
      else await finish({ errors: { [block]: given } });
    },
  };
  const timer = setTimeout(() => void finish(undefined).catch(() => {}), patienceMs);
  late.signal.addEventListener("abort", () => clearTimeout(timer));
  await actFor(office, asked, async (acting) => {
    const submission = { ...acting, metadata: view.private_metadata, values: valuesOf(view.state), viewId: view.id, triggerId: body.trigger_id };
    const answer = await found.run(submission);
    // The modal is closed already: what it would have shown comes as a message.
    if (isAnswered && answer && "update" in answer) await tell({ text: answer.update.title.text, blocks: ours(answer.update) });
    await finish(answer);
  });
  await finish(undefined);
  // It may have been opened there, which Slack does not say.
  await runAfterCalls(office, afterCalls, client, body.user.id);
}

/** Views of ours are made of blocks that Slack's library knows. */
const ours = ({ blocks }: ModalView): KnownBlock[] => blocks as KnownBlock[];

type Ack = Parameters<Given["ack"]>;

function toAck(answer: SubmissionAnswer): Ack {
  if (!answer) return [];
  if ("errors" in answer) return [{ response_action: "errors", errors: answer.errors }];
  if ("update" in answer) return [{ response_action: "update", view: answer.update }];
  if ("push" in answer) return [{ response_action: "push", view: answer.push }];
  return [{ response_action: "clear" }];
}

/** The last input: its fault is next to the button that was pressed. */
function inputOf({ blocks }: ViewOutput): string | null {
  return blocks.findLast(({ type }) => type === "input")?.block_id ?? null;
}
