import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { examples } from "#tests/support/slack/block-kit-examples.ts";
import { blockKitPage } from "#tests/support/slack/block-kit-html.ts";

/** Takes pictures of what staff see: `node tests/bots/staff/screenshots.ts FOLDER`. */
const folder = process.argv[2] ?? "screenshots";
const chromium = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
if (!existsSync(chromium)) throw new Error(`there is no Chromium at ${chromium}: set CHROMIUM_PATH`);

mkdirSync(folder, { recursive: true });
for (const { name, height, surfaces } of examples) {
  const page = join(folder, `${name}.html`);
  writeFileSync(page, blockKitPage(surfaces));
  const picture = `--screenshot=${join(folder, `${name}.png`)}`;
  execFileSync(
    chromium,
    ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", `--window-size=680,${height}`, picture, pathToFileURL(page).href],
    {
      stdio: "ignore",
    },
  );
  console.log(`${name}.png`);
}
