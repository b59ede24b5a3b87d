import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ContactState, emptyState } from "#core/model/contact-state.ts";
import { compareFacts, type Fact } from "#core/model/fact.ts";
import type { Settings } from "#core/model/settings.ts";
import { revokedFacts } from "#core/rules/fold/conversions.ts";
import { canAppend, type Folded, foldAll, foldFacts, foldRead } from "#core/rules/fold/fold.ts";
import { everyMessage, readFacts } from "#core/rules/fold/read-facts.ts";
import { monday } from "#tests/support/people/said.ts";
import { anySettings, batches, histories, shuffled } from "#tests/support/records/facts.ts";

const empty = emptyState(monday);
const history = histories().chain((facts) => fc.record({ facts: fc.constant(facts), settings: anySettings }));

/** As it comes back from the store. */
function stored(state: ContactState): ContactState {
  return JSON.parse(JSON.stringify(state));
}

/** As ingest does: a batch is appended where it can be, and replays everything where it cannot. */
function arriving(arrivals: readonly Fact[][], settings: Settings): Folded {
  let folded: Folded = { state: empty, hits: [], waits: [], facts: [] };
  const known: Fact[] = [];
  for (const batch of arrivals) {
    known.push(...batch);
    const read = readFacts(stored(folded.state), [...batch].sort(compareFacts), everyMessage);
    if (canAppend(folded.state, read.facts)) {
      const { state, hits, waits, facts } = foldRead(stored(folded.state), read, settings);
      folded = { state, hits: [...folded.hits, ...hits], waits: [...folded.waits, ...waits], facts: [...folded.facts, ...facts] };
    } else folded = foldAll(empty, known, settings);
  }
  return folded;
}

describe("state, hits and waits are a function of the set of facts, never of their arrival", () => {
  it("facts in any order fold to what they fold to one by one", () => {
    fc.assert(
      fc.property(
        history.chain(({ facts, settings }) => fc.tuple(fc.constant(facts), shuffled(facts), fc.constant(settings))),
        ([facts, mixed, settings]) => {
          const ordered = [...facts].sort(compareFacts);
          const revoked = revokedFacts(readFacts(empty, ordered, everyMessage).facts);
          const onebyone = ordered.reduce<Folded>(
            (held, fact) => {
              const { state, hits, waits, facts } = foldFacts(held.state, [fact], settings, revoked);
              return { state, hits: [...held.hits, ...hits], waits: [...held.waits, ...waits], facts: [...held.facts, ...facts] };
            },
            { state: empty, hits: [], waits: [], facts: [] },
          );

          const atOnce = foldAll(empty, mixed, settings);

          expect(atOnce).toEqual(onebyone);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("facts that arrive in batches of any size, late or in time, leave what all of them fold to", () => {
    fc.assert(
      fc.property(
        history.chain(({ facts, settings }) => fc.tuple(fc.constant(facts), shuffled(facts).chain(batches), fc.constant(settings))),
        ([facts, arrivals, settings]) => {
          expect(arriving(arrivals, settings)).toEqual(foldAll(empty, facts, settings));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("facts that arrive in the order of their times, and against their ids where times are equal, do so too", () => {
    fc.assert(
      fc.property(
        history.chain(({ facts, settings }) =>
          fc.tuple(fc.constant(facts), batches([...facts].sort((a, b) => a.at - b.at || (a.id < b.id ? 1 : -1))), fc.constant(settings)),
        ),
        ([facts, arrivals, settings]) => {
          expect(arriving(arrivals, settings)).toEqual(foldAll(empty, facts, settings));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("and the state is the same after it was stored", () => {
    fc.assert(
      fc.property(history, ({ facts, settings }) => {
        const { state } = foldAll(empty, facts, settings);

        expect(stored(state)).toEqual(state);
      }),
    );
  });

  it("and folding changes neither the state it starts from nor the facts", () => {
    fc.assert(
      fc.property(history, ({ facts, settings }) => {
        const start = foldAll(empty, facts, settings).state;
        const before = JSON.stringify([start, facts, empty]);

        foldFacts(start, facts, settings);
        foldAll(empty, facts, settings);

        expect(JSON.stringify([start, facts, empty])).toBe(before);
      }),
    );
  });
});
