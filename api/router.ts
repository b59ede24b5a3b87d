import { OpenAPIHono, z } from "@hono/zod-openapi";
import { validationMessage } from "./http/validation-messages.ts";
import { invalidInput } from "./problem.ts";
import type { ApiEnv } from "./types.ts";

z.config({ customError: validationMessage });

/** A router whose schema faults become `invalid` problems. Routers are static: their context comes by middleware. */
export function newRouter() {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (!result.success) throw invalidInput(result.error.issues);
    },
  });
}
