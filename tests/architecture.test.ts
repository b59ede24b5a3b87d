import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { finds, uses } from "./support/structure/finds.ts";
import { knownFullFolders } from "./support/structure/known-structure.ts";
import { areas, isSyntax, readSources } from "./support/structure/source.ts";
import { filesPerFolder, importCircles, sharedTypeNames } from "./support/structure/structure.ts";
import { unexplainedCasts, unexplainedUnknownCasts } from "./support/structure/unexplained-casts.ts";

// A folder may import itself, the folders and files listed here, and the packages its code names. The longest folder that fits counts.
const allowed: Record<string, string[]> = {
  core: ["core/model"],
  "core/model": ["zod"],
  // The document of settings is put together from the definitions of the signal types.
  "core/model/settings.ts": ["core/model", "core/rules/signals", "zod"],
  "core/rules": ["core/model", "core/errors.ts", "zod", "diff", "libphonenumber-js", "temporal-polyfill", "re2js", "@noble/hashes", "csv-parse"],
  "core/ports": ["core/model", "core/errors.ts"],
  "core/usecases": ["core/model", "core/rules", "core/ports", "core/errors.ts", "core/lru-cache.ts", "zod"],
  "core/jobs": ["core"],
  // What is looked for is folded exactly like what was stored, and exports are read back by the rules that wrote them.
  db: [
    "core/model",
    "core/ports",
    "core/errors.ts",
    "core/lru-cache.ts",
    "core/rules/contactability",
    "core/rules/text/search.ts",
    "core/rules/text/stored-forms.ts",
    "core/rules/text/text.ts",
    "core/rules/csv",
    "node:",
    "drizzle-orm",
    "@libsql/client",
    "libsql",
  ],
  "db/queue": [
    "db/lock.ts",
    "db/files.ts",
    "core/until-aborted.ts",
    "core/model",
    "core/ports",
    "core/errors.ts",
    "node:",
    "pg-boss",
    "@electric-sql/pglite",
  ],
  api: ["core", "openapi/document.ts", "hono", "@hono/zod-openapi", "zod", "pino", "prom-client", "uuid", "csv-parse"],
  "api/cli/replay": ["api/env.ts", "api/cli/simulate/engine", "core", "node:", "zod", "commander", "cli-progress", "cli-table3"],
  "api/cli/simulate": ["core", "node:", "zod", "yaml", "temporal-polyfill", "cli-table3", "cron-parser"],
  bots: ["core", "node:", "zod", "grammy", "@slack/bolt", "@slack/types"],
  "bots/public-fetch": ["core", "node:", "undici"],
  openapi: ["api", "bots/channels/index.ts", "core", "node:"],
};

// The only files that join a process together, and so may see everything. Only another of them, or a test, imports one.
const roots = [
  "api/main.ts",
  "api/node.ts",
  "api/cli/backup.ts",
  "api/cli/restore.ts",
  "api/cli/new-secret-key.ts",
  "api/cli/replay/main.ts",
  "api/cli/replay/embedded.ts",
  "api/cli/simulate/main.ts",
  "api/cli/simulate/open.ts",
];

const clock = ["Date.now", "performance.now", "Temporal.Now", "setTimeout", "setInterval", "setImmediate"];
const chance = ["Math.random", "crypto"];
const world = ["process", "fetch", "console"];

const sources = readSources();
const within = (path: string, folder: string) => path === folder || path.startsWith(folder.endsWith(":") ? folder : `${folder}/`);
const under = (...folders: string[]) => sources.filter((file) => folders.some((folder) => within(file.path, folder)));
// What only roots use, on Node, stands beside them.
const isRoot = (path: string) => roots.includes(path) || within(path, "api/node");

const isBareDate = ({ type, callee, arguments: given }: { type: string; [key: string]: unknown }) =>
  (type === "NewExpression" || type === "CallExpression") && isSyntax(callee) && callee.name === "Date" && Array.isArray(given) && given.length === 0;

