import type { WireMessage } from "./record.ts";

/** Answers a request: `fetch` itself, or the handler of an embedded server. */
export type AnswerRequest = (request: Request) => Promise<Response>;

/** The server that is fed: where it is, the key, and how often a request that it could not take is tried again. */
export type Target = { url: string; key: string; answer: AnswerRequest; patience?: number };

export type ItemResult = { status: number; contactId?: string; problem?: { detail?: string; errors?: { pointer: string; detail: string }[] } };

/** The replay cannot go on; the message says what to do. `status` is the server's answer, if it gave one. */
export class ReplayError extends Error {
  override readonly name = "ReplayError";
  readonly status: number | null;
  constructor(message: string, options: ErrorOptions & { status?: number } = {}) {
    super(message, options);
    this.status = options.status ?? null;
  }
}

/** Answers that blame the body as a whole: one of its messages is to blame, and halves tell which. */
const bodyFaults: readonly (number | null)[] = [400, 413, 422];

/** Feeds a batch. Every message carries an external id, so that trying again is harmless. */
export async function sendBatch(target: Target, messages: WireMessage[]): Promise<ItemResult[]> {
  try {
    const { results } = await call<{ results: ItemResult[] }>(target, "/v1/messages/batch", { method: "POST", body: JSON.stringify({ messages }) });
    return results;
  } catch (error) {
    if (!(error instanceof ReplayError) || !bodyFaults.includes(error.status)) throw error;
    if (messages.length === 1) return [{ status: error.status ?? 0, problem: { detail: error.message } }];
    const half = Math.ceil(messages.length / 2);
    return [...(await sendBatch(target, messages.slice(0, half))), ...(await sendBatch(target, messages.slice(half)))];
  }
}

export function get<T>(target: Target, path: string): Promise<T> {
  return call<T>(target, path, { method: "GET" });
}

async function call<T>(target: Target, path: string, init: { method: string; body?: string }, attempt = 1): Promise<T> {
  const headers = { authorization: `Bearer ${target.key}`, ...(init.body === undefined ? {} : { "content-type": "application/json" }) };
  const request = new Request(new URL(path, target.url), { ...init, headers });
  const response = await target.answer(request).catch((cause: unknown) => new Unreachable(target, cause));
  // The routes' views are the contract; their shapes are tested where they are made.
  if (response instanceof Response && response.ok) return (await response.json()) as T;

  const passing = response instanceof Unreachable || response.status === 429 || response.status >= 500;
  if (passing && attempt < (target.patience ?? 6)) {
    await pause(attempt, response instanceof Response ? response : null);
    return call<T>(target, path, init, attempt + 1);
  }
  throw response instanceof Response ? await refusal(target, path, response) : response;
}

/** As long as the server asks for, else longer with every attempt. */
async function pause(attempt: number, response: Response | null): Promise<void> {
  const seconds = Number(response?.headers.get("retry-after")) || 0.25 * 2 ** attempt;
  await response?.body?.cancel();
  await new Promise((resolve) => setTimeout(resolve, Math.min(seconds, 30) * 1000));
}

class Unreachable extends ReplayError {
  constructor({ url }: Target, cause: unknown) {
    super(`no server answers at ${url}; start one with \`npm start\`, name another with --url, or add --embedded`, { cause });
  }
}

async function refusal({ url }: Target, path: string, response: Response): Promise<ReplayError> {
  const { status } = response;
  if (status === 401) return new ReplayError(`${url} does not know the key; give it with --key or API_KEY`, { status });
  // The API answers with problems; of anything else there is no detail to show.
  const problem = (await response.json().catch(() => null)) as { detail?: string } | null;
  return new ReplayError(`${path} at ${url} answered ${status}${problem?.detail ? `: ${problem.detail}` : ""}`, { status });
}
