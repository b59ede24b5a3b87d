import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { features } from "#bots/staff/index.ts";
import { joinFeatures } from "#bots/staff/slack/feature.ts";
import { examples } from "#tests/support/slack/block-kit-examples.ts";
import { anySurface } from "#tests/support/slack/block-kit-surfaces.ts";
import { isSyntax, readSources, type Syntax, walk } from "#tests/support/structure/source.ts";

const { actions, cards, commands, dueCards, modals } = joinFeatures(features);
const sorted = (words: Iterable<string>) => [...new Set(words)].sort();
const sources = globSync("bots/staff/**/*.ts", { exclude: ["bots/staff/*/{,plan-}actions.ts", "bots/staff/*/modals.ts"] }).map((path) =>
  readFileSync(path, "utf8"),
);
const inSources = (pattern: RegExp) => sources.flatMap((source) => [...source.matchAll(pattern)].map(([, word = ""]) => word));
const surfaces = [...examples.flatMap((each) => each.surfaces.map(({ surface }) => surface)), ...fc.sample(anySurface, { numRuns: 400, seed: 5 })];

/** Everything in a surface but what is in its inputs, which are read when it is sent. */
function* parts(value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) for (const each of value) yield* parts(each);
  else if (typeof value === "object" && value !== null) {
    const part: Record<string, unknown> = { ...value };
    yield part;
    if (part.type !== "input") for (const each of Object.values(part)) yield* parts(each);
  }
}

const shown = (key: "action_id" | "callback_id") =>
  [...parts(surfaces)].flatMap(({ [key]: id, url }) => (typeof id === "string" && url === undefined ? [id] : []));
const idsOf = (all: readonly { id: string }[]) => all.map(({ id }) => id);

/** The kinds of cards that use cases ask for: the third argument of `showCard(ctx, changes, kind, id)`. */
function kindsAskedFor(): unknown[] {
  const isShowCard = ({ type, callee }: Syntax) => type === "CallExpression" && isSyntax(callee) && callee.name === "showCard";
  const calls = readSources("core/usecases/**/*.ts").flatMap(({ program }) => walk(program).flatMap(({ node }) => (isShowCard(node) ? [node] : [])));
  return calls.map(({ arguments: given }) => (Array.isArray(given) && isSyntax(given[2]) ? given[2].value : undefined));
}

it("has a card for every kind that use cases ask for, and uses every card", () => {
  const asked = kindsAskedFor();
  expect(asked.every((kind) => typeof kind === "string")).toBe(true);

  // A message is asked for by `postToThread`, which names no kind.
  const used = [...asked.map(String), ...dueCards.map(({ kind }) => kind), "message"];
  expect(sorted(used)).toEqual(sorted(Object.keys(cards)));
});

it("answers every button that is shown, and shows every button that is answered", () => {
  const written = inSources(/\b(?:button|overflow)\([^;]*?"([a-z]+:[a-z_]+)"/g);
  const registered = sorted(idsOf(actions));

  expect(sorted([...shown("action_id"), ...written]).filter((id) => !registered.includes(id))).toEqual([]);
  const literals = inSources(/["`]([a-z]+:[a-z_]+)["`]/g);
  expect(registered.filter((id) => !shown("action_id").includes(id) && !literals.includes(id))).toEqual([]);
});

it("takes every modal that can be sent, and opens every modal that is taken", () => {
  const written = inSources(/^\s*callback: (.*)$/gm).flatMap((line) => [...line.matchAll(/"([a-z]+:[a-z_]+)"/g)].map(([, id = ""]) => id));
  const sent = surfaces.flatMap((surface) => {
    const { submit, callback_id: id } = surface as { submit?: unknown; callback_id?: unknown };
    return submit && typeof id === "string" ? [id] : [];
  });
  const registered = sorted(modals.map(({ callbackId }) => callbackId));

  const families = inSources(/^\s*callback: `([a-z]+:)\$/gm);

  expect(sent.filter((id) => !registered.includes(id))).toEqual([]);
  const opened = [...shown("callback_id"), ...written];
  expect(registered.filter((id) => !opened.includes(id) && !families.some((family) => id.startsWith(family)))).toEqual([]);
});

it("speaks of no command that there is not", () => {
  const words = [...commands.map(({ word }) => word), "help", "WORD"];

  expect(sorted(inSources(/`\/people ([a-zA-Z]+)/g)).filter((word) => !words.includes(word))).toEqual([]);
});

it("has one handler for each name", () => {
  for (const names of [idsOf(actions), modals.map(({ callbackId }) => callbackId), commands.map(({ word }) => word)]) {
    expect(sorted(names)).toEqual([...names].sort());
  }
});
