import { z } from "zod";
import { defineChannel } from "#bots/channels/define-channel.ts";
import { accountsIn } from "./parse.ts";
import { rules } from "./rules.ts";

const key = z.string().regex(/^[\w-]{16,100}$/, "is not a key as the toy platform gives it");
const number = z.string().regex(/^\d{3,15}$/, "is not a number of the toy platform");

/** A platform that calls one address for all accounts, and checks that address before it calls. */
export const toy = defineChannel({
  name: "toy",
  channel: "web",
  label: "Toy",
  credentials: {
    number: { schema: number.meta({ description: "The account's number", example: "100200" }), isSecret: false },
    key: { schema: key.meta({ description: "The account's key; kept encrypted", example: "toy-key-0123456789" }), isSecret: true },
  },
  environment: {
    variables: {
      TOY_NUMBER: { schema: number.optional(), help: "Number of the default agent's toy account. Only with TOY_KEY." },
      TOY_KEY: { schema: key.optional(), help: "Its key." },
      TOY_API_ROOT: { schema: z.url().optional(), help: "Another server than the toy platform's own." },
      TOY_VERIFY_TOKEN: { schema: z.string().optional(), help: "What the platform names when it checks the address of its calls." },
    },
    account: ({ TOY_NUMBER, TOY_KEY }) => (TOY_NUMBER === undefined || TOY_KEY === undefined ? null : { number: TOY_NUMBER, key: TOY_KEY }),
    faults: ({ TOY_NUMBER, TOY_KEY }) =>
      TOY_NUMBER !== undefined && TOY_KEY === undefined ? [{ variable: "TOY_NUMBER", message: "is set, but TOY_KEY is not" }] : [],
  },
  rules,
  open: async ({ credentials, variables: { TOY_API_ROOT } }, options) => {
    const { toyChannel } = await import("./toy-channel.ts");
    return toyChannel({ ...options, ...credentials, apiRoot: TOY_API_ROOT ?? "https://toy.example" });
  },
  hook: {
    challenge: async ({ method, url }, { TOY_VERIFY_TOKEN }) => {
      if (method !== "GET") return null;
      const { searchParams } = new URL(url);
      const isRight = TOY_VERIFY_TOKEN !== undefined && searchParams.get("token") === TOY_VERIFY_TOKEN;
      return new Response(isRight ? searchParams.get("challenge") : null, { status: isRight ? 200 : 403 });
    },
    accountsOf: async (request) => accountsIn(await request.text()),
  },
});
