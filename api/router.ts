import { OpenAPIHono, z } from "@hono/zod-openapi";
import { inPlainWords } from "./plain-words.ts";
import { invalidInput } from "./problem.ts";
import type { Env } from "./types.ts";

z.config({ customError: inPlainWords });

/** A router whose schema faults become `invalid` problems. Routers are static: their context comes by middleware. */
export function newRouter() {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw invalidInput(result.error.issues);
    },
  });
}