describe("imports", () => {
  it("go only where the rule allows", () => {
    const folders = Object.keys(allowed).sort((a, b) => b.length - a.length);
    const offences = sources
      .filter((file) => !isRoot(file.path) && !within(file.path, "tests"))
      .flatMap((file) => {
        const home = folders.find((folder) => within(file.path, folder)) ?? "";
        const open = [home, ...(allowed[home] ?? [])];
        return file.imports.filter(({ target }) => !open.some((each) => within(target, each))).map(({ specifier }) => `${file.path}: ${specifier}`);
      });

    expect(offences).toEqual([]);
  });

  it("use every package that the rule allows", () => {
    const folders = Object.keys(allowed).sort((a, b) => b.length - a.length);
    const homeOf = (path: string) => folders.find((folder) => within(path, folder));
    const needed = (home: string, open: string) =>
      sources.some((file) => homeOf(file.path) === home && file.imports.some(({ target }) => within(target, open)));
    const isPackage = (open: string) => !areas.some((area) => within(open, area));
    const stale = Object.entries(allowed).flatMap(([home, opens]) =>
      opens.filter((open) => isPackage(open) && !needed(home, open)).map((open) => `${home}: ${open}`),
    );

    expect([...stale, ...roots.filter((path) => !existsSync(path))]).toEqual([]);
  });

  it("never name a composition root outside of tests and other roots", () => {
    const offences = sources
      .filter((file) => !isRoot(file.path) && !within(file.path, "tests"))
      .flatMap((file) => file.imports.filter(({ target }) => isRoot(target)).map(({ target }) => `${file.path}: ${target}`));

    expect(offences).toEqual([]);
  });

  it("climb at most one folder, and never out of their area", () => {
    const offences = sources.flatMap((file) =>
      file.imports
        .filter(({ specifier, target }) => {
          if (target === "package.json" && within(file.path, "tests")) return false;
          const leaves = specifier.startsWith("../") && target.split("/")[0] !== file.path.split("/")[0];
          return leaves || specifier.includes("../../") || (specifier.startsWith("#") && !areas.some((area) => within(target, area)));
        })
        .map(({ specifier }) => `${file.path}: ${specifier}`),
    );

    expect(offences).toEqual([]);
  });

  it("run in no circle, types included", () => {
    expect(importCircles(sources)).toEqual([]);
  });

  it("name files that exist and packages that are installed by name", () => {
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const offences = sources.flatMap((file) =>
      file.imports
        .filter(({ specifier, target }) => {
          if (specifier.startsWith("node:")) return false;
          return specifier.startsWith("#") || specifier.startsWith(".") ? !existsSync(target) : !declared.includes(target);
        })
        .map(({ specifier }) => `${file.path}: ${specifier}`),
    );

    expect(offences).toEqual([]);
  });
});

describe("purity", () => {
  it("keeps clock, chance, environment, network and console out of model and rules", () => {
    const pure = under("core/model", "core/rules");

    expect([...uses(pure, [...clock, ...chance, ...world]), ...finds(pure, isBareDate)]).toEqual([]);
  });

  it("keeps model and rules synchronous", () => {
    const isAsync = (node: { type: string; [key: string]: unknown }) => node.async === true || node.await === true || node.type === "AwaitExpression";

    expect(finds(under("core/model", "core/rules"), isAsync)).toEqual([]);
  });

  it("takes clock, chance and environment from the context in use cases and jobs", () => {
    const verbs = under("core/usecases", "core/jobs", "core/ports");

    expect([...uses(verbs, [...clock, ...chance, ...world]), ...finds(verbs, isBareDate)]).toEqual([]);
  });

  it("commits in one place, which keeps the audit line and the idempotent answer", () => {
    // A store that wraps another hands the change set on to it.
    const wrappers = ["bots/staff/slack/handled-calls.ts", "api/cli/simulate/engine/watch.ts"];
    const others = under("core", "api", "bots").filter(
      ({ path }) => path !== "core/usecases/commit.ts" && !isRoot(path) && !wrappers.some((each) => path === each),
    );
    const isCommit = ({ type, callee }: { type: string; [key: string]: unknown }) =>
      type === "CallExpression" && isSyntax(callee) && isSyntax(callee.property) && callee.property.name === "commit";

    expect(finds(others, isCommit)).toEqual([]);
  });

  it("connects to addresses from outside in one place, which refuses private networks", () => {
    // The transport of channels goes to the API of their platform alone, whose address is ours or the operator's, and the database
    // to the operator's server.
    const clients = ["bots/channels/transport.ts", "db/remote.ts"];
    const others = sources.filter(
      ({ path }) =>
        !within(path, "tests") && !within(path, "bots/public-fetch") && !clients.includes(path) && !isRoot(path) && !within(path, "api/cli"),
    );
    const network = ["node:http", "node:https", "node:http2", "node:net", "node:tls", "undici"];
    const isFetch = ({ type, callee }: { type: string; [key: string]: unknown }) =>
      type === "CallExpression" && isSyntax(callee) && callee.type === "Identifier" && callee.name === "fetch";

    expect(
      others.flatMap((file) => file.imports.filter(({ target }) => network.includes(target)).map(({ target }) => `${file.path}: ${target}`)),
    ).toEqual([]);
    expect([...uses(others, ["globalThis.fetch", "XMLHttpRequest", "WebSocket"]), ...finds(others, isFetch)]).toEqual([]);
  });

  it("compares secrets in constant time, in one place", () => {
    // Says whether a request repeats another; whoever sends it knows it.
    const fingerprints = ["requestHash"];
    const isSecretName = (name: string) => /(token|secret|signature|password|hmac|hash)$/i.test(name) && !fingerprints.includes(name);
    const nameOf = (side: unknown): string => {
      if (!isSyntax(side)) return "";
      const inner = side.type === "ChainExpression" ? side.expression : side;
      if (!isSyntax(inner)) return "";
      return String(inner.type === "MemberExpression" && isSyntax(inner.property) ? inner.property.name : inner.name);
    };
    const isConstant = (side: unknown) => isSyntax(side) && (side.type === "Literal" || side.name === "undefined");
    const comparesSecret = ({ type, operator, left, right }: { type: string; [key: string]: unknown }) =>
      type === "BinaryExpression" &&
      /^[!=]==?$/.test(String(operator)) &&
      [left, right].some((side) => isSecretName(nameOf(side))) &&
      ![left, right].some(isConstant);

    expect(
      finds(
        under("api", "bots", "core").filter(({ path }) => path !== "core/rules/same-secret.ts"),
        comparesSecret,
      ),
    ).toEqual([]);
  });

  it("reads the environment in env.ts only", () => {
    const others = sources.filter((file) => !within(file.path, "tests") && !file.path.endsWith("/env.ts"));

    expect(uses(others, ["process.env"])).toEqual([]);
  });

  it("keeps node built-ins out of what runs on Workers", () => {
    const portable = under("api", "core").filter((file) => !isRoot(file.path) && !within(file.path, "api/cli"));

    expect(portable.flatMap((file) => file.imports.filter(({ target }) => target.startsWith("node:")).map(() => file.path))).toEqual([]);
  });
});

