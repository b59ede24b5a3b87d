import { newRouter } from "../router.ts";

export const contactConsents = newRouter();
