import { newRouter } from "../router.ts";

export const settingsHistory = newRouter();
