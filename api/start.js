// Starts the server on a Node that can run it. Plain JavaScript of old syntax, so that every Node can read this file and say what is wrong.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));

if (isNewEnough(process.versions.node)) startServer();
else startWithPinnedNode();

function startServer() {
  stopWithParent();
  if (existsSync(".env")) process.loadEnvFile(".env");
  // Compiled code is kept beside the packages it comes from: the next start takes a third less processor time.
  module.enableCompileCache(fileURLToPath(new URL("node_modules/.cache/node-compile-cache", root)));
  import("./main.ts").then((server) => server.startServer(), failImport);
}

/** npm installs a Node beside the other packages, one package a platform; this runs the same file with it. */
function startWithPinnedNode() {
  const executable = process.platform === "win32" ? "node.exe" : "node";
  const pinned = Object.keys(manifest.optionalDependencies)
    .map((name) => fileURLToPath(new URL(`node_modules/${name}/bin/${executable}`, root)))
    .find((path) => existsSync(path));
  if (!pinned) {
    fail(
      `Rapport needs Node ${manifest.engines.node}, and this is ${process.version}: run "npm ci", which installs one for this project, then start it again.`,
    );
    return;
  }
  const child = spawn(pinned, process.argv.slice(1), { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  child.on("error", (error) => fail(`${pinned} cannot be started: ${error.message}`));
  child.on("exit", (code) => process.exit(code === null ? 1 : code));
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  // A terminal sends Ctrl-C to both processes, and a second one would end the child at once.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
}

/** The child of the function above stops in good order when its parent is killed. */
function stopWithParent() {
  if (!process.channel) return;
  process.channel.unref();
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}

function isNewEnough(version) {
  const has = version.split(".").map(Number);
  const needs = manifest.engines.node
    .replace(/[^\d.]/g, "")
    .split(".")
    .map(Number);
  return has[0] > needs[0] || (has[0] === needs[0] && has[1] >= needs[1]);
}

function failImport(error) {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  fail(`A package is missing: run "npm ci". ${error.message}`);
}

function fail(line) {
  console.error(line);
  process.exit(1);
}
