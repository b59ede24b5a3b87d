import { readSources } from "./support/structure/source.ts";
import { filesPerFolder, importCircles, sharedTypeNames } from "./support/structure/structure.ts";

/** Prints what tests/architecture.test.ts holds the tree to: circles, shared names, long files and full folders. */
const sources = readSources();
const product = sources.filter(({ path }) => !path.startsWith("tests/"));
const circles = importCircles(sources);
const names = sharedTypeNames(product);
const longest = [...product].sort((a, b) => b.lines - a.lines).slice(0, 5);
const fullest = [...filesPerFolder(sources)].sort(([, a], [, b]) => b - a).slice(0, 12);

console.log(`import circles: ${circles.length}`);
for (const circle of circles) console.log(`  ${circle.join(" ↔ ")}`);
console.log(`type names declared in several files: ${names.size}`);
for (const [name, paths] of names) console.log(`  ${name}: ${paths.join(", ")}`);
console.log("longest files:");
for (const { path, lines } of longest) console.log(`  ${lines} ${path}`);
console.log("folders with most files at one level:");
for (const [folder, count] of fullest) console.log(`  ${count} ${folder}`);
