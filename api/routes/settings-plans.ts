import { newRouter } from "../router.ts";

export const settingsPlans = newRouter();
