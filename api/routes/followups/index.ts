import { newRouter } from "#api/router.ts";
import { followUpDecisions } from "./decisions.ts";
import { followUps } from "./followups.ts";

export const followUpRoutes = newRouter().route("/", followUps).route("/", followUpDecisions);
