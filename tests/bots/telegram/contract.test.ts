import { parse } from "#bots/channels/telegram/parse.ts";
import { render } from "#bots/channels/telegram/render.ts";
import { channelContract } from "../channel-contract.ts";
import { fixtures } from "./fixtures.ts";
import { telegramHarness } from "./harness.ts";

const pure = { fixtures, parse: (update: unknown) => parse(update as Parameters<typeof parse>[0], "villa"), render };

channelContract("Telegram by polling", { ...pure, make: () => telegramHarness("polling") });
channelContract("Telegram by webhook", { ...pure, make: () => telegramHarness("webhook") });
