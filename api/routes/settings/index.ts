import { newRouter } from "#api/router.ts";
import { escalationRules } from "./escalation-rules.ts";
import { settingsHistory } from "./history.ts";
import { identitySecret } from "./identity-secret.ts";
import { settingsPlans } from "./plans.ts";
import { settings } from "./settings.ts";
import { signals } from "./signals.ts";

export const settingsRoutes = newRouter()
  .route("/", settings)
  .route("/", settingsHistory)
  .route("/", settingsPlans)
  .route("/", identitySecret)
  .route("/", signals)
  .route("/", escalationRules);
