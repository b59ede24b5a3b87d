import { parseArgs } from "node:util";
import { startFakeTelegram } from "./fake-telegram.ts";

/* The platform as a process of its own, which outlives the product: prints its address, ends with SIGTERM.
   node tests/support/telegram/fake-telegram-main.ts --port 0 --per-second 30 --per-chat 1 --mode strict --speed 1 --travel 0 */

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    token: { type: "string" },
    "per-second": { type: "string", default: "30" },
    "per-chat": { type: "string", default: "1" },
    mode: { type: "string", default: "strict" },
    speed: { type: "string", default: "1" },
    travel: { type: "string", default: "0" },
  },
});

const platform = await startFakeTelegram({
  port: Number(values.port),
  ...(values.token === undefined ? {} : { token: values.token }),
  limits: {
    perSecond: Number(values["per-second"]),
    perChatPerSecond: Number(values["per-chat"]),
    mode: values.mode === "bucket" ? "bucket" : "strict",
  },
  speed: Number(values.speed),
  travelMs: Number(values.travel),
});
console.log(JSON.stringify({ apiRoot: platform.apiRoot, token: platform.token }));
process.once("SIGTERM", () => void platform.close());
