import { newRouter } from "../router.ts";

export const contactMerges = newRouter();
