import { newRouter } from "#api/router.ts";
import { agents } from "./agents.ts";
import { audit } from "./audit.ts";
import { branches } from "./branches.ts";
import { credits } from "./credits.ts";
import { keys } from "./keys.ts";

export const agentRoutes = newRouter().route("/", agents).route("/", keys).route("/", audit).route("/", branches).route("/", credits);