describe("form", () => {
  it("has no any, no non-null assertion, no enum, no silenced compiler", () => {
    const kinds = ["TSAnyKeyword", "TSNonNullExpression", "TSEnumDeclaration", "TSParameterProperty"];
    const silenced = sources.flatMap((file) =>
      file.comments.filter((text) => /@ts-(ignore|nocheck)/.test(text)).map((text) => `${file.path}:${text}`),
    );

    expect([...finds(sources, ({ type }) => kinds.includes(type)), ...silenced]).toEqual([]);
  });

  it("casts only below a comment that says what guarantees it; tests may, but not through unknown", () => {
    expect([...unexplainedCasts(under(...areas.filter((area) => area !== "tests"))), ...unexplainedUnknownCasts(under("tests"))]).toEqual([]);
  });

  it("has no file over 300 lines, data and generated code apart", () => {
    const data = /^(db\/migrations|db\/generated|tests\/fixtures)\/|lexicon/;

    expect(sources.filter((file) => file.lines > 300 && !data.test(file.path)).map((file) => `${file.path}: ${file.lines}`)).toEqual([]);
  });

  it("has no folder with more than 25 files at one level", () => {
    const full = [...filesPerFolder(sources)].filter(([folder, count]) => count > 25 && !knownFullFolders.includes(folder));

    expect(full).toEqual([]);
  });

  it("declares each type name in one file, so that a name has one meaning", () => {
    const product = sources.filter(({ path }) => !within(path, "tests"));

    expect([...sharedTypeNames(product)]).toEqual([]);
  });

  it("names files in kebab-case", () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config))?\.ts$/;

    expect(sources.map((file) => file.path).filter((path) => !kebab.test(path.split("/").at(-1) ?? ""))).toEqual([]);
  });

  it("cites in its documents only paths that exist", () => {
    const documents = globSync(["*.md", `{${areas.join(",")}}/**/*.md`], { exclude: (name) => name === "node_modules" });
    const offences = documents.flatMap((document) => {
      const text = readFileSync(document, "utf8");
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => join(dirname(document), match[1] ?? ""));
      const paths = [...text.matchAll(/`((?:api|bots|core|db|openapi|tests|\.ci|\.github)\/[\w./@-]+)`/g)].map((match) => match[1] ?? "");
      return [...links, ...paths].filter((path) => !existsSync(path)).map((path) => `${document}: ${path}`);
    });

    expect(offences).toEqual([]);
  });
});
