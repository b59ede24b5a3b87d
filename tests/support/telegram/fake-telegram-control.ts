import { answer, type Outcome, refuse } from "./fake-telegram-methods.ts";
import type { Accepted, FakeState, FakeUser, Fault } from "./fake-telegram-state.ts";

/** What a test in another process may ask of the platform; arguments and results are JSON. */
const commands = {
  say: (state: FakeState, user: FakeUser, text: string, more?: Record<string, unknown>): number => state.say(user, text, more),
  update: (state: FakeState, raw: Record<string, unknown>): number => state.update(raw),
  block: (state: FakeState, user: FakeUser): number => state.block(user),
  unblock: (state: FakeState, user: FakeUser): number => state.unblock(user),
  know: (state: FakeState, users: readonly FakeUser[]): null => {
    for (const user of users) state.know(user);
    return null;
  },
  fail: (state: FakeState, fault: Fault): null => {
    state.fail(fault);
    return null;
  },
  /** The platform has a file. */
  file: (state: FakeState, fileId: string, content: string): null => {
    const bytes = new TextEncoder().encode(content);
    state.files.set(fileId, { path: `files/${fileId}`, bytes, size: bytes.byteLength });
    return null;
  },
  report: (state: FakeState): ReturnType<FakeState["report"]> => state.report(),
  accepted: (state: FakeState): readonly Accepted[] => state.accepted,
  /** Answers once nothing waits to be confirmed. */
  settled: async (state: FakeState): Promise<null> => {
    await state.until(({ pending }) => pending.length === 0);
    return null;
  },
  /** Answers once so many messages have been taken. */
  untilAccepted: async (state: FakeState, count: number): Promise<null> => {
    await state.until(({ accepted }) => accepted.length >= count);
    return null;
  },
};

type Commands = typeof commands;
type Given<Command> = Command extends (state: FakeState, ...given: infer Rest) => unknown ? Rest : never;
export type RemoteTelegram = { readonly [Name in keyof Commands]: (...given: Given<Commands[Name]>) => Promise<Awaited<ReturnType<Commands[Name]>>> };

/** `POST /control/<command>` with the list of arguments. */
export async function runCommand(state: FakeState, name: string, body: string): Promise<Outcome> {
  if (!Object.hasOwn(commands, name)) return refuse(404, "no such command");
  // The remote below is the only caller, and typed by the same table.
  const command = commands[name as keyof Commands] as (state: FakeState, ...given: unknown[]) => unknown;
  return answer((await command(state, ...(body === "" ? [] : JSON.parse(body)))) ?? null);
}

/** The platform of another process, by its address. */
export function remoteTelegram(apiRoot: string): RemoteTelegram {
  const ask = async (name: string, given: unknown[]): Promise<unknown> => {
    const response = await fetch(`${apiRoot}/control/${name}`, { method: "POST", body: JSON.stringify(given) });
    const { result, description } = (await response.json()) as { result?: unknown; description?: string };
    if (!response.ok) throw new Error(`${name}: ${description}`);
    return result;
  };
  const entries = Object.keys(commands).map((name) => [name, (...given: unknown[]) => ask(name, given)]);
  // Each entry is its command, told over HTTP.
  return Object.fromEntries(entries) as RemoteTelegram;
}
