import { newRouter } from "../router.ts";

export const contactProvenance = newRouter();
