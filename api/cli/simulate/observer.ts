import type { DeliveryRecord } from "#core/model/delivery.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import type { EntryKind } from "./timeline.ts";

type WriteEntry = (at: number, kind: EntryKind, who: string, text: string) => void;
type Watched = { name: string; id: string };

const page = { limit: 200, cursor: null };

/** Compares what the store holds with what it held last time, and writes down the differences with their reasons. */
export class Observer {
  readonly #ctx: Context;
  readonly #write: WriteEntry;
  readonly #show: (at: number) => string;
  readonly #transitions = new Set<string>();
  readonly #seen = new Map<string, string>();

  /** `show` gives an instant in the words of the report. */
  constructor(ctx: Context, show: (at: number) => string, write: WriteEntry) {
    this.#ctx = ctx;
    this.#show = show;
    this.#write = write;
  }

  async look(watched: readonly Watched[]): Promise<void> {
    const deliveries = watched.length === 0 ? [] : (await this.#ctx.store.deliveries.list({}, page)).data.reverse();
    for (const { name, id } of watched) {
      await this.#changes(name, id);
      for (const delivery of deliveries.filter(({ contactId }) => contactId === id)) this.#delivery(name, delivery);
      const { data } = await this.#ctx.store.followUps.list({ contactId: id }, page);
      for (const followUp of data) this.#followUp(name, followUp);
    }
  }

  async #changes(name: string, id: string): Promise<void> {
    const contact = await this.#ctx.store.contacts.find(id);
    if (!contact || !this.#isNew(`contact ${id}`, String(contact.version))) return;
    for (const { id: key, kind, from, to, because, recordedAt } of await this.#ctx.store.contacts.transitions(id)) {
      if (this.#transitions.has(key)) continue;
      this.#transitions.add(key);
      this.#write(recordedAt, kind === "status" ? "status" : "stage", name, `${kind} ${from === null ? "" : `${from} → `}${to}: ${because}`);
    }
    this.#flags(name, contact);
  }

  #flags(name: string, { id, vip, vipBecause, atRisk, atRiskBecause, optedOut }: ContactRecord): void {
    const flags = [
      ["VIP", vip, vipBecause],
      ["at risk", atRisk, atRiskBecause],
      ["opted out", optedOut, "no marketing and no follow-ups go to them"],
    ] as const;
    for (const [flag, holds, because] of flags) {
      const isFirst = !this.#seen.has(`${flag} ${id}`);
      if (!this.#isNew(`${flag} ${id}`, String(holds)) || (isFirst && !holds)) continue;
      this.#write(this.#ctx.now(), "flag", name, holds ? `${flag}${because ? `: ${because}` : ""}` : `no longer ${flag}`);
    }
  }

  #delivery(name: string, { id, state, reason, purpose, notBefore, text }: DeliveryRecord): void {
    // Whoever has claimed it waits for the pace; what comes of that is told. A platform that is down is tried very often.
    if (state === "claimed" || !this.#isNew(id, `${state} ${reason ?? notBefore}`)) return;
    const until = state === "queued" && notBefore !== null ? ` until ${this.#show(notBefore)}` : "";
    this.#write(this.#ctx.now(), "delivery", name, `${purpose} ${state}${until}${reason === null ? "" : ` (${reason})`}: ${quoted(text)}`);
  }

  #followUp(name: string, { id, trigger, attempt, state, dueAt, reason, endedBecause, evidence, text }: FollowUpRecord): void {
    const isFirst = !this.#seen.has(id);
    if (!this.#isNew(id, `${state} ${dueAt} ${text}`)) return;
    const why = isFirst ? reason : (endedBecause ?? "");
    const shown = isFirst && evidence[0] ? ` (${quoted(evidence[0].quote)})` : "";
    const what = `${trigger} #${attempt} ${state}${why === "" ? "" : `: ${why}`}${shown}`;
    this.#write(this.#ctx.now(), "followup", name, isFirst ? `${what}, due ${this.#show(dueAt)}, suggests ${quoted(text)}` : what);
  }

  #isNew(key: string, value: string): boolean {
    const known = this.#seen.get(key) === value;
    this.#seen.set(key, value);
    return !known;
  }
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return `“${line.length > 80 ? `${line.slice(0, 79)}…` : line}”`;
}
