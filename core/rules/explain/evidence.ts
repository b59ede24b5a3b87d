import type { Fact, FactKey } from "#core/model/fact.ts";

/** A fact that shows it, and its words. `at` in ms since 1970. */
export type Evidence = { factId: string; kind: Fact["type"]; at: number; quote: string };

/** One derived value: the rule that gave it, what it rests on, how it was reckoned, and when time alone would change it. */
export type Explained<T> = {
  value: T;
  rule: string;
  because: string;
  evidence: Evidence[];
  arithmetic: string[];
  /** Ms since 1970; null: never. Early is allowed, late never. */
  reviewAt: number | null;
};

const maxQuote = 200;

/** The facts of one contact, by id: what a state remembers of a fact is looked up here. */
export class Witnesses {
  readonly facts: readonly Fact[];
  private readonly byId: ReadonlyMap<string, Fact>;

  constructor(facts: readonly Fact[]) {
    this.facts = facts;
    this.byId = new Map(facts.map((fact) => [fact.id, fact]));
  }

  /** Without the facts that are not there: what time alone did has none. `quote` is what matters of the fact, else its first words. */
  of(...shown: readonly ((FactKey & { quote?: string }) | null)[]): Evidence[] {
    return shown.flatMap((key) => {
      const fact = key && this.byId.get(key.id);
      return fact ? [{ factId: fact.id, kind: fact.type, at: fact.at, quote: key.quote || wordsOf(fact) }] : [];
    });
  }
}

function wordsOf(fact: Fact): string {
  switch (fact.type) {
    case "message":
      return fact.text.slice(0, maxQuote);
    case "action":
      return fact.action;
    case "adjustment":
      return fact.reason;
    case "stage":
      return fact.stage;
    case "consent":
    case "conversation":
      return fact.decision;
    case "detail":
      return `${fact.field}: ${fact.value ?? "none"}`;
  }
}
