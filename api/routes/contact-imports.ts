import { newRouter } from "../router.ts";

export const contactImports = newRouter();
