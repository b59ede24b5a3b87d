import { describe, expect, it } from "vitest";
import { LineIndex } from "#core/rules/imports/line-index.ts";
import { PlanMemory } from "#core/usecases/imports/plan-memory.ts";
import { whoIs } from "#tests/rules/imports/people.ts";

const withEmail = (email: string) => whoIs({ details: { email } });

describe("what a dry run remembers of a file", () => {
  it("is dropped with the commit that failed, and kept with the one that did not", () => {
    const memory = new PlanMemory();
    memory.add(withEmail("a@example.com"), null, 2);
    memory.decidedTo(2);
    memory.settle(2);
    memory.add(withEmail("b@example.com"), null, 3);
    memory.decidedTo(3);

    memory.settle(2);

    expect(memory.earlier(withEmail("a@example.com"), null)).toEqual({ line: 2 });
    expect(memory.earlier(withEmail("b@example.com"), null)).toEqual({ line: null });
  });

  it("is bounded: it says when it is full, and keeps what it has", () => {
    const memory = new PlanMemory(new LineIndex(2));
    for (const line of [2, 3, 4]) memory.add(withEmail(`p${line}@example.com`), null, line);
    memory.decidedTo(4);
    memory.settle(4);

    expect(memory.isFull).toBe(true);
    expect(memory.earlier(withEmail("p3@example.com"), null)).toEqual({ line: 3 });
    expect(memory.earlier(withEmail("p4@example.com"), null)).toEqual({ line: null });
  });
});
