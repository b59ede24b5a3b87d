import type { z } from "zod";
import type { ChannelDefinition } from "#core/ports/channel-definition.ts";
import { type EnvSection, ownSections } from "./env-variables.ts";

const width = 120;

const introduction = `# Everything has a default: copy to .env what you want to change. npm start, node api/start.js, npm run dev and npm run
# replay read it; what is set in the environment counts more. A wrong value stops the start with every fault named.
`;

/** The text of .env.example: every variable of the server and of these channels, with its explanation and its default. */
export function envExample(channels: readonly ChannelDefinition[]): string {
  return [introduction, ...[...ownSections, ...channels.map(channelSection)].map(sectionText)].join("\n");
}

function channelSection({ label, environment }: ChannelDefinition): EnvSection {
  const variables = Object.entries(environment.variables).map(([name, { schema, help }]) => [name, schema.describe(help)] as const);
  return { title: label, note: "", variables: Object.fromEntries(variables) };
}

function sectionText({ title, note, variables }: EnvSection): string {
  const lines = Object.entries(variables).flatMap(([name, schema]) => [...comment(schema.description ?? ""), `#${name}=${defaultOf(schema)}`]);
  return [`# --- ${title}${note && `, ${note}`}`, ...lines, ""].join("\n");
}

/** What an unset variable is taken for; empty: nothing. */
function defaultOf(schema: z.ZodType): string {
  const value = schema.safeParse(undefined);
  return value.success && value.data !== undefined ? String(value.data) : "";
}

function comment(text: string): string[] {
  const lines: string[] = [];
  let line = "#";
  for (const word of text.split(" ")) {
    if (line.length + 1 + word.length > width) {
      lines.push(line);
      line = "#";
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
