import { newRouter } from "../router.ts";

export const identitySecret = newRouter();
