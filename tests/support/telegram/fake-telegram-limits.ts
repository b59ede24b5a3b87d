/** How many messages the platform takes: `bucket` forgives a burst after a rest, `strict` takes no more in any window. */
export type Limits = { perSecond: number; perChatPerSecond: number; mode: "strict" | "bucket" };

export type Verdict = { ok: true } | { ok: false; retryAfter: number };

/** Counts as the platform does, and how often it had to refuse or was not obeyed. Times are ms. */
export class Limiter {
  refused = 0;
  /** Calls that came before the `retry_after` they, or their chat, had been given was over. */
  disobeyed = 0;
  private readonly limits: Limits;
  private readonly second: number;
  private readonly limitOf = new Map<string, RateLimit>();

  /** `speed` shortens the second of the platform. */
  constructor(limits: Limits, speed = 1) {
    this.limits = limits;
    this.second = 1000 / speed;
  }

  take(chat: string, now: number): Verdict {
    const limited = [this.limit("", this.limits.perSecond), this.limit(chat, this.limits.perChatPerSecond)];
    const allowedAt = Math.max(...limited.map((limit) => limit.allowedAt(now)));
    if (allowedAt <= now) {
      for (const limit of limited) limit.pass(now);
      return { ok: true };
    }
    this.refused += 1;
    if (limited.some((limit) => limit.refusesUntil > now)) this.disobeyed += 1;
    const retryAfter = Math.max(1, Math.ceil((allowedAt - now) / 1000));
    for (const limit of limited) if (limit.allowedAt(now) > now) limit.refusesUntil = Math.max(limit.refusesUntil, now + retryAfter * 1000);
    return { ok: false, retryAfter };
  }

  /** A `retry_after` that was not the limiter's own idea. */
  shut(seconds: number, now: number): void {
    this.refused += 1;
    this.limit("", this.limits.perSecond).refusesUntil = now + seconds * 1000;
  }

  private limit(name: string, most: number): RateLimit {
    const known = this.limitOf.get(name);
    if (known) return known;
    const fresh = this.limits.mode === "strict" ? new WindowLimit(most, this.second) : new BucketLimit(most, this.second);
    this.limitOf.set(name, fresh);
    return fresh;
  }
}

abstract class RateLimit {
  refusesUntil = 0;
  protected readonly most: number;
  protected readonly second: number;
  constructor(most: number, second: number) {
    this.most = most;
    this.second = second;
  }
  allowedAt(now: number): number {
    return Math.max(this.refusesUntil, this.freeAt(now));
  }
  abstract pass(now: number): void;
  protected abstract freeAt(now: number): number;
}

class WindowLimit extends RateLimit {
  private readonly recent: number[] = [];
  pass(now: number): void {
    this.recent.push(now);
    if (this.recent.length > this.most) this.recent.shift();
  }
  protected freeAt(now: number): number {
    const [oldest] = this.recent;
    return this.recent.length < this.most || oldest === undefined ? now : oldest + this.second;
  }
}

class BucketLimit extends RateLimit {
  private level = 0;
  private at = 0;
  pass(now: number): void {
    this.level = this.levelAt(now) + 1;
    this.at = now;
  }
  protected freeAt(now: number): number {
    const over = this.levelAt(now) + 1 - this.most;
    return over <= 0 ? now : now + (over / this.most) * this.second;
  }
  private levelAt(now: number): number {
    return Math.max(0, this.level - ((now - this.at) / this.second) * this.most);
  }
}

/** The most that fell into any one window of `ms`. */
export function widest(times: readonly number[], ms: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  let from = 0;
  return sorted.reduce((most, time, to) => {
    while (time - (sorted[from] ?? time) >= ms) from += 1;
    return Math.max(most, to - from + 1);
  }, 0);
}
