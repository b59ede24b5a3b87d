import { fail } from "#core/errors.ts";

/** The first answer of a server that is there comes well before. */
const answerWithinMs = 10_000;

/** Asks a libSQL server for the first time. Throws on one line why it cannot be used; shows its host and nothing else of its address. */
export async function firstAnswer(url: string, ask: () => Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(Object.assign(new Error("late"), { code: `no answer within ${answerWithinMs / 1000} s` })),
    answerWithinMs,
  );
  try {
    await Promise.race([ask(), late.promise]);
  } catch (error) {
    failOnServer(hostOf(url), error);
  } finally {
    clearTimeout(timer);
  }
}

function failOnServer(host: string, error: unknown): never {
  const status = statusOf(error);
  if (status === 401 || status === 403) {
    return fail("unavailable", `DATABASE_AUTH_TOKEN is not taken by ${host} (HTTP ${status}): set it to a token that the server has given out`);
  }
  if (status !== null || error instanceof SyntaxError) {
    const answer = status === null ? "its answer is not of libSQL" : `HTTP ${status}`;
    return fail("unavailable", `DATABASE_URL: what answers at ${host} is no libSQL server (${answer}): correct DATABASE_URL`);
  }
  return fail("unavailable", `DATABASE_URL: no libSQL server can be reached at ${host} (${reasonOf(error)}): start it, or correct DATABASE_URL`);
}

function statusOf(error: unknown): number | null {
  for (const each of causes(error)) if ("status" in each && typeof each.status === "number") return each.status;
  return null;
}

/** A code, or the short word of the HTTP client; never a text of the server's. */
function reasonOf(error: unknown): string {
  for (const each of causes(error)) if ("code" in each && typeof each.code === "string") return each.code;
  return causes(error).at(-1)?.message.slice(0, 60) ?? "unknown";
}

function causes(error: unknown): Error[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [];
}

function hostOf(url: string): string {
  return URL.parse(url)?.host || "the address";
}
