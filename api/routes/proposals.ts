import { newRouter } from "../router.ts";

export const proposals = newRouter();
