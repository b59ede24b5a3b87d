import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";

type Compose = {
  services: { rapport: { ports: string[]; environment: Record<string, string>; env_file: { path: string }[]; volumes: string[] } };
};

const dockerfile = readFileSync("Dockerfile", "utf8");
const { rapport } = (parse(readFileSync("compose.yaml", "utf8")) as Compose).services;

it("what .env.example sets of the server does not reach into the container", () => {
  const offered = [...readFileSync(".env.example", "utf8").matchAll(/^#(HOST|PORT|DATA_DIR)=/gm)].map(([, name]) => name ?? "");

  expect(offered.toSorted()).toEqual(["DATA_DIR", "HOST", "PORT"]);
  expect(rapport.environment).toEqual({ HOST: "0.0.0.0", PORT: "3000", DATA_DIR: "/data" });
  expect(rapport.volumes).toEqual(["data:/data"]);
  expect(rapport.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:\$\{PORT:-3000\}:3000$/)]);
});

it("the image asks for its health without a tool that it has not, and runs as nobody special", () => {
  const check = /^HEALTHCHECK .*CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? "[]";
  const [program, flag, script] = JSON.parse(check) as string[];

  expect([program, flag]).toEqual(["node", "-e"]);
  expect(script).toContain("/health");
  expect(dockerfile.lastIndexOf("USER node")).toBeGreaterThan(dockerfile.lastIndexOf("FROM "));
});

it("everything that the image copies is there, and secrets, data and tests stay out of it", () => {
  const ignored = readFileSync(".dockerignore", "utf8").split("\n");
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names]) => (names ?? "").split(" "));

  expect(copied.filter((name) => !existsSync(name) || ignored.includes(name))).toEqual([]);
  expect([".env", "data", "node_modules", ".git", "**/*.key"].filter((name) => !ignored.includes(name))).toEqual([]);
});
