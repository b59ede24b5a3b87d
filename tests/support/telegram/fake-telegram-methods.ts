import { type FakeState, type Fault, type RawUpdate, sends } from "./fake-telegram-state.ts";

/** What a call comes to: an answer, or a connection that is cut or left hanging. */
export type Outcome = { status: number; body: string } | "hang" | "drop";
type Parameters = Readonly<Record<string, unknown>>;

export function answer(result: unknown): Outcome {
  return { status: 200, body: JSON.stringify({ ok: true, result }) };
}

export function refuse(status: number, description: string, retryAfter?: number): Outcome {
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
  return { status, body: JSON.stringify({ ok: false, error_code: status, description, ...parameters }) };
}

/** Every method of the Bot API that is spoken here; `gone` aborts when the caller hangs up. */
export function createMethods(state: FakeState) {
  let poller: ((outcome: Outcome) => void) | undefined;

  /** Only the newest poller is served; one that waits is told that it has lost its place. */
  function getUpdates({ offset, limit = 100, timeout = 0, allowed_updates: allowed }: Parameters, gone: AbortSignal): Promise<Outcome> | Outcome {
    if (state.webhook)
      return refuse(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
    poller?.(refuse(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"));
    if (Array.isArray(allowed)) state.allowed = allowed;
    if (typeof offset === "number") state.confirm(offset);
    const page = () => state.pending.slice(0, Number(limit));
    if (page().length > 0 || timeout === 0) return answer(page());
    return new Promise((resolve) => {
      const end = (outcome: Outcome) => {
        clearTimeout(timer);
        if (poller === end) poller = undefined;
        resolve(outcome);
      };
      const timer = setTimeout(() => end(answer([])), (Number(timeout) * 1000) / state.speed);
      gone.addEventListener("abort", () => end("drop"));
      poller = end;
    });
  }

  state.watch(() => {
    if (poller && state.pending.length > 0) poller(answer(state.pending.slice(0, 100) satisfies RawUpdate[]));
  });

  return function call(method: string, parameters: Parameters, gone: AbortSignal): Promise<Outcome> | Outcome {
    const fault = state.takeFault(method);
    if (fault?.kind === "drop_before_accept") return "drop";
    if (fault?.kind === "hang") return "hang";
    if (fault?.kind === "answer") return faulty(state, fault);
    if (sends.includes(method)) return send(state, method, parameters, fault);
    switch (method) {
      case "getMe":
        return answer({ id: Number(state.token.split(":")[0]), is_bot: true, first_name: "Fake", username: "fake_bot" });
      case "getUpdates":
        return getUpdates(parameters, gone);
      case "setWebhook":
      case "deleteWebhook":
        return setWebhook(state, method === "setWebhook" ? parameters : {});
      case "getFile":
        return getFile(state, String(parameters.file_id));
      default:
        return refuse(404, "Not Found: method not found");
    }
  };
}

function faulty(state: FakeState, { status, description, retryAfter, body }: Extract<Fault, { kind: "answer" }>): Outcome {
  if (retryAfter !== undefined) state.limiter.shut(retryAfter, state.now());
  if (body !== undefined) return { status, body };
  return refuse(status, description ?? (retryAfter === undefined ? `Error ${status}` : `Too Many Requests: retry after ${retryAfter}`), retryAfter);
}

/** Texts and captions are counted in characters. */
function send(state: FakeState, method: string, parameters: Parameters, fault: Fault | undefined): Outcome {
  const chatId = String(parameters.chat_id);
  const file = method === "sendMessage" ? null : String(parameters.photo ?? parameters.voice ?? parameters.document);
  const text = String((file === null ? parameters.text : parameters.caption) ?? "");
  const refusal = state.refusal(chatId);
  if (refusal) return refuse(refusal.startsWith("Forbidden") ? 403 : 400, refusal);
  if (file === null && text.trim() === "") return refuse(400, "Bad Request: message text is empty");
  if ([...text].length > (file === null ? 4096 : 1024)) return refuse(400, `Bad Request: message${file === null ? "" : " caption"} is too long`);
  const verdict = state.limiter.take(chatId, state.now());
  if (!verdict.ok) return refuse(429, `Too Many Requests: retry after ${verdict.retryAfter}`, verdict.retryAfter);
  const message = state.accept(method, chatId, text, file);
  if (fault?.kind === "hang_after_accept") return "hang";
  return fault?.kind === "drop_after_accept" ? "drop" : answer(message);
}

function setWebhook(state: FakeState, { url, secret_token: secret, allowed_updates: allowed }: Parameters): Outcome {
  state.webhook = url ? { url: String(url), secret: String(secret ?? "") } : null;
  if (Array.isArray(allowed)) state.allowed = allowed;
  state.changed();
  return answer(true);
}

function getFile(state: FakeState, fileId: string): Outcome {
  const file = state.files.get(fileId);
  if (!file) return refuse(400, "Bad Request: invalid file_id");
  if (file.size > 20 * 1024 ** 2) return refuse(400, "Bad Request: file is too big");
  return answer({ file_id: fileId, file_unique_id: `u${fileId}`, file_size: file.size, file_path: file.path });
}
