import { Command, InvalidArgumentError } from "commander";

export type Options = {
  file: string;
  url: string | undefined;
  key: string | undefined;
  embedded: boolean;
  data: string | undefined;
  virtualTime: boolean;
  show: number;
  /** Where the follow-ups are written to. */
  json: string | undefined;
};

/** Reads the command line; says what is wrong and exits with 1 otherwise. */
export function readOptions(argv: readonly string[]): Options {
  const program = new Command("npm run replay --")
    .description("Feeds recorded conversations through a server and shows the contacts and the pipeline that come of them.")
    .argument("<file>", "JSON Lines: messages as POST /v1/messages takes them, or dialogue records (api/cli/replay/README.md)")
    .option("--url <url>", "the server to feed (default: http://127.0.0.1:$PORT)", address)
    .option("--key <key>", "an API key (default: API_KEY, or DATA_DIR/admin.key)")
    .option("--embedded", "feed a server inside this process instead, in a temporary folder", false)
    .option("--data <dir>", "with --embedded: keep the data here")
    .option("--virtual-time", "with --embedded: the records' own times drive the clock; reads the whole file first", false)
    .option("--show <n>", "how many contacts to list", count, 25)
    .option("--json <file>", "with --virtual-time: write the follow-ups that came of it here, with their evidence")
    .showHelpAfterError()
    .parse([...argv], { from: "user" });
  const options = program.opts<Omit<Options, "file">>();
  const { embedded, url, key, data, virtualTime, json } = options;
  if (embedded && (url ?? key) !== undefined) program.error("error: --embedded takes neither --url nor --key; it has its own server");
  if (!embedded && data !== undefined) program.error("error: --data belongs to --embedded; a running server has its own folder");
  if (!embedded && virtualTime) program.error("error: --virtual-time needs --embedded; a running server keeps the real time");
  if (!virtualTime && json !== undefined) program.error("error: --json needs --virtual-time; without it nothing comes due");
  return { ...options, file: program.args[0] ?? "" };
}

function address(text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : "";
  if (protocol !== "http:" && protocol !== "https:") throw new InvalidArgumentError("It is an address like http://127.0.0.1:3000.");
  return text;
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError("It is a whole number, 0 or more.");
  return value;
}
