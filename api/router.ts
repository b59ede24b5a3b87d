import { OpenAPIHono, z } from "@hono/zod-openapi";
import { type InputPlace, invalidInput } from "./http/validation-faults.ts";
import { validationMessage } from "./http/validation-messages.ts";
import type { ApiEnv } from "./types.ts";

z.config({ customError: validationMessage });

const places: Readonly<Record<string, InputPlace>> = { query: "query", param: "path", header: "header" };

/** A router whose schema faults become `invalid` problems. Routers are static: their context comes by middleware. A slash at the end of a path changes nothing. */
export function newRouter() {
  return new OpenAPIHono<ApiEnv>({
    strict: false,
    defaultHook: (result) => {
      if (!result.success) throw invalidInput(result.error.issues, places[result.target]);
    },
  });
}
